import { json } from '@fanloop/platform';
import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { aPurchase } from '../loyalty/loyalty-on';
import {
  aKey,
  aTemplate,
  bought,
  cardsIn,
  onSale,
  opened,
  order,
  planInput,
  STAFF,
  tierOf,
  told,
  violationsIn,
} from './cards-on';
import { type MembershipsOn, membershipsOn } from './memberships-on';

describe('paid membership cards', () => {
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

  const names = async (): Promise<string[]> =>
    (
      await database.query<{ name: string }>(
        "SELECT name FROM platform_outbox WHERE name LIKE 'memberships.%' ORDER BY id",
      )
    ).map(({ name }) => name.split('.')[1]!);
  const couponStates = async (): Promise<string[]> =>
    (await database.query<{ state: string }>('SELECT state FROM coupons_coupon ORDER BY id')).map(({ state }) => state);

  it('a card begins when it is paid, not before: tier, coupons and days, told once however often it is told', async () => {
    const templateId = await aTemplate(house);
    const planId = await onSale(house, { coupons: [{ templateId, count: 2, worthFen: 500 }] });
    const { cardNo, amountFen } = await order(house, planId);
    expect(amountFen).toBe(3000);
    expect(await tierOf(house)).toEqual(['silver-leaf', null]);
    expect(await house.payments.paid(cardNo)).toBe('paid');
    for (const _ of [1, 2, 3]) await house.relay();
    expect(await cardsIn(database)).toMatchObject([
      { cardNo, state: 'active', startsOn: '2026-06-15', lastOn: '2026-07-15' },
    ]);
    expect(await tierOf(house)).toEqual(['gold-leaf', '2026-07-15']);
    expect(await couponStates()).toEqual(['claimed', 'claimed']);
    expect(await names()).toEqual(['card-bought', 'card-begun']);
    expect((await house.page.of('7001')).cards).toMatchObject([
      { cardNo, state: 'active', daysLeft: 30, tierName: '金叶', paymentNo: null },
    ]);
  });

  it('a renewal begins the day after, prolongs the tier at once, and its coupons come on its first day', async () => {
    const templateId = await aTemplate(house);
    const planId = await onSale(house, {
      ...{ duration: { unit: 'month', count: 1 }, coupons: [{ templateId, count: 1, worthFen: 500 }] },
    });
    clock.set('2027-01-31T04:00:00Z');
    await bought(house, planId);
    await bought(house, planId, '7001', true);
    expect(told(await cardsIn(database))).toEqual(['active 2027-01-31 2027-02-28', 'upcoming 2027-03-01 2027-03-31']);
    expect(await tierOf(house)).toEqual(['gold-leaf', '2027-03-31']);
    await expect(order(house, planId, '7001', true)).rejects.toMatchObject({ code: 'RenewalWaits' });
    clock.set('2027-02-28T15:59:59Z');
    expect(await house.turn.execute()).toEqual({ ended: 0, begun: 0 });
    clock.set('2027-02-28T16:00:00Z');
    expect(await house.turn.execute()).toEqual({ ended: 1, begun: 1 });
    expect(await house.turn.execute()).toEqual({ ended: 0, begun: 0 });
    expect(told(await cardsIn(database))).toEqual(['ended 2027-01-31 2027-02-28', 'active 2027-03-01 2027-03-31']);
    expect(await couponStates()).toHaveLength(2);
    clock.set('2027-03-31T16:00:00Z');
    // Before any sweep: time decides what is shown, and the tier falls back to what the member earned.
    expect((await house.page.of('7001')).cards.map(({ state }) => state)).toEqual(['ended', 'ended']);
    expect(await tierOf(house)).toEqual(['silver-leaf', null]);
    expect(await house.turn.execute()).toEqual({ ended: 1, begun: 0 });
    expect((await names()).filter((name) => name === 'card-ended')).toHaveLength(2);
  });

  it('a plan for the same tier waits behind the card that runs; one for another tier runs beside it', async () => {
    const [month, year] = [
      await onSale(house),
      await onSale(house, { name: '年卡', duration: { unit: 'month', count: 12 } }),
    ];
    const rock = await onSale(house, { name: '黑卡', tierCode: 'rock-tea' });
    await bought(house, month);
    await expect(order(house, year)).rejects.toMatchObject({ code: 'CardRunning' });
    await bought(house, year, '7001', true);
    await bought(house, rock);
    expect(told(await cardsIn(database))).toEqual([
      'active 2026-06-15 2026-07-15',
      'upcoming 2026-07-16 2027-07-15',
      'active 2026-06-15 2026-07-15',
    ]);
    expect(await tierOf(house)).toEqual(['rock-tea', '2026-07-15']);
    // A tier that a card gives is no reason not to buy one; what was earned is said.
    expect((await house.page.of('7001')).plans.map((plan) => plan.isTierHeld)).toEqual([false, false, false]);
    await house.ledger.earn(aPurchase({ memberId: '7003', amountFen: 300_000 }));
    expect((await house.page.of('7003')).plans.map((plan) => plan.isTierHeld)).toEqual([true, true, false]);
    clock.set('2026-07-16T04:00:00Z');
    expect(await tierOf(house)).toEqual(['gold-leaf', '2027-07-15']);
  });

  it('a bought card keeps the terms that it was bought under; a screen with the old ones is asked again', async () => {
    const planId = await onSale(house);
    const first = await order(house, planId);
    const input = planInput({
      name: '月卡 Pro',
      priceFen: 9900,
      duration: { unit: 'day', count: 7 },
      tierCode: 'rock-tea',
    });
    await house.revise.execute({ planId, input, actor: STAFF });
    await house.revise.execute({ planId, input: { ...input, position: 5 }, actor: STAFF });
    expect(await house.plans.one(planId)).toMatchObject({ version: 2, priceFen: 9900, position: 5, sold: 1 });
    await house.payments.paid(first.cardNo);
    await house.relay();
    expect(told(await cardsIn(database))).toEqual(['active 2026-06-15 2026-07-15']);
    expect(await tierOf(house)).toEqual(['gold-leaf', '2026-07-15']);
    await expect(order(house, planId, '7001', true)).rejects.toMatchObject({ code: 'TermsChanged' });
    const { cardNo } = await order(house, planId, '7001', true, 2);
    expect((await house.page.card('7001', cardNo)).name).toBe('月卡 Pro');
    // A renewal that gives another tier lifts nobody before it begins.
    await house.payments.paid(cardNo);
    await house.relay();
    expect(await tierOf(house)).toEqual(['gold-leaf', '2026-07-15']);
    clock.set('2026-07-16T04:00:00Z');
    await house.turn.execute();
    expect(await tierOf(house)).toEqual(['rock-tea', '2026-07-22']);
  });

  it('an order that nobody pays is closed and gives its piece back; one of other terms gives way to the new ones', async () => {
    const planId = await onSale(house, { stockTotal: 1 });
    const { cardNo, paymentNo } = await order(house, planId);
    expect(await order(house, planId)).toMatchObject({ cardNo, paymentNo });
    await opened(house, ['7002']);
    await expect(order(house, planId, '7002')).rejects.toMatchObject({ code: 'PlanSoldOut' });
    await house.revise.execute({ planId, input: planInput({ stockTotal: 1, priceFen: 5000 }), actor: STAFF });
    await expect(order(house, planId, '7001', false, 2)).rejects.toMatchObject({ code: 'OrderPending' });
    await house.payments.close(cardNo);
    await house.relay();
    await house.relay();
    expect(await cardsIn(database)).toMatchObject([{ state: 'closed' }]);
    expect(await order(house, planId, '7002', false, 2)).toMatchObject({ amountFen: 5000 });
  });

  it('C14 money that comes after the close goes back whole by the payments, and no card begins', async () => {
    const planId = await onSale(house);
    const { cardNo } = await order(house, planId);
    await house.payments.close(cardNo);
    await house.relay();
    expect(await house.payments.paid(cardNo)).toBe('late');
    await house.relay();
    expect(await cardsIn(database)).toMatchObject([{ state: 'closed', refundFen: null }]);
    expect(await house.payments.of(cardNo)).toMatchObject({ reservedFen: 3000 });
    expect(await tierOf(house)).toEqual(['silver-leaf', null]);
    expect(await names()).toEqual([]);
  });

  it('welcome coupons that are gone do not hold the card up: it says how many are missing', async () => {
    const templateId = await aTemplate(house, 1);
    const planId = await onSale(house, { coupons: [{ templateId, count: 3, worthFen: 500 }] });
    const cardNo = await bought(house, planId);
    expect(await house.page.card('7001', cardNo)).toMatchObject({ state: 'active', couponsMissed: 2 });
  });

  it('the holder is reminded so many days before the end, once each, and not when he has renewed', async () => {
    const planId = await onSale(house);
    await opened(house, ['7002']);
    await bought(house, planId);
    await bought(house, planId, '7002');
    const run = async (at: string): Promise<number> => {
      clock.set(at);
      return (await house.remind.execute()).told;
    };
    expect(await run('2026-07-07T02:00:00Z')).toBe(0);
    expect(await run('2026-07-08T02:00:00Z')).toBe(2);
    expect(await run('2026-07-08T02:00:00Z')).toBe(0);
    expect(await run('2026-07-12T02:00:00Z')).toBe(0);
    await bought(house, planId, '7002', true);
    expect(await run('2026-07-14T02:00:00Z')).toBe(1);
    expect(await run('2026-07-16T02:00:00Z')).toBe(0);
    const rows = await database.query<{ payload: string }>(
      "SELECT payload FROM platform_outbox WHERE name = 'memberships.card-ending.v1' ORDER BY id",
    );
    expect(rows.map(({ payload }) => json(payload))).toMatchObject([
      { memberId: '7001', daysLeft: 7, lastOn: '2026-07-15', name: '月卡' },
      { memberId: '7002', daysLeft: 7 },
      { memberId: '7001', daysLeft: 1 },
    ]);
  });

  it.each([
    ['PlanNotFound', (id: string) => order(house, `${id}9`)],
    [
      'PlanNotFound',
      () => house.create.execute({ input: planInput(), actor: STAFF }).then((draft) => order(house, draft)),
    ],
    ['CardNotRunning', (id: string) => order(house, id, '7001', true)],
    ['TermsChanged', (id: string) => order(house, id, '7001', false, 2)],
    ['PlanInvalid', () => house.create.execute({ input: planInput({ tierCode: 'silver-leaf' }), actor: STAFF })],
    ['PlanInvalid', () => house.create.execute({ input: planInput({ tierCode: "x' OR 1=1" }), actor: STAFF })],
    [
      'PlanInvalid',
      () =>
        house.create.execute({
          input: planInput({ coupons: [{ templateId: '999', count: 1, worthFen: 0 }] }),
          actor: STAFF,
        }),
    ],
    [
      'StockBelowSold',
      async (id: string) => {
        await order(house, id);
        await house.revise.execute({ planId: id, input: planInput({ stockTotal: 0 }), actor: STAFF });
      },
    ],
  ])('refuses %s', async (code, deed: (planId: string) => Promise<unknown>) => {
    const planId = await onSale(house);
    await expect(deed(planId)).rejects.toMatchObject({ code });
  });

  it('the same key is the same order, and another wish under it is refused', async () => {
    const planId = await onSale(house);
    const idempotencyKey = aKey();
    const ask = (version: number) =>
      house.buy.execute({ planId, memberId: '7001', version, isRenewal: false, idempotencyKey });
    const first = await ask(1);
    expect(await ask(1)).toEqual(first);
    await expect(ask(2)).rejects.toMatchObject({ code: 'IdempotencyKeyReused' });
  });
});
