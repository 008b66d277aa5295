import type { CouponId } from '@fanloop/kernel';
import type { Queryable, Tx } from '@fanloop/platform';
import type { BudgetKey, Budgets } from '../../../libs/coupons/src/rules/budgets';
import { NO_BUDGETS } from '../../../libs/coupons/src/rules/budgets';
import { AudienceRepository } from '../../../libs/coupons/src/store/audience.repository';
import { BudgetRepository } from '../../../libs/coupons/src/store/budget.repository';
import { TemplateRepository } from '../../../libs/coupons/src/store/template.repository';
import type { RedeemCommand } from '../../../libs/coupons/src/use-cases/redeem-coupons.use-case';
import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { provesAbsent } from '../../support/proves-absent';
import { type CouponsProcess, couponsProcess, draft, type Parts, settled, staff } from './coupons-process';

/** Looks at what is left without locking it, and counts whatever that has become. */
class TrustingBudgets extends BudgetRepository {
  override async lock(tx: Tx, keys: readonly BudgetKey[]): Promise<Map<string, number>> {
    const seen = await this.read(tx as Queryable, keys);
    await new Promise((resolve) => setTimeout(resolve, 30));
    await super.lock(tx, keys);
    return seen;
  }
  override take(tx: Tx, key: BudgetKey, amount: number): Promise<boolean> {
    return super.take(tx, key, amount, null);
  }
}

/** Reads the template without its lock: every batch believes that the day is young. */
class UnlockedTemplates extends TemplateRepository {
  override async lock(tx: Tx, ids: readonly string[]) {
    const unlocked = {
      ...tx,
      query: (sql: string, params?: readonly unknown[]) => tx.query(sql.replace('FOR UPDATE', ''), params),
    };
    const rows = await super.lock(unlocked as Tx, ids);
    await new Promise((resolve) => setTimeout(resolve, 30));
    return rows;
  }
}

const LINES = [{ sku: null, category: '奶茶', quantity: 2, amountFen: 3800 }];
const NOON = '2026-06-15T04:00:00Z';

/** ¥5 off from ¥30. */
describe('budgets of coupons', () => {
  const database = usePrivateDatabase();
  const clock = new FixedClock(NOON);
  let keys = 0;
  let shop: CouponsProcess;
  beforeEach(() => {
    clock.set(NOON);
    shop = couponsProcess(database.dataSource, clock);
  });
  const processes = async (parts: Parts = {}): Promise<CouponsProcess[]> => [
    couponsProcess(database.dataSource, clock, parts),
    couponsProcess(await database.another(), clock, parts),
  ];
  const template = (budgets: Partial<Budgets>, at = shop): Promise<string> =>
    at.create.execute({
      draft: draft({ perMemberLimit: 20, stockTotal: 1000, budgets: { ...NO_BUDGETS, ...budgets } }),
      status: 'active',
      actor: staff,
    });
  const claim = async (templateId: string, memberId: string, at = shop): Promise<CouponId> => {
    keys += 1;
    return (await at.claim.execute({ templateId, memberId, idempotencyKey: `budget-key-${keys}` })).couponId;
  };
  const use = (couponId: CouponId, memberId: string, more: Partial<RedeemCommand> = {}, at = shop) =>
    at.unitOfWork.run(async (tx) => {
      const place = { storeId: '7', reference: `sale-${couponId}`, at: clock.now(), lines: LINES };
      const [outcome] = await at.redeem.execute(tx, [{ couponIds: [couponId], memberId, ...place, ...more }]);
      if (!outcome!.ok) throw outcome!.refusal;
      return outcome!.value;
    });
  const giveBack = (couponId: CouponId) =>
    shop.unitOfWork.run((tx) => shop.giveBack.execute(tx, { reference: `sale-${couponId}` }, clock.now()));
  const codes = async (calls: readonly Promise<unknown>[]) => (await settled(calls)).refused;
  const reasons = async (memberId: string, storeId = '7') =>
    (await shop.usable.forBasket({ memberId, storeId, at: clock.now(), lines: LINES })).coupons.map(
      (one) => one.reason,
    );
  const usedOf = async (templateId: string) =>
    Object.fromEntries(
      (
        await database.query<{ kind: string; day: string; store_id: string; used: string }>(
          'SELECT kind, day, store_id, used FROM coupons_budget WHERE template_id = ? AND used > 0',
          [templateId],
        )
      ).map(({ kind, day, store_id, used }) => [
        [kind, day, store_id === '0' ? '' : store_id].filter(Boolean).join(' '),
        Number(used),
      ]),
    );

  it('L18 two tills at the last ¥5 of four budgets, on separate purchases: one gets it, none is passed', async () => {
    await provesAbsent<CouponsProcess[]>({
      reset: () => database.truncateAll(),
      sound: () => processes(),
      broken: () => processes({ budgets: new TrustingBudgets() }),
      scenario: async (tills) => {
        // ¥12.40 are good for two coupons of ¥5.
        const templates = await Promise.all(['1', '2', '3', '4'].map(() => template({ totalFen: 1240 }, tills[0]!)));
        const coupons = await Promise.all(
          templates.flatMap((id) =>
            ['11', '12', '13', '14', '15', '16'].map(async (m) => [await claim(id, m, tills[0]!), m] as const),
          ),
        );
        const { done, refused } = await settled(
          coupons.map(([couponId, memberId], i) => use(couponId, memberId, {}, tills[i % 2]!)),
        );
        const spent = await database.query<{ fen: string; said: string }>(
          `SELECT SUM(r.discount_fen) AS fen, (SELECT used FROM coupons_budget b WHERE b.template_id = r.template_id AND b.kind = 'total') AS said
             FROM coupons_redemption r GROUP BY r.template_id`,
        );
        const right = spent.filter(({ fen, said }) => fen === '1000' && said === '1000');
        const told = refused.filter((code) => code === 'BudgetSpent');
        return right.length === 4 && done.length === 8 && told.length === 16
          ? []
          : spent.map(({ fen, said }) => `${fen} fen of 1240 given, the budget says ${said}`);
      },
    });
  });

  it('L18 what a day gives out is never passed by parallel claims, each template on its own', async () => {
    await provesAbsent<CouponsProcess[]>({
      reset: () => database.truncateAll(),
      sound: () => processes(),
      broken: () => processes({ templates: (terms) => new UnlockedTemplates(terms, new AudienceRepository()) }),
      scenario: async (shops) => {
        const templates = await Promise.all([1, 2].map(() => template({ claimsPerDay: 10 }, shops[0]!)));
        const members = Array.from({ length: 24 }, (_, i) => String(100 + i));
        const { refused } = await settled(
          templates.flatMap((id) => members.map((member, i) => claim(id, member, shops[i % 2]!))),
        );
        const given = await database.query<{ n: string }>(
          'SELECT COUNT(*) AS n FROM coupons_coupon GROUP BY template_id',
        );
        const right = given.filter(({ n }) => n === '10');
        return right.length === 2 && refused.every((code) => code === 'DayClaimsSpent')
          ? []
          : given.map(({ n }) => `${n} of 10 given on one day`);
      },
    });
  });

  it('a day begins anew at midnight of the brand, and is counted in the template’s own row', async () => {
    const templateId = await template({ claimsPerDay: 1 });
    await claim(templateId, '100');
    clock.set('2026-06-15T15:59:59.999Z');
    expect(await codes([claim(templateId, '200')])).toEqual(['DayClaimsSpent']);
    clock.set('2026-06-15T16:00:00.000Z');
    expect(await codes([claim(templateId, '200')])).toEqual([]);
    expect(await database.query('SELECT claimed_day, claimed_today, stock_left FROM coupons_template')).toEqual([
      { claimed_day: '2026-06-16', claimed_today: 1, stock_left: 998 },
    ]);
    expect(await database.query('SELECT * FROM coupons_budget')).toEqual([]);
  });

  it('counts money of all time, of the day and of the store, and pieces of the store’s day; the till says why', async () => {
    const templateId = await template({ totalFen: 2500, dayFen: 1900, storeFen: 1000, usesPerStoreDay: 2 });
    const coupons = await Promise.all(['1', '1', '1', '1', '1', '1'].map((member) => claim(templateId, member)));
    const [a, b, c, d, e] = coupons as [string, string, string, string, string];
    await use(a, '1');
    await use(b, '1');
    expect(await codes([use(c, '1')])).toEqual(['BudgetSpent']);
    expect((await reasons('1'))[0]).toBe('本店预算已用完');
    await use(c, '1', { storeId: '8' });
    expect((await reasons('1', '8'))[0]).toBe('今日预算只剩 ¥4.00，不够这次优惠');
    expect(await usedOf(templateId)).toEqual({
      total: 1500,
      'day 2026-06-15': 1500,
      'store 7': 1000,
      'store 8': 500,
      'store-day 2026-06-15 7': 2,
      'store-day 2026-06-15 8': 1,
    });
    clock.advance({ days: 1 });
    await use(d, '1', { storeId: '8' });
    expect((await reasons('1', '8'))[0]).toBe('本店预算已用完');
    await use(e, '1', { storeId: '9' });
    expect((await reasons('1', '9'))[0]).toBe('这张券的预算已用完');
    const { best, chosen } = await shop.usable.forBasket({
      ...{ memberId: '1', storeId: '9', at: clock.now(), lines: LINES, couponIds: [coupons[5]!] },
    });
    expect([best.couponIds, chosen?.ok]).toEqual([[], false]);
  });

  it('a use that is taken back gives to the budget of its own day and store, once', async () => {
    const templateId = await template({ dayFen: 500, usesPerStoreDay: 1 });
    const [a, b] = [await claim(templateId, '1'), await claim(templateId, '1')];
    await use(a, '1');
    expect(await codes([use(b, '1')])).toEqual(['BudgetSpent']);
    clock.advance({ days: 1 });
    await use(b, '1');
    expect([await giveBack(a), await giveBack(a)]).toEqual([true, false]);
    expect(await usedOf(templateId)).toEqual({
      total: 500,
      'day 2026-06-16': 500,
      'store 7': 500,
      'store-day 2026-06-16 7': 1,
    });
  });

  it('counts from when it is set: what was used before is not given back to it', async () => {
    const templateId = await template({});
    const [a, b] = [await claim(templateId, '1'), await claim(templateId, '1')];
    await use(a, '1');
    expect(await usedOf(templateId)).toEqual({});
    const budgets = { ...NO_BUDGETS, totalFen: 500 };
    await shop.revise.execute({
      templateId,
      draft: draft({ perMemberLimit: 20, stockTotal: 1000, budgets }),
      actor: staff,
    });
    await use(b, '1');
    await giveBack(a);
    expect((await usedOf(templateId))['total']).toBe(500);
    expect(await codes([use(a, '1')])).toEqual(['BudgetSpent']);
  });

  it('a coupon whose reason is gone gives its place of the day back', async () => {
    const templateId = await template({ claimsPerDay: 1 });
    const grant = {
      ...{ memberId: '1', ruleId: '1', ruleName: 'r', reward: { kind: 'coupon', templateId, count: 1 } },
      ...{ reference: 'sale:1', at: clock.now().toISOString() },
    };
    const event = (name: string) => ({ id: '1', name, payload: grant, occurredAt: clock.now() }) as never;
    await shop.unitOfWork.run((tx) => shop.onRewards.handle(tx, [event('loyalty.reward-granted.v1')]));
    expect(await codes([claim(templateId, '2')])).toEqual(['DayClaimsSpent']);
    await shop.unitOfWork.run((tx) => shop.onRewards.handle(tx, [event('loyalty.reward-withdrawn.v1')]));
    expect(await codes([claim(templateId, '2')])).toEqual([]);
  });

  it('a pause stops claims and leaves what is held; the use stops only when it is asked for', async () => {
    const templateId = await template({});
    const [a, b] = [await claim(templateId, '1'), await claim(templateId, '1')];
    const change = (status: 'active' | 'paused', pauseUse = false) =>
      shop.changeStatus.execute({ templateId, status, pauseUse, actor: staff });
    await change('paused');
    expect(await codes([claim(templateId, '2'), use(a, '1')])).toEqual(['TemplateNotActive']);
    await change('paused', true);
    expect(await codes([use(b, '1')])).toEqual(['UsePaused']);
    expect(await reasons('1')).toEqual(['这张优惠券暂停使用']);
    await change('active');
    expect(await codes([use(b, '1')])).toEqual([]);
  });

  it('an early end leaves what is held, or voids it for a reason that members read, no more than was seen', async () => {
    const templateId = await template({});
    const [kept, used] = [await claim(templateId, '1'), await claim(templateId, '2')];
    await use(used, '2');
    await Promise.all(['3', '4'].map((member) => claim(templateId, member)));
    const end = (seenUnused: number, reason = '门店停业') =>
      shop.changeStatus.execute({ templateId, status: 'ended', actor: staff, voidUnused: { reason, seenUnused } });
    expect(await codes([end(2), end(3, ' ')])).toEqual(['EndChanged', 'EndReasonMissing']);
    await end(3);
    // Before the sweep has come by, it holds already.
    expect(await codes([use(kept, '1'), claim(templateId, '5')])).toEqual(['CouponVoid', 'TemplateNotActive']);
    expect(await shop.wallet.list('1', 'usable')).toEqual([]);
    expect(await shop.wallet.list('1', 'expired')).toMatchObject([{ state: 'void', voidReason: '门店停业' }]);
    await shop.expire.execute();
    expect(
      await database.query('SELECT state, COUNT(*) AS n FROM coupons_coupon GROUP BY state ORDER BY state'),
    ).toEqual([
      { state: 'redeemed', n: '1' },
      { state: 'void', n: '3' },
    ]);
    const plain = await template({});
    const held = await claim(plain, '1');
    await shop.changeStatus.execute({ templateId: plain, status: 'ended', actor: staff });
    await shop.expire.execute();
    expect(await codes([use(held, '1')])).toEqual([]);
  });

  it.each<[Partial<Budgets>]>([
    [{ totalFen: 0 }],
    [{ dayFen: -1 }],
    [{ claimsPerDay: 0.5 }],
    [{ usesPerStoreDay: 1e12 }],
  ])('refuses %j', async (budgets) => {
    expect(await codes([template(budgets)])).toEqual(['TemplateInvalid']);
  });
});
