import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { settled } from '../activities/activities-process';
import { couponsProcess, draft as template } from '../coupons/coupons-process';
import { membersWith, onSale, pointsOf, redeem, violationsIn } from './mall-on';
import { toldEvents } from './payments-beside';
import { draft, type RewardsProcess, rewardsProcess, staff } from './rewards-process';

const OWNER = { kind: 'member', id: '7001' } as const;
const RETURNED = ['rewards.payment-returned.v1'] as const;

describe('rewards for points and ¥', () => {
  const database = usePrivateDatabase('rewards');
  const clock = new FixedClock('2026-06-15T04:00:00Z');
  beforeEach(() => clock.set('2026-06-15T04:00:00Z'));
  const house = (coupons?: ReturnType<typeof couponsProcess>) =>
    rewardsProcess(database.dataSource, clock, { coupons: coupons?.grants });
  const why = async (call: Promise<unknown>): Promise<string> => (await settled([call])).refused[0] ?? 'done';
  /** All that the payments told so far, handed over again and again: it takes effect once. */
  const hear = async (mall: RewardsProcess) => {
    const told = await toldEvents(database, mall.onPayments.events);
    await mall.unitOfWork.run((tx) => mall.onPayments.handle(tx, told));
  };
  const taken = async (mall: RewardsProcess, more: Parameters<typeof onSale>[1] = {}) => {
    await membersWith(mall, { '7001': 250 });
    const itemId = await onSale(mall, { stock: 1, perMemberLimit: 1, priceFen: 990, ...more });
    const { rewardNo, paymentNo } = await redeem(mall, itemId, '7001', 100, 990);
    return { itemId, rewardNo, paymentNo: paymentNo! };
  };
  const stockOf = async (mall: RewardsProcess, itemId: string) => (await mall.mall.one(itemId, '7001')).items.stockLeft;

  it('points and a piece are taken at once, the reward waits for the money, and is handed out once it came', async () => {
    const mall = house();
    const { itemId, rewardNo, paymentNo } = await taken(mall);
    expect([await pointsOf(mall, '7001'), await stockOf(mall, itemId)]).toEqual([150, 0]);
    expect(await mall.mine.one('7001', rewardNo)).toMatchObject({
      state: 'reserved',
      pickUpCode: null,
      refund: null,
      payment: { paymentNo, amountFen: 990, expiresAt: '2026-06-15T04:15:00.000Z' },
    });
    expect(await toldEvents(database, ['rewards.reward-redeemed.v1'])).toEqual([]);
    clock.advance({ minutes: 14 });
    await mall.payments.paid(rewardNo);
    await hear(mall);
    const { pickUpCode, ...mine } = await mall.mine.one('7001', rewardNo);
    expect(mine).toMatchObject({ state: 'ready', payment: null, expiresAt: '2026-06-29T16:00:00.000Z' });
    await hear(mall);
    expect((await mall.mine.one('7001', rewardNo)).pickUpCode).toBe(pickUpCode);
    expect(await toldEvents(database, ['rewards.reward-redeemed.v1'])).toHaveLength(1);
    expect(await mall.handOver.execute({ code: pickUpCode!, storeId: '11', staffId: '1' })).toBe(rewardNo);
    await hear(mall);
    expect((await mall.payments.of(rewardNo)).reservedFen).toBe(0);
    expect(await violationsIn(database, mall)).toEqual([]);
  });

  it('nothing but the price that was agreed to is charged, in points and in ¥', async () => {
    const mall = house();
    await membersWith(mall, { '7001': 500 });
    const itemId = await onSale(mall, { priceFen: 990 });
    expect(await why(redeem(mall, itemId, '7001', 100, 0))).toBe('PriceChanged');
    await mall.revise.execute({ itemId, draft: draft({ priceFen: 1990 }), actor: staff });
    const late = redeem(mall, itemId, '7001', 100, 990);
    await expect(late).rejects.toMatchObject({ message: expect.stringContaining('100 积分 + ¥19.90') });
    expect(await database.query('SELECT id FROM payments_payment')).toEqual([]);
    expect(await pointsOf(mall, '7001')).toBe(500);
  });

  it('C9 nobody paid in time: points to their lots, the piece to the shelf, the place into the limit', async () => {
    const mall = house();
    await membersWith(mall, { '7001': 250 });
    const lots = () => database.query('SELECT lot_no, remaining FROM loyalty_lot WHERE member_id = 7001');
    const before = await lots();
    const itemId = await onSale(mall, { stock: 2, perMemberLimit: 1, priceFen: 990 });
    const { rewardNo } = await redeem(mall, itemId, '7001', 100, 990);
    expect(await why(redeem(mall, itemId, '7001', 100, 990))).toBe('LimitReached');
    clock.advance({ minutes: 20 });
    // The shelf waits for the payment's own end: while WeChat could still take money, nothing is given to somebody else.
    expect(await mall.expire.execute()).toBe(0);
    await mall.payments.close(rewardNo);
    await hear(mall);
    await hear(mall);
    expect(await mall.mine.one('7001', rewardNo)).toMatchObject({ state: 'cancelled', cancelCause: 'not-paid' });
    expect([await lots(), await stockOf(mall, itemId)]).toEqual([before, 2]);
    expect(await toldEvents(database, ['rewards.reward-cancelled.v1'])).toEqual([]);
    await redeem(mall, itemId, '7001', 100, 990);
    expect(await violationsIn(database, mall)).toEqual([]);
  });

  it('C14 money that comes after the end goes back, and no reward is handed out for it', async () => {
    const mall = house();
    const { itemId, rewardNo } = await taken(mall);
    await mall.payments.close(rewardNo);
    await hear(mall);
    expect(await mall.payments.paid(rewardNo)).toBe('late');
    await hear(mall);
    expect(await mall.mine.one('7001', rewardNo)).toMatchObject({
      state: 'cancelled',
      pickUpCode: null,
      refund: { state: 'processing', amountFen: 990 },
    });
    expect([await pointsOf(mall, '7001'), await stockOf(mall, itemId)]).toEqual([250, 1]);
    expect(await toldEvents(database, RETURNED)).toEqual([]);
  });

  it('C14 who cancels before paying has the points at once; money that was on its way goes back, and he is told', async () => {
    const mall = house();
    const { itemId, rewardNo } = await taken(mall);
    const cancelled = await mall.cancel.execute({ rewardNo, actor: OWNER, note: null });
    expect(cancelled).toEqual({ pointsReturned: 100, refundFen: 0 });
    expect([await pointsOf(mall, '7001'), await stockOf(mall, itemId)]).toEqual([250, 1]);
    // Given up, and not closed with WeChat yet: the sheet was open.
    expect(await mall.payments.paid(rewardNo)).toBe('paid');
    await hear(mall);
    await hear(mall);
    expect((await mall.payments.of(rewardNo)).reservedFen).toBe(990);
    expect((await toldEvents(database, RETURNED)).map(({ payload }) => [payload.why, payload.amountFen])).toEqual([
      ['given-back', 990],
    ]);
    expect(await violationsIn(database, mall)).toEqual([]);
  });

  it('a paid reward that is cancelled gives back points and money together, once, and shows where the money is', async () => {
    const mall = house();
    const { itemId, rewardNo, paymentNo } = await taken(mall);
    await mall.payments.paid(rewardNo);
    await hear(mall);
    const both = await settled([
      mall.cancel.execute({ rewardNo, actor: OWNER, note: null }),
      mall.cancel.execute({ rewardNo, actor: staff, note: '缺货' }),
    ]);
    expect([both.done, both.refused]).toEqual([[{ pointsReturned: 100, refundFen: 990 }], ['RewardCancelled']]);
    expect([await pointsOf(mall, '7001'), await stockOf(mall, itemId)]).toEqual([250, 1]);
    expect((await mall.mine.one('7001', rewardNo)).refund).toEqual({ state: 'processing', amountFen: 990 });
    const refunds = 'SELECT reason, amount_fen AS fen, reference FROM payments_refund';
    expect(await database.query(refunds)).toEqual([{ reason: '取消兑换「随行杯」', fen: '990', reference: rewardNo }]);
    await database.query("UPDATE payments_refund SET state = 'failed', failure = 'ABNORMAL'");
    expect((await mall.payments.door.standings('rewards.reward', [rewardNo])).get(rewardNo)).toMatchObject({
      paymentNo,
      refund: { state: 'failed', amountFen: 990 },
    });
    await hear(mall);
    expect(await database.query(refunds)).toHaveLength(1);
    expect(await violationsIn(database, mall)).toEqual([]);
  });

  it('C9 what is paid for and never picked up goes back whole, money too', async () => {
    const mall = house();
    const { itemId, rewardNo } = await taken(mall);
    await mall.payments.paid(rewardNo);
    await hear(mall);
    clock.advance({ days: 20 });
    expect(await mall.expire.execute()).toBe(1);
    expect((await mall.payments.of(rewardNo)).reservedFen).toBe(990);
    expect([await pointsOf(mall, '7001'), await stockOf(mall, itemId)]).toEqual([250, 1]);
  });

  it('a coupon that is used up meanwhile: points and money go back, the others get theirs', async () => {
    const coupons = couponsProcess(database.dataSource, clock);
    const mall = house(coupons);
    await membersWith(mall, { '7001': 500, '7002': 500 });
    const templateId = await coupons.create.execute({
      draft: template({ stockTotal: 1, perMemberLimit: 5 }),
      status: 'active',
      actor: staff,
    });
    const itemId = await onSale(mall, { kind: 'coupon', templateId, priceFen: 100 });
    const [first, second] = [
      await redeem(mall, itemId, '7001', 100, 100),
      await redeem(mall, itemId, '7002', 100, 100),
    ];
    await mall.payments.paid(first.rewardNo);
    await mall.payments.paid(second.rewardNo);
    await hear(mall);
    expect((await mall.mine.one('7001', first.rewardNo)).state).toBe('delivered');
    expect(await mall.mine.one('7002', second.rewardNo)).toMatchObject({
      state: 'cancelled',
      cancelCause: 'undeliverable',
      refund: { state: 'processing', amountFen: 100 },
    });
    expect([await pointsOf(mall, '7001'), await pointsOf(mall, '7002')]).toEqual([400, 500]);
    expect((await toldEvents(database, RETURNED)).map(({ payload }) => payload.why)).toEqual(['undeliverable']);
    expect(await violationsIn(database, mall)).toEqual([]);
  });

  it('a closed account leaves nothing reserved, and pays for nothing', async () => {
    const mall = house();
    const { itemId, rewardNo } = await taken(mall);
    await mall.unitOfWork.run((tx) => mall.releaseMember.execute(tx, '7001'));
    expect(await stockOf(mall, itemId)).toBe(1);
    await mall.payments.paid(rewardNo);
    await hear(mall);
    expect((await mall.payments.of(rewardNo)).reservedFen).toBe(990);
  });
});
