import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import {
  aTemplate,
  bought,
  cardsIn,
  holder,
  onSale,
  opened,
  order,
  STAFF,
  tierOf,
  told,
  violationsIn,
} from './cards-on';
import { type MembershipsOn, membershipsOn } from './memberships-on';

describe('cards that are given back', () => {
  const database = usePrivateDatabase('memberships');
  const clock = new FixedClock('2026-06-15T04:00:00Z');
  let house: MembershipsOn;
  beforeEach(async () => {
    clock.set('2026-06-15T04:00:00Z');
    await database.truncateAll();
    house = membershipsOn(database.dataSource, clock);
    await opened(house);
  });
  afterEach(async () => expect(await violationsIn(database)).toEqual([]));

  const refund = (cardNo: string, amountFen: number, memberId = '7001') =>
    house.refund.execute({ cardNo, amountFen, actor: holder(memberId), note: null });
  const couponStates = async (): Promise<string[]> =>
    (await database.query<{ state: string }>('SELECT state FROM coupons_coupon ORDER BY id')).map(({ state }) => state);

  it('giving a card back: the rest of its days, tier and unused coupons together, as it was shown', async () => {
    const templateId = await aTemplate(house);
    const coupons = [{ templateId, count: 3, worthFen: 500 }];
    const planId = await onSale(house, { coupons, usedCoupons: 'deduct' });
    const cardNo = await bought(house, planId);
    await database.query("UPDATE coupons_coupon SET state = 'redeemed' ORDER BY id LIMIT 1");
    clock.set('2026-06-30T04:00:00Z');
    const shown = await house.preview.of(cardNo, '7001');
    expect(shown).toEqual({
      ...{ usedCoupons: 1, why: null },
      sum: { amountFen: 951, daysTotal: 31, daysLeft: 15, daysFen: 1451, deductedFen: 500, isWhole: false },
    });
    await expect(house.preview.of(cardNo, '7002')).rejects.toMatchObject({ code: 'CardNotFound' });
    await expect(refund(cardNo, 951, '7002')).rejects.toMatchObject({ code: 'CardNotFound' });
    await expect(refund(cardNo, 1451)).rejects.toMatchObject({ code: 'RefundChanged', details: { amount: '¥9.51' } });
    expect(await tierOf(house)).toEqual(['gold-leaf', '2026-07-15']);
    expect(await refund(cardNo, 951)).toMatchObject({ amountFen: 951 });
    await expect(refund(cardNo, 951)).rejects.toMatchObject({ code: 'CardRefunded' });
    expect(await tierOf(house)).toEqual(['silver-leaf', null]);
    expect(await couponStates()).toEqual(['redeemed', 'void', 'void']);
    expect(await house.plans.one(planId)).toMatchObject({
      ...{ bought: 1, running: 0, refunded: 1, paidFen: 3000, refundedFen: 951, sold: 1 },
    });
    const audit = await database.query("SELECT 1 FROM platform_audit WHERE action = 'memberships.card-refunded'");
    expect(audit).toEqual([]);
  });

  it('a renewal that has not begun goes back whole, before the card that it follows', async () => {
    const planId = await onSale(house, { stockTotal: 5 });
    const [first, second] = [await bought(house, planId), await bought(house, planId, '7001', true)];
    clock.set('2026-07-14T04:00:00Z');
    await expect(refund(first, 96)).rejects.toMatchObject({ code: 'RenewalFirst' });
    expect(await refund(second, 3000)).toMatchObject({ isWhole: true });
    expect(await tierOf(house)).toEqual(['gold-leaf', '2026-07-15']);
    await expect(house.refund.execute({ cardNo: first, amountFen: 96, actor: STAFF, note: ' ' })).rejects.toMatchObject(
      {
        code: 'NoteMissing',
      },
    );
    await house.refund.execute({ cardNo: first, amountFen: 96, actor: STAFF, note: '顾客搬家' });
    expect(await house.plans.one(planId)).toMatchObject({ sold: 1, stockLeft: 4, refundedFen: 3096 });
    const audit = await database.query<{ subject: string }>(
      "SELECT subject FROM platform_audit WHERE action = 'memberships.card-refunded'",
    );
    expect(audit).toEqual([{ subject: `card:${first}` }]);
    // Bought again, it begins today.
    await bought(house, planId);
    expect(told(await cardsIn(database)).at(-1)).toBe('active 2026-07-14 2026-08-13');
  });

  it('a used coupon can forbid the refund, as the terms say', async () => {
    const templateId = await aTemplate(house);
    const planId = await onSale(house, { coupons: [{ templateId, count: 1, worthFen: 0 }], usedCoupons: 'forbid' });
    const cardNo = await bought(house, planId);
    await database.query("UPDATE coupons_coupon SET state = 'redeemed'");
    expect(await house.preview.of(cardNo, '7001')).toMatchObject({ sum: null, why: { code: 'CouponUsedUp' } });
    await expect(refund(cardNo, 2903)).rejects.toMatchObject({ code: 'CouponUsedUp' });
    expect(await tierOf(house)).toEqual(['gold-leaf', '2026-07-15']);
    expect(await cardsIn(database)).toMatchObject([{ state: 'active' }]);
  });

  it('who leaves gets the rest of every card back; money that comes afterwards goes back whole', async () => {
    const planId = await onSale(house);
    const rock = await onSale(house, { tierCode: 'rock-tea' });
    await bought(house, planId);
    await bought(house, planId, '7001', true);
    const open = await order(house, rock);
    await house.unitOfWork.run(async (tx) => {
      await house.ledger.close.execute(tx, [{ memberId: '7001', at: clock.now() }]);
      await house.leave.execute(tx, '7001');
    });
    expect((await cardsIn(database)).map(({ state, refundFen }) => [state, refundFen])).toEqual([
      ['refunded', 2903],
      ['refunded', 3000],
      ['ordered', null],
    ]);
    await house.payments.paid(open.cardNo);
    await house.relay();
    expect((await cardsIn(database)).at(-1)).toMatchObject({ state: 'refunded', refundFen: 3000 });
    expect(await house.payments.of(open.cardNo)).toMatchObject({ reservedFen: 3000 });
  });
});
