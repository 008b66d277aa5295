import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { aPurchase, aRule, type Loyalty, loyaltyOn, MANAGER, violationsOf } from './loyalty-on';

describe('points for purchases', () => {
  const db = usePrivateDatabase('loyalty');
  const clock = new FixedClock('2026-06-15T04:00:00Z');
  let loyalty: Loyalty;
  beforeEach(async () => {
    loyalty = loyaltyOn(db.dataSource, clock);
    await loyalty.install.execute();
  });

  it('pays, explains and proves', async () => {
    const [first, second] = await loyalty.earn(aPurchase({ ordinalOfMember: 1 }), aPurchase({ amountFen: 1999 }));
    expect(first).toMatchObject({
      points: 88,
      balanceAfter: 88,
      why: ['每消费 ¥1 得 1 分：¥38.00 → 38 分', '首次消费奖励：+50 分'],
      tier: { code: 'silver-leaf', name: '银叶' },
    });
    expect(second).toMatchObject({ points: 19, balanceAfter: 107 });
    expect(await violationsOf(loyalty)).toEqual([]);
    expect(await loyalty.prove.execute()).toMatchObject({
      ok: true,
      accounts: 1,
      entries: 2,
      entriesSum: 107,
      lotsSum: 107,
    });
    expect(await db.query('SELECT name FROM platform_outbox ORDER BY id')).toEqual([
      { name: 'loyalty.points-earned.v1' },
      { name: 'loyalty.points-earned.v1' },
    ]);
  });

  it('raises the tier inside a batch, and the next purchase of the batch gets its multiplier', async () => {
    const results = await loyalty.earn(
      aPurchase({ amountFen: 200_000 }),
      aPurchase({ amountFen: 3800 }),
      aPurchase({ memberId: '7002', amountFen: 3800 }),
    );
    expect(results.map(({ points, tierChanged, tier }) => [points, tierChanged, tier?.name])).toEqual([
      [2000, true, '金叶'],
      [57, false, '金叶'],
      [38, false, '银叶'],
    ]);
    expect(results[1]!.why).toEqual(['每消费 ¥1 得 1 分：¥38.00 → 38 分', '金叶 ×1.5：38 → 57 分']);
    expect(await loyalty.standing.execute('7001')).toMatchObject({
      code: 'gold-leaf',
      qualifying: 2057,
      next: { code: 'rock-tea', missing: 5943, hint: '再消费约 ¥3,962 升级岩茶' },
      windowFrom: '2025-06-16',
      windowTo: '2026-06-15',
      // What lifted the member does not count again; what came after it does.
      keep: { counted: 0, missing: 1500, from: '2026-06-16', until: '2027-06-15' },
    });
  });

  it('previews exactly what it then pays, and writes nothing', async () => {
    await loyalty.earn(aPurchase({ amountFen: 200_000 }));
    const before = await db.query('SELECT * FROM loyalty_points_account');
    const purchase = aPurchase({ amountFen: 7777 });
    const preview = await loyalty.preview.execute({
      memberId: '7001',
      storeId: '11',
      at: purchase.occurredAt,
      lines: purchase.lines,
      ordinal: 2,
    });
    expect(await db.query('SELECT * FROM loyalty_points_account')).toEqual(before);
    const [paid] = await loyalty.earn(purchase);
    expect({ ...preview, purchaseId: paid!.purchaseId }).toEqual({ ...paid, hint: null });
  });

  it('holds the cap of a day across a batch', async () => {
    await loyalty.createRule.execute({
      draft: {
        ...aRule,
        name: '茶饮双倍',
        effect: { kind: 'multiplier', percent: 200 },
        lines: { categories: ['茶饮'], skus: [], except: false },
        caps: { ...aRule.caps, perDay: 50 },
      },
      actor: MANAGER,
    });
    const nextDay = new Date('2026-06-15T16:00:00Z');
    const results = await loyalty.earn(aPurchase(), aPurchase(), aPurchase(), aPurchase({ occurredAt: nextDay }));
    expect(results.map(({ points }) => points)).toEqual([76, 50, 38, 76]);
    expect(results[1]!.why.at(-1)).toBe('每日上限 50 分：当日已得 38 分，本次计 12 分');
  });

  it('gives a guest and a closed account nothing, and says so', async () => {
    await loyalty.earn(aPurchase());
    await loyalty.unitOfWork.run((tx) => loyalty.close.execute(tx, [{ memberId: '7001', at: clock.now() }]));
    const results = await loyalty.earn(aPurchase(), aPurchase({ memberId: null }));
    expect(results.map(({ points, why }) => [points, why])).toEqual([
      [0, ['会员账户已关闭，不计积分']],
      [0, ['非会员消费不计积分']],
    ]);
    expect(await loyalty.prove.execute()).toMatchObject({ ok: true, entries: 2, entriesSum: 0 });
  });

  it('L16 a negative amount or quantity is refused and leaves nothing behind', async () => {
    const bad = [
      { sku: null, category: null, quantity: 1, amountFen: -3800 },
      { sku: null, category: null, quantity: -1, amountFen: 3800 },
      { sku: null, category: null, quantity: 1, amountFen: 38.5 },
    ];
    for (const line of bad)
      await expect(loyalty.earn(aPurchase(), aPurchase({ lines: [line] }))).rejects.toMatchObject({
        code: 'AmountNotAllowed',
      });
    for (const points of [-100, 0, 1.5]) {
      const command = {
        memberId: '7001',
        points,
        reference: 'gift-1',
        reason: '兑换',
        at: clock.now(),
        actor: MANAGER,
      };
      await loyalty.earn(aPurchase());
      await expect(loyalty.unitOfWork.run((tx) => loyalty.spend.execute(tx, command))).rejects.toMatchObject({
        code: 'PointsNotPositive',
      });
    }
    expect(await loyalty.prove.execute()).toMatchObject({ ok: true, entries: 3, entriesSum: 114 });
  });
});
