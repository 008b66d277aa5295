import { AudiencePreviewRead } from '@fanloop/campaigns';
import { MembersDoor } from '@fanloop/members';
import { type AudienceConditions, EVERYBODY } from '../../../libs/campaigns/src/rules/audience';
import { FreezeAudience } from '../../../libs/campaigns/src/use-cases/freeze-audience';
import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { draft as couponDraft } from '../coupons/coupons-process';
import {
  aCoupon,
  aKey,
  type CampaignsProcess,
  campaignsProcess,
  couponsGiven,
  manager,
  NOW,
  order,
  someMembers,
} from './campaigns-on';

const named = (...codes: string[]) => codes.map((code) => ({ code, name: code }));

describe('the audience of a bulk issue', () => {
  const database = usePrivateDatabase();
  const clock = new FixedClock(NOW);
  let house: CampaignsProcess;
  beforeAll(async () => {
    house = await campaignsProcess(database, clock);
  });
  beforeEach(() => clock.set(NOW));
  afterAll(() => house.close());

  const count = async (conditions: Partial<AudienceConditions>): Promise<number> =>
    (await house.get(AudiencePreviewRead).count({ ...EVERYBODY, ...conditions })).members;

  it('is who meets all conditions now: tiers, tags, fan tiers, stores, days of joining and of buying, and lists', async () => {
    const m = await someMembers(database, 10);
    const at = (day: string) => new Date(`${day}T04:00:00Z`);
    await database.query('UPDATE members_member SET joined_at = ? WHERE id = ?', [
      new Date('2026-05-31T16:00:00Z'),
      m[0]!,
    ]);
    await database.query('UPDATE members_member SET joined_at = ? WHERE id = ?', [
      new Date('2026-05-31T15:59:59.999Z'),
      m[1]!,
    ]);
    await database.query("UPDATE members_member SET status = 'frozen' WHERE id = ?", [m[9]!]);
    await database.query(
      'INSERT INTO loyalty_points_account (member_id, tier_code, tier_day, head_hash, opened_at) VALUES ?',
      [m.map((id, i) => [id, i < 4 ? 'gold' : 'silver', '2026-01-01', '', at('2026-01-01')])],
    );
    await database.query(
      'INSERT INTO tagging_membership (member_id, tag_code, valid_from, is_open, rule_version, why) VALUES ?',
      [
        [
          [m[2], 'vip', at('2026-01-01'), 1, 1, ''],
          [m[3], 'vip', at('2026-01-01'), null, 1, 'left'],
          [m[4], 'tea', at('2026-01-01'), 1, 1, ''],
          [m[9], 'tea', at('2026-01-01'), 1, 1, ''],
        ],
      ],
    );
    await database.query(
      "INSERT INTO tagging_fan_tier (member_id, code, since, score, parts) VALUES (?, 'fan', '2026-01-01', 1, '{}')",
      [m[4]!],
    );
    await database.query('INSERT INTO tagging_member_facts (member_id, last_purchase_at, purchases) VALUES ?', [
      m.slice(0, 6).map((id, i) => [id, i === 5 ? null : at(i < 3 ? '2026-06-01' : '2026-02-01'), i === 5 ? 0 : 2]),
    ]);
    await database.query(
      'INSERT INTO tagging_purchase_fact (purchase_id, member_id, store_id, at, business_date) VALUES ?',
      [
        [
          [1, m[0], 7, at('2026-06-01'), '2026-06-01'],
          [2, m[1], 8, at('2026-06-01'), '2026-06-01'],
          [3, m[1], 7, at('2026-01-01'), '2026-01-01'],
        ],
      ],
    );
    expect(await count({})).toBe(9);
    expect(await count({ tiers: named('gold') })).toBe(4);
    expect(await count({ tiers: named('gold', 'silver') })).toBe(9);
    expect(await count({ tags: named('vip') })).toBe(1);
    expect(await count({ tags: named('vip', 'tea') })).toBe(2);
    expect(await count({ tags: named('vip', 'tea'), tiers: named('gold') })).toBe(1);
    expect(await count({ tags: named("x') OR 1=1 -- ") })).toBe(0);
    expect(await count({ fanTiers: named('fan', 'friend') })).toBe(1);
    expect(await count({ lastStores: named('7') })).toBe(1);
    expect(await count({ lastStores: named('7', '8') })).toBe(2);
    expect(await count({ joinedFrom: '2026-06-01' })).toBe(1);
    expect(await count({ joinedFrom: '2026-05-31' })).toBe(2);
    expect(await count({ joinedTo: '2026-05-31' })).toBe(8);
    expect(await count({ boughtSince: '2026-06-01' })).toBe(3);
    expect(await count({ notBoughtSince: '2026-06-01' })).toBe(2);
    const numbers = await database.query<{ no: string }>('SELECT member_no AS no FROM members_member ORDER BY id');
    const content = ['会员号', ...numbers.slice(3).map(({ no }) => no), numbers[3]!.no, '999999999999', '🍵'].join(
      '\n',
    );
    const list = await house.lists.execute({ name: '名单', content, actor: manager });
    expect(list).toMatchObject({ lines: 10, members: 7, repeated: 1, unknown: 2, unknownLines: [10, 11] });
    expect(await count({ list: { code: list.listId, name: '名单' } })).toBe(6);
    expect(await count({ list: { code: list.listId, name: '名单' }, tiers: named('gold') })).toBe(1);
    await expect(count({ list: { code: '9999999', name: '' } })).rejects.toMatchObject({ code: 'ListNotFound' });
  });

  it('finds members of a list by their phones in any writing, and keeps none of them', async () => {
    const phones = ['13800138000', '13900139000'];
    const rows = phones.map((phone, i) => ({
      kind: 'pos-card',
      externalKey: `card ${i}`,
      phone,
      nickname: `茶客 ${i}`,
      joinedAt: new Date(NOW),
    }));
    await house.unitOfWork.run((tx) => house.get(MembersDoor).importMany(tx, rows));
    const content = '手机号,备注\n+86 138 0013 8000,甲\n13800138000,又来\n"13900139000",\n13700137000,\n';
    expect(await house.lists.execute({ name: '618 回访.csv', content, actor: manager })).toMatchObject({
      members: 2,
      repeated: 1,
      unknown: 1,
      unknownLines: [5],
    });
    expect(await house.lists.execute({ name: 'x', content: '13700137000', actor: manager }).catch((e) => e.code)).toBe(
      'ListEmpty',
    );
    const kept = JSON.stringify([
      await database.query('SELECT * FROM campaigns_list'),
      await database.query('SELECT * FROM campaigns_list_member'),
      await database.query('SELECT details FROM platform_audit'),
    ]);
    expect(kept).not.toMatch(/1380013|1390013/);
  });

  it('is frozen when the issue starts: who joins later is not in it, who left the conditions is', async () => {
    await someMembers(database, 1500);
    const templateId = await aCoupon(house, 5000);
    const issueId = await order(house, templateId, { startAt: new Date('2026-06-16T02:00:00Z') });
    expect(await house.run.execute()).toBe(0);
    await someMembers(database, 10);
    clock.set('2026-06-16T02:00:00Z');
    const freeze = house.get(FreezeAudience);
    const page = freeze.page.bind(freeze);
    let pages = 0;
    const spy = jest.spyOn(freeze, 'page').mockImplementation(async (hold) => {
      const goesOn = await page(hold);
      pages += 1;
      if (pages === 2) await someMembers(database, 500);
      return goesOn;
    });
    await house.run.execute();
    spy.mockRestore();
    // One page with everybody, and one that finds the end.
    expect(pages).toBe(2);
    expect(await house.issues.one(issueId)).toMatchObject({ state: 'done', members: 1510, issued: 1510 });
    expect(await couponsGiven(database, templateId)).toBe(1510);
  });

  it('a worker that dies while it freezes leaves nobody out and lists nobody twice', async () => {
    await someMembers(database, 6000);
    const templateId = await aCoupon(house, 10_000, 5);
    const issueId = await order(house, templateId);
    const freeze = house.get(FreezeAudience);
    const page = freeze.page.bind(freeze);
    const spy = jest.spyOn(freeze, 'page').mockImplementation(async (hold) => {
      await page(hold);
      throw new Error('the worker died');
    });
    await house.run.execute();
    spy.mockRestore();
    expect(await house.issues.one(issueId)).toMatchObject({
      state: 'freezing',
      members: 5000,
      failure: 'the worker died',
    });
    clock.advance({ seconds: 31 });
    await house.run.execute();
    expect(await house.issues.one(issueId)).toMatchObject({
      state: 'done',
      members: 6000,
      issued: 6000,
      failure: null,
    });
  });

  it('is refused when nobody is in it, when the stock is too small, and when the coupon is not to be had', async () => {
    const templateId = await aCoupon(house, 9);
    await expect(order(house, templateId)).rejects.toMatchObject({ code: 'AudienceEmpty' });
    await someMembers(database, 10);
    await expect(order(house, templateId)).rejects.toMatchObject({
      code: 'StockTooSmall',
      details: { left: 9, needed: 10 },
    });
    await expect(order(house, '99999999')).rejects.toMatchObject({ code: 'TemplateNotFound' });
    await expect(order(house, templateId, { copies: 1_000_000 })).rejects.toMatchObject({ code: 'IssueInvalid' });
    await house.changeStatus.execute({ templateId, status: 'paused', actor: manager });
    await expect(order(house, templateId)).rejects.toMatchObject({ code: 'CouponNotIssuable' });
    expect(await database.query('SELECT id FROM campaigns_issue')).toEqual([]);
  });

  it('an issue ordered twice by one click is one issue, also when its stock is gone by then', async () => {
    await someMembers(database, 10);
    const templateId = await aCoupon(house, 10);
    const command = {
      draft: { name: '端午回馈', templateId, copies: 1, notify: false, startAt: null },
      conditions: EVERYBODY,
      actor: manager,
      idempotencyKey: aKey(),
    };
    const [first, second] = await Promise.all([house.start.execute(command), house.start.execute(command)]);
    await house.run.execute();
    const third = await house.start.execute(command);
    expect([second, third]).toEqual([first, first]);
    expect(await couponsGiven(database, templateId)).toBe(10);
  });

  it('waits when the pieces of a day are gone, and goes on by itself on the next, or today when a person says so', async () => {
    await someMembers(database, 10);
    const budgets = { claimsPerDay: 4, usesPerStoreDay: null, totalFen: null, dayFen: null, storeFen: null };
    const templateId = await house.create.execute({
      draft: couponDraft({ stockTotal: 20, openTo: 'nobody', budgets }),
      status: 'active',
      actor: manager,
    });
    const issueId = await order(house, templateId);
    const runAgain = async () => {
      const taken = await house.run.execute();
      const { state, heldBy, heldWhy, issued } = await house.issues.one(issueId);
      return { taken, state, heldBy, heldWhy, issued };
    };
    const waiting = { state: 'running', heldBy: 'DayClaimsSpent', heldWhy: '今天的张数发完了' };
    expect(await runAgain()).toEqual({ ...waiting, taken: 1, issued: 4 });
    clock.set('2026-06-15T15:59:59.000Z');
    expect(await runAgain()).toEqual({ ...waiting, taken: 0, issued: 4 });
    expect(await house.issues.stopped()).toBe(0);
    clock.set('2026-06-15T16:00:00.000Z');
    expect(await runAgain()).toEqual({ ...waiting, taken: 1, issued: 8 });
    await database.query('UPDATE coupons_template SET budgets = NULL WHERE id = ?', [templateId]);
    await house.steer.resume({ issueId, actor: manager });
    expect(await runAgain()).toEqual({ taken: 1, state: 'done', heldBy: null, heldWhy: null, issued: 10 });
  });

  it('is held while the coupon is paused, and goes on when a person says so', async () => {
    await someMembers(database, 10);
    const templateId = await aCoupon(house, 10);
    const issueId = await order(house, templateId);
    await house.changeStatus.execute({ templateId, status: 'paused', actor: manager });
    await house.run.execute();
    expect(await house.issues.one(issueId)).toMatchObject({ state: 'held', heldBy: 'TemplateNotActive', issued: 0 });
    await house.changeStatus.execute({ templateId, status: 'active', actor: manager });
    expect(await house.run.execute()).toBe(0);
    await house.steer.resume({ issueId, actor: manager });
    await house.run.execute();
    expect(await house.issues.one(issueId)).toMatchObject({ state: 'done', issued: 10, heldBy: null });
  });

  it('that fails says why, is tried again after the lease, and is given up when nothing helps', async () => {
    await someMembers(database, 10);
    const templateId = await aCoupon(house, 10);
    const issueId = await order(house, templateId);
    const freeze = house.get(FreezeAudience);
    const spy = jest.spyOn(freeze, 'page').mockRejectedValue(new Error('no such table'));
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      expect(await house.run.execute()).toBe(1);
      clock.advance({ seconds: 31 });
    }
    expect(await house.run.execute()).toBe(0);
    spy.mockRestore();
    expect(await house.issues.one(issueId)).toMatchObject({ state: 'failed', failure: 'no such table' });
    await house.steer.resume({ issueId, actor: manager });
    await house.run.execute();
    expect(await house.issues.one(issueId)).toMatchObject({ state: 'done', issued: 10 });
  });
});
