import { InstallDefaultProgramme } from '@fanloop/loyalty';
import { useApiApp } from '../../support/api-app';
import { staff, store, type TestStaff } from '../../support/people';
import { usePrivateDatabase } from '../../support/private-database';
import { aRule } from './loyalty-on';

interface Found {
  readonly problem: string | null;
  readonly warnings: readonly { code: string; ruleId: string; otherRuleId: string | null; message: string }[];
  readonly worst: { fen: number; points: number; tierName: string | null; shares: { name: string; points: number }[] };
  readonly ownCostFen: number | null;
}

const caps = { ...aRule.caps, perDay: 500 };
const double = { ...aRule, name: '周末双倍', effect: { kind: 'multiplier', percent: 200 }, caps };
const on = (fact: string, operator: string, value: unknown) => ({ [operator]: [{ var: fact }, value] });

describe('the linter among the rules of the brand', () => {
  const database = usePrivateDatabase();
  const api = useApiApp(database);
  let [author, approver]: [TestStaff, TestStaff] = [] as never;
  beforeEach(async () => {
    await api.get(InstallDefaultProgramme).execute();
    author = await staff(api, 'manager');
    approver = await staff(api, 'owner');
  });

  const post = <T = Found>(who: TestStaff, path: string, body: object) =>
    api.call<T>('POST', `/api/console/rules${path}`, { token: who.token, body });
  const look = async (body: object): Promise<Found> => {
    const answer = await post(author, '/lint', body);
    expect(answer.status).toBe(200);
    return answer.body;
  };
  const codes = ({ warnings }: Found): string[] => warnings.map(({ code }) => code);
  const make = async (draft: object): Promise<string> =>
    (await post<{ ruleId: string }>(author, '', draft)).body.ruleId;
  const activate = async (draft: object): Promise<string> => {
    const ruleId = await make(draft);
    await post(author, `/${ruleId}/submit`, { version: 1 });
    await post(approver, `/${ruleId}/decision`, { version: 1, decision: 'approve' });
    return ruleId;
  };

  it('finds nothing in the rules that a brand starts with, and tells what they cost at worst', async () => {
    const found = await look({});
    expect(found).toMatchObject({ problem: null, warnings: [], ownCostFen: null });
    // A 岩茶 member's first purchase, on his birthday: 100 × 2 × 2 + 50.
    expect(found.worst).toMatchObject({ fen: 450, points: 450, tierName: '岩茶' });
    expect(found.worst.shares.reduce((sum, { points }) => sum + points, 0)).toBe(450);
  });

  it('looks at a draft that is not saved, without a name even, and writes nothing', async () => {
    const draft = { ...double, name: '', condition: on('weekday', 'in', ['6', '7']) };
    const found = await look({ draft });
    expect(found.warnings).toEqual([
      {
        code: 'never-true',
        severity: 'error',
        ruleId: '0',
        otherRuleId: null,
        involved: [],
        path: 'condition',
        message: '条件永远不会成立：「周六或周日」不可能：名单里写的是文字，不是数字',
      },
    ]);
    expect(await database.query('SELECT id FROM loyalty_rule')).toHaveLength(5);
    const right = await look({ draft: { ...double, condition: on('weekday', 'in', [6, 7]) } });
    // Beside the birthday's, which doubles as well: now and then both do.
    expect(codes(right)).toEqual(['double-earning']);
    expect(right.ownCostFen).toBe(400);
  });

  it('compares it with the active rules, by the names that people know', async () => {
    const exclusive = { ...double, name: '会员日独享', condition: on('dayOfMonth', '==', 8), exclusive: true };
    const ruleId = await activate(exclusive);
    const condition = { and: [on('dayOfMonth', '==', 8), on('hour', '>=', 14)] };
    const behind = { ...double, name: '会员日下午', condition, priority: 9 };
    const found = await look({ draft: behind });
    expect(found.warnings[0]).toMatchObject({
      code: 'shadowed',
      otherRuleId: ruleId,
      message: '永远轮不到：每次满足条件时，独享规则「会员日独享」也满足，只会执行它',
    });
    // In place of the exclusive rule itself nothing stands before it.
    expect(codes(await look({ draft: behind, ruleId }))).not.toContain('shadowed');
    // Paused, it judges no more.
    await post(author, `/${ruleId}/pause`, {});
    expect(codes(await look({ draft: behind }))).not.toContain('shadowed');
  });

  it('looks at the newest version of a rule that waits, and not at other drafts', async () => {
    const ruleId = await make({
      ...aRule,
      name: '点赞有礼',
      trigger: 'content-liked',
      effect: { kind: 'fixed-points', points: 1 },
    });
    expect(await look({ ruleId })).toMatchObject({ warnings: [{ code: 'no-cap', ruleId }], ownCostFen: 0 });
    expect(codes(await look({}))).toEqual([]);
    expect(await post(author, '/lint', { ruleId: '999999' })).toMatchObject({
      status: 404,
      body: { code: 'RuleMissing' },
    });
  });

  it('knows the stores, the tags, the festivals and what is not announced yet', async () => {
    const shop = await store(api, { name: '湖滨店' });
    const stores = [shop.id];
    expect(codes(await look({ draft: { ...double, stores, condition: on('isBirthday', '==', false) } }))).toEqual([]);
    expect(codes(await look({ draft: { ...double, stores: ['987654'] } }))).toContain('never-true');
    const tagged = { in: ['没有的标签', { var: 'tags' }] };
    expect(codes(await look({ draft: { ...double, condition: tagged } }))).toContain('never-true');
    const inYear = (year: number) => ({
      ...double,
      stacking: { group: '加倍', mode: 'all' },
      condition: on('holiday', '==', '国庆节'),
      validFrom: `${year}-08-31T16:00:00Z`,
      validUntil: `${year}-09-30T16:00:00Z`,
      budget: { unit: 'points', total: 1000, perStore: null },
    });
    // No day of September 2026 belongs to the national holiday; of 2031 nobody knows.
    expect(codes(await look({ draft: inYear(2026) }))).toContain('never-true');
    expect(codes(await look({ draft: inYear(2031) }))).not.toContain('never-true');
  });

  it('says what keeps a draft from judging, and then looks for nothing else', async () => {
    const found = await look({ draft: { ...double, condition: on('phone', '==', '1') } });
    expect(found).toMatchObject({ problem: '条件中有不认识的事实「phone」', warnings: [], ownCostFen: null });
  });

  it('S2 only who may read rules asks', async () => {
    const shop = await store(api);
    for (const role of ['community-manager', 'store-manager', 'clerk'] as const) {
      const other = await staff(api, role, role === 'community-manager' ? [] : [shop.id]);
      expect((await post(other, '/lint', {})).status).toBe(403);
    }
    expect((await api.call('POST', '/api/console/rules/lint', { body: {} })).status).toBe(401);
  });
});
