import { InstallDefaultProgramme } from '@fanloop/loyalty';
import { RevokeStaff } from '@fanloop/organization';
import { json } from '@fanloop/platform';
import { useApiApp } from '../../support/api-app';
import { staff, store, type TestStaff } from '../../support/people';
import { usePrivateDatabase } from '../../support/private-database';
import { aRule } from './loyalty-on';

interface Version {
  readonly version: number;
  readonly state: string;
  readonly sentence: string;
  readonly changes: readonly { field: string; before: string; after: string }[];
}
interface Rule {
  readonly ruleId: string;
  readonly version: number;
  readonly pending: Version | null;
  readonly sentence: string;
}

const weekend = { in: [{ var: 'weekday' }, [6, 7]] };
const double = {
  ...aRule,
  name: '茶饮双倍',
  lines: { categories: ['茶饮'], skus: [], except: false },
  effect: { kind: 'multiplier', percent: 200 },
};
const SATURDAY = '2026-06-13T04:00:00.000Z';
const MONDAY = '2026-06-15T04:00:00.000Z';

describe('the life of a rule by HTTP', () => {
  const database = usePrivateDatabase();
  const api = useApiApp(database);
  let [author, approver]: [TestStaff, TestStaff] = [] as never;
  beforeEach(async () => {
    await api.get(InstallDefaultProgramme).execute();
    author = await staff(api, 'manager');
    approver = await staff(api, 'owner');
  });

  const call = <T = Rule>(who: TestStaff, method: 'GET' | 'POST' | 'PUT', path: string, body?: object) =>
    api.call<T>(method, `/api/console/rules${path}`, { token: who.token, body });
  const create = async (who = author, draft: object = double): Promise<string> =>
    (await call(who, 'POST', '', draft)).body.ruleId;
  const submit = (ruleId: string, version: number, who = author) => call(who, 'POST', `/${ruleId}/submit`, { version });
  const decide = (who: TestStaff, ruleId: string, version: number, decision = 'approve', note: string | null = null) =>
    call(who, 'POST', `/${ruleId}/decision`, { version, decision, note });
  const pointsOn = async (at: string): Promise<number> => {
    const lines = [{ category: '茶饮', quantity: 1, amountFen: 3800 }];
    return (await call<{ points: number }>(author, 'POST', '/try', { lines, at })).body.points;
  };
  const audited = async (): Promise<string[]> =>
    (
      await database.query<{ action: string }>(
        "SELECT action FROM platform_audit WHERE action LIKE 'loyalty.%' ORDER BY id",
      )
    ).map(({ action }) => action.slice('loyalty.'.length));

  it('a draft judges nothing until somebody else approves it', async () => {
    const made = await call(author, 'POST', '', double);
    expect(made).toMatchObject({
      status: 201,
      body: {
        version: 1,
        status: 'draft',
        state: 'draft',
        activeVersion: null,
        sentence: '「茶饮」的商品积分 ×2。',
        pending: { version: 1, isOwn: true },
      },
    });
    const { ruleId } = made.body;
    expect(await pointsOn(MONDAY)).toBe(38);
    expect(await decide(approver, ruleId, 1)).toMatchObject({ status: 409, body: { code: 'RuleNotInReview' } });
    expect(await submit(ruleId, 1)).toMatchObject({ status: 200, body: { state: 'in-review' } });
    expect(await submit(ruleId, 1)).toMatchObject({ status: 200, body: { state: 'in-review' } });
    expect(await pointsOn(MONDAY)).toBe(38);
    expect(await decide(author, ruleId, 1)).toMatchObject({ status: 403, body: { code: 'RuleOwnVersion' } });
    expect(await decide(approver, ruleId, 1)).toMatchObject({
      status: 200,
      body: { status: 'active', state: 'approved', activeVersion: 1, pending: null },
    });
    expect(await pointsOn(MONDAY)).toBe(76);
    expect(await decide(approver, ruleId, 1)).toMatchObject({ status: 409, body: { code: 'RuleNotInReview' } });
    expect(await audited()).toEqual(['rule-created', 'rule-submitted', 'rule-approved']);
  });

  it('an edit of an active rule waits for review while the approved version goes on judging', async () => {
    const ruleId = await create();
    await submit(ruleId, 1);
    await decide(approver, ruleId, 1);
    const edit = { ...double, condition: weekend };
    const revised = await call(author, 'PUT', `/${ruleId}`, { ...edit, baseVersion: 1 });
    expect(revised.body).toMatchObject({
      status: 'active',
      version: 2,
      activeVersion: 1,
      state: 'draft',
      sentence: '「茶饮」的商品积分 ×2。',
      pending: {
        version: 2,
        sentence: '周六或周日，「茶饮」的商品积分 ×2。',
        changes: [{ field: '条件', before: '无', after: '周六或周日' }],
      },
    });
    expect([await pointsOn(SATURDAY), await pointsOn(MONDAY)]).toEqual([76, 76]);

    const stale = await call(approver, 'PUT', `/${ruleId}`, { ...double, name: '别的', baseVersion: 1 });
    expect(stale).toMatchObject({ status: 409, body: { code: 'RuleChanged' } });
    // The same request once more changes nothing.
    expect((await call(author, 'PUT', `/${ruleId}`, { ...edit, baseVersion: 1 })).body).toMatchObject({ version: 2 });

    await submit(ruleId, 2);
    expect(await decide(approver, ruleId, 2, 'reject')).toMatchObject({ status: 400, body: { code: 'NoteMissing' } });
    const rejected = await decide(approver, ruleId, 2, 'reject', '周五也要');
    expect(rejected.body).toMatchObject({ state: 'rejected', pending: { decidedNote: '周五也要' } });
    expect(await submit(ruleId, 2)).toMatchObject({ status: 409, body: { code: 'RuleNotDrafted' } });

    const wider = { ...double, condition: { in: [{ var: 'weekday' }, [5, 6, 7]] }, baseVersion: 2 };
    await call(author, 'PUT', `/${ruleId}`, wider);
    await submit(ruleId, 3);
    expect(await decide(approver, ruleId, 2)).toMatchObject({ status: 409, body: { code: 'RuleChanged' } });
    await decide(approver, ruleId, 3);
    expect([await pointsOn(SATURDAY), await pointsOn(MONDAY)]).toEqual([76, 38]);

    const detail = await call<{ versions: Version[] }>(author, 'GET', `/${ruleId}`);
    expect(detail.body.versions.map(({ version, state }) => `${version} ${state}`)).toEqual([
      '3 approved',
      '2 rejected',
      '1 superseded',
    ]);
    const diff = await call(author, 'GET', `/${ruleId}/diff?from=1&to=3`);
    expect(diff.body).toEqual({ changes: [{ field: '条件', before: '无', after: '周五或周六或周日' }] });
    expect(await call(author, 'GET', `/${ruleId}/diff?from=1&to=9`)).toMatchObject({ status: 404 });
  });

  it('a version can be taken back, edited while in review, paused, resumed and retired', async () => {
    const ruleId = await create();
    await submit(ruleId, 1);
    expect((await call(author, 'POST', `/${ruleId}/withdraw`, { version: 1 })).body).toMatchObject({ state: 'draft' });
    await submit(ruleId, 1);
    await call(author, 'PUT', `/${ruleId}`, { ...double, name: '茶饮加倍', baseVersion: 1 });
    expect(await decide(approver, ruleId, 1)).toMatchObject({ status: 409, body: { code: 'RuleChanged' } });
    expect(await call(author, 'POST', `/${ruleId}/pause`)).toMatchObject({ body: { code: 'RuleNeverApproved' } });
    await submit(ruleId, 2);
    await decide(approver, ruleId, 2);
    const paused = await call(author, 'POST', `/${ruleId}/pause`);
    expect(paused).toMatchObject({ status: 200, body: { status: 'paused' } });
    expect(await pointsOn(MONDAY)).toBe(38);
    await call(author, 'POST', `/${ruleId}/resume`);
    expect(await pointsOn(MONDAY)).toBe(76);
    await call(author, 'PUT', `/${ruleId}`, { ...double, name: '再改', baseVersion: 2 });
    await submit(ruleId, 3);
    expect((await call(author, 'POST', `/${ruleId}/retire`)).body).toMatchObject({ status: 'retired', pending: null });
    expect(await pointsOn(MONDAY)).toBe(38);
    for (const deed of ['pause', 'resume', 'submit', 'withdraw'])
      expect(await call(author, 'POST', `/${ruleId}/${deed}`, { version: 3 })).toMatchObject({
        status: 409,
        body: { code: 'RuleRetired' },
      });
    expect(await decide(approver, ruleId, 3)).toMatchObject({ body: { code: 'RuleRetired' } });
  });

  it('an owner whom nobody could approve decides alone, and the audit log says so', async () => {
    await api.get(RevokeStaff).execute({ staffId: author.staffId, actor: { kind: 'staff', id: approver.staffId } });
    const ruleId = await create(approver);
    await submit(ruleId, 1, approver);
    expect((await call(approver, 'GET', `/${ruleId}`)).body).toMatchObject({ canDecideAlone: true });
    expect(await decide(approver, ruleId, 1)).toMatchObject({ status: 200, body: { status: 'active' } });
    const [row] = await database.query<{ details: unknown }>(
      "SELECT details FROM platform_audit WHERE action = 'loyalty.rule-approved'",
    );
    expect(json<object>(row!.details)).toMatchObject({ decidedAs: 'alone', author: `staff:${approver.staffId}` });
  });

  it('S2 only who holds the permission writes, approves or reads rules', async () => {
    const ruleId = await create();
    await submit(ruleId, 1);
    const shop = await store(api);
    for (const role of ['community-manager', 'store-manager', 'clerk'] as const) {
      const other = await staff(api, role, role === 'community-manager' ? [] : [shop.id]);
      for (const refused of [
        await call(other, 'POST', '', double),
        await call(other, 'PUT', `/${ruleId}`, { ...double, baseVersion: 1 }),
        await decide(other, ruleId, 1),
        await call(other, 'POST', `/${ruleId}/retire`),
        await call(other, 'GET', ''),
        await call(other, 'GET', '/facts'),
        await call(other, 'POST', '/sentence', double),
      ])
        expect(refused.status).toBe(403);
    }
    expect(await decide(approver, '999999', 1)).toMatchObject({ status: 404, body: { code: 'RuleMissing' } });
  });

  it('refuses what cannot judge, and says why in Chinese', async () => {
    const wrong = { ...double, condition: { '==': [{ var: 'phone' }, '1'] } };
    expect(await call(author, 'POST', '', wrong)).toMatchObject({
      status: 400,
      body: { code: 'RuleNotValid', message: '规则有误：条件中有不认识的事实「phone」' },
    });
    expect((await call(author, 'POST', '/sentence', { ...wrong, name: '' })).body).toEqual({
      sentence: 'phone 为「1」时，「茶饮」的商品积分 ×2。',
      problem: '请填写名称',
    });
    expect((await call(author, 'POST', '/try', { lines: [{ quantity: 1, amountFen: 1 }], draft: wrong })).status).toBe(
      400,
    );
    for (const bad of [{ ...double, name: ' ' }, { ...double, effect: { kind: 'multiplier', percent: -5 } }, {}])
      expect((await call(author, 'POST', '', bad)).status).toBe(400);
  });

  it('offers facts, triggers and choices, and names what it says', async () => {
    const shop = await store(api, { name: '湖滨店' });
    const facts = await call<{ facts: { name: string }[]; choices: Record<string, object[]> }>(author, 'GET', '/facts');
    expect(facts.body.facts.map(({ name }) => name)).toEqual(expect.arrayContaining(['weekday', 'eligible.amountFen']));
    expect(facts.body.choices).toMatchObject({
      stores: [{ value: shop.id, label: '湖滨店' }],
      tiers: [{ value: 'silver-leaf', label: '银叶' }, {}, {}],
    });
    const said = await call<{ sentence: string }>(author, 'POST', '/sentence', { ...double, stores: [shop.id] });
    expect(said.body.sentence).toBe('「茶饮」的商品积分 ×2，限「湖滨店」。');
  });

  it('a trial tells actual values against thresholds, for every rule', async () => {
    const draft = { ...aRule, name: '满百加赠', effect: { kind: 'fixed-points', points: 20 } };
    const condition = { and: [{ '>=': [{ var: 'amountFen' }, 5000] }, weekend] };
    const lines = [{ sku: null, category: '茶饮', quantity: 1, amountFen: 3800 }];
    const tried = await call<{ rules: { name: string; reason: string; checks: object[] }[]; hint: object }>(
      author,
      'POST',
      '/try',
      { lines, at: SATURDAY, draft: { ...draft, condition } },
    );
    expect(tried.body).toMatchObject({ points: 38, hint: { text: '再买 ¥12.00 可多得 32 分', missingFen: 1200 } });
    expect(tried.body.rules.find(({ name }) => name === '满百加赠')).toMatchObject({
      applied: false,
      reason: '未满足：实付金额满 ¥50，且周六或周日',
      checks: [
        { text: '实付金额满 ¥50', actual: '¥38', holds: false },
        { text: '周六或周日', actual: '周六', holds: true },
      ],
    });
  });
});
