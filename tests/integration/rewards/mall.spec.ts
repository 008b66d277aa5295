import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { settled } from '../activities/activities-process';
import { couponsProcess, draft as template } from '../coupons/coupons-process';
import { membersWith, onSale, pointsOf, redeem, violationsIn } from './mall-on';
import { draft, rewardsProcess, staff } from './rewards-process';

describe('the points mall', () => {
  const database = usePrivateDatabase('rewards');
  const clock = new FixedClock('2026-06-15T04:00:00Z');
  beforeEach(() => clock.set('2026-06-15T04:00:00Z'));
  const house = (coupons?: ReturnType<typeof couponsProcess>) =>
    rewardsProcess(database.dataSource, clock, { coupons: coupons?.grants });
  const why = async (call: Promise<unknown>): Promise<string> => (await settled([call])).refused[0] ?? 'done';

  it('shows what can be had and why not, in the order of the brand, sold out last', async () => {
    const mall = house();
    await membersWith(mall, { '7001': 150 });
    await onSale(mall, { title: '帆布袋', position: 3, pricePoints: 150 });
    await onSale(mall, { title: '礼盒', position: 2, pricePoints: 1280 });
    await onSale(mall, { title: '绝版杯', position: 1, stock: 0 });
    await onSale(mall, { title: '秋茶', position: 4, availableFrom: new Date('2026-09-01T00:00:00Z') });
    await onSale(mall, { title: '春茶', position: 0, availableUntil: clock.now() });
    await mall.create.execute({ kind: 'goods', draft: draft({ title: '草稿' }), stock: 9, actor: staff });
    const shown = await mall.mall.list('7001');
    expect(shown.available).toBe(150);
    expect(shown.items.map((item) => [item.title, item.why?.text ?? null])).toEqual([
      ['礼盒', '还差 1,130 积分'],
      ['帆布袋', null],
      ['秋茶', '还没到兑换时间'],
      ['绝版杯', '已经兑完了'],
    ]);
    const visitor = await mall.mall.list(null);
    expect([visitor.available, visitor.items[0]!.why]).toEqual([null, null]);
  });

  it('takes points, a piece and a place, and gives a code to pick it up with', async () => {
    const mall = house();
    await membersWith(mall, { '7001': 250 });
    const itemId = await onSale(mall, { stock: 3, perMemberLimit: 2, storeIds: ['11'] });
    const { rewardNo, pointsLeft } = await redeem(mall, itemId, '7001');
    expect(pointsLeft).toBe(150);
    const mine = await mall.mine.one('7001', rewardNo);
    expect(mine).toMatchObject({
      state: 'ready',
      pricePoints: 100,
      storeNames: ['静安店'],
      // Kept for 14 whole days after the 15th, in the brand's zone.
      expiresAt: '2026-06-29T16:00:00.000Z',
    });
    expect(mine.pickUpCode).toMatch(/^[2-9A-Z]{12}$/);
    expect((await mall.mall.one(itemId, '7001')).items).toMatchObject({ stockLeft: 2, held: 1, pickUpDays: 14 });
    expect(await why(mall.mine.one('7002', rewardNo))).toBe('RewardNotFound');
    const typed = `${mine.pickUpCode!.slice(0, 4).toLowerCase()} ${mine.pickUpCode!.slice(4)}`;
    const handOver = (storeId = '11') => mall.handOver.execute({ code: typed, storeId, staffId: '1' });
    expect(await why(handOver('12'))).toBe('NotInThisStore');
    expect(await handOver()).toBe(rewardNo);
    expect(await why(handOver())).toBe('RewardPickedUp');
    expect(await mall.mine.one('7001', rewardNo)).toMatchObject({
      state: 'picked-up',
      pickUpCode: null,
      storeName: '静安店',
    });
    expect(await violationsIn(database, mall)).toEqual([]);
  });

  it('C9 a cancelled reward gives back points to their lots, stock and limit, and can be had again', async () => {
    const mall = house();
    await membersWith(mall, { '7001': 100 });
    const itemId = await onSale(mall, { stock: 1, perMemberLimit: 1 });
    const before = await database.query('SELECT lot_no, remaining FROM loyalty_lot WHERE member_id = 7001');
    const { rewardNo } = await redeem(mall, itemId, '7001');
    expect(await why(mall.cancel.execute({ rewardNo, actor: { kind: 'member', id: '7002' }, note: null }))).toBe(
      'RewardNotFound',
    );
    expect(await why(mall.cancel.execute({ rewardNo, actor: staff, note: ' ' }))).toBe('NoteMissing');
    const owner = { kind: 'member', id: '7001' } as const;
    expect(await mall.cancel.execute({ rewardNo, actor: owner, note: null })).toEqual({
      pointsReturned: 100,
      refundFen: 0,
    });
    expect(await database.query('SELECT lot_no, remaining FROM loyalty_lot WHERE member_id = 7001')).toEqual(before);
    await redeem(mall, itemId, '7001');
    expect(await why(mall.cancel.execute({ rewardNo, actor: owner, note: null }))).toBe('RewardCancelled');
    expect(await violationsIn(database, mall)).toEqual([]);
  });

  it('charges nothing but the price that was agreed to, and nothing at all when it refuses', async () => {
    const mall = house();
    await membersWith(mall, { '7001': 500 });
    const itemId = await onSale(mall);
    await mall.revise.execute({ itemId, draft: draft({ pricePoints: 120 }), actor: staff });
    expect(await why(redeem(mall, itemId, '7001', 100))).toBe('PriceChanged');
    expect(await why(redeem(mall, '999', '7001'))).toBe('ItemNotFound');
    expect(await why(redeem(mall, itemId, '7999', 120))).toBe('AccountMissing');
    await mall.changeStatus.execute({ itemId, status: 'paused', actor: staff });
    expect(await why(redeem(mall, itemId, '7001', 120))).toBe('ItemNotOpen');
    const tiered = await onSale(mall, { minTier: 'no-such-tier' });
    expect(await why(redeem(mall, tiered, '7001'))).toBe('TierTooLow');
    expect(await pointsOf(mall, '7001')).toBe(500);
    expect(await violationsIn(database, mall)).toEqual([]);
  });

  it('a coupon is issued in the same transaction: where the template refuses, no point is gone', async () => {
    const coupons = couponsProcess(database.dataSource, clock);
    const mall = house(coupons);
    await membersWith(mall, { '7001': 500 });
    const templateId = await coupons.create.execute({
      draft: template({ stockTotal: 1, perMemberLimit: 5 }),
      status: 'active',
      actor: staff,
    });
    const itemId = await onSale(mall, { kind: 'coupon', templateId });
    const { rewardNo } = await redeem(mall, itemId, '7001');
    expect(await mall.mine.one('7001', rewardNo)).toMatchObject({ state: 'delivered', pickUpCode: null });
    expect(await why(redeem(mall, itemId, '7001'))).toBe('StockExhausted');
    expect(await pointsOf(mall, '7001')).toBe(400);
    const [held] = await database.query<{ n: string }>(
      'SELECT COUNT(*) AS n FROM coupons_coupon WHERE member_id = 7001',
    );
    expect(Number(held!.n)).toBe(1);
    const owner = { kind: 'member', id: '7001' } as const;
    expect(await why(mall.cancel.execute({ rewardNo, actor: owner, note: null }))).toBe('RewardDelivered');
    expect(await violationsIn(database, mall)).toEqual([]);
  });

  it('stock changes by differences; what is taken cannot be taken away', async () => {
    const mall = house();
    await membersWith(mall, { '7001': 500 });
    const itemId = await onSale(mall, { stock: 3 });
    await redeem(mall, itemId, '7001');
    expect(await why(mall.changeStock.execute({ itemId, by: -3, actor: staff }))).toBe('StockBelowTaken');
    await mall.changeStock.execute({ itemId, by: -2, actor: staff });
    expect(await why(redeem(mall, itemId, '7001'))).toBe('SoldOut');
    await mall.changeStock.execute({ itemId, by: 5, actor: staff });
    expect((await mall.mall.one(itemId, null)).items.stockLeft).toBe(5);
    expect(await violationsIn(database, mall)).toEqual([]);
  });

  it('a closed account leaves nothing reserved; a reward of a closed account does not hold up the sweep', async () => {
    const mall = house();
    await membersWith(mall, { '7001': 500, '7002': 500, '7003': 500 });
    const itemId = await onSale(mall, { stock: 5 });
    for (const member of ['7001', '7002', '7003']) await redeem(mall, itemId, member);
    await mall.unitOfWork.run((tx) => mall.releaseMember.execute(tx, '7001'));
    expect((await mall.mall.one(itemId, null)).items.stockLeft).toBe(3);
    await mall.unitOfWork.run((tx) => mall.ledger.close.execute(tx, [{ memberId: '7002', at: clock.now() }]));
    clock.advance({ days: 20 });
    expect(await mall.expire.execute()).toBe(2);
    expect((await mall.mall.one(itemId, null)).items.stockLeft).toBe(5);
    expect(await pointsOf(mall, '7003')).toBe(500);
  });
});
