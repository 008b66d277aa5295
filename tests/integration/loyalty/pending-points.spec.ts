import type { LoyaltySettings } from '../../../libs/loyalty/src/rules/settings';
import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { aPurchase, aRule, fullRefund, MANAGER, violationsOf } from './loyalty-on';
import { aProgramme, type Operations, operationsOn } from './operations-on';

describe('pending points', () => {
  const db = usePrivateDatabase('loyalty');
  const clock = new FixedClock();
  beforeEach(() => clock.set('2026-06-15T04:00:00Z'));

  const brand = async (settings: Partial<LoyaltySettings> = {}): Promise<Operations> => {
    const operations = operationsOn(db.dataSource, clock);
    await aProgramme(operations, { pendingDays: 7, ...settings });
    return operations;
  };
  const buy = async (operations: Operations, yuan = 100, at = clock.now()) => {
    const purchase = aPurchase({ amountFen: yuan * 100, occurredAt: at });
    const [result] = await operations.earn(purchase);
    return { purchase, result: result! };
  };
  const spend = (operations: Operations, points: number, reference = `o${points}`) =>
    operations.unitOfWork.run((tx) =>
      operations.spend.execute(tx, {
        memberId: '7001',
        points,
        reference,
        reason: '兑换',
        at: clock.now(),
        actor: MANAGER,
      }),
    );
  const refund = (operations: Operations, { purchase }: Awaited<ReturnType<typeof buy>>) =>
    operations.unitOfWork.run((tx) =>
      operations.clawBack.execute(tx, fullRefund(purchase, `r${purchase.purchaseId}`, clock.now())),
    );
  const shown = async (operations: Operations) => {
    const { available, pending, debt } = (await operations.accounts.execute(['7001'])).get('7001')!;
    return { available, pending, debt };
  };

  it('become usable as the seventh day begins, for eyes and for spending, before any sweep', async () => {
    const operations = await brand();
    const { result } = await buy(operations);
    expect(result).toMatchObject({ points: 100, pending: 100, balanceAfter: 0 });
    expect(result.why.at(-1)).toContain('2026-06-22');
    expect(await operations.expiring.pending('7001')).toEqual([
      { points: 100, activateAt: new Date('2026-06-21T16:00:00Z'), activateOn: null },
    ]);
    clock.set('2026-06-21T15:59:59.999Z');
    expect(await shown(operations)).toEqual({ available: 0, pending: 100, debt: 0 });
    expect(await operations.activate.execute()).toEqual({ members: 0, points: 0 });
    await expect(spend(operations, 10)).rejects.toMatchObject({ code: 'PointsNotEnough' });
    clock.set('2026-06-21T16:00:00Z');
    expect(await shown(operations)).toEqual({ available: 100, pending: 0, debt: 0 });
    expect(await spend(operations, 30)).toMatchObject({ balanceAfter: 70 });
    expect(await operations.activate.execute()).toEqual({ members: 0, points: 0 });
    expect(await violationsOf(operations)).toEqual([]);
  });

  it('a late sweep dates the activation rightly, and their life counts from the day they became usable', async () => {
    const operations = await brand({ expiry: { kind: 'rolling-months', months: 1 } });
    await buy(operations);
    clock.set('2026-07-02T04:00:00Z');
    expect(await operations.activate.execute()).toEqual({ members: 1, points: 100 });
    expect(await operations.activate.execute()).toEqual({ members: 0, points: 0 });
    expect(await db.query("SELECT points, pending, at FROM loyalty_entry WHERE kind = 'activate'")).toEqual([
      { points: 100, pending: -100, at: new Date('2026-06-21T16:00:00Z') },
    ]);
    expect(await operations.expiring.execute('7001', 60)).toEqual([
      { points: 100, expiresAt: new Date('2026-07-22T16:00:00Z') },
    ]);
    // Later still: they ripened and died between two sweeps, and both is told.
    await buy(operations, 40);
    clock.set('2027-01-01T00:00:00Z');
    await operations.expire.execute();
    await operations.activate.execute();
    expect(await shown(operations)).toEqual({ available: 0, pending: 0, debt: 0 });
    expect(await violationsOf(operations)).toEqual([]);
  });

  it('two workers that sweep at once make each point usable once', async () => {
    const operations = await brand();
    await operations.earn(...Array.from({ length: 300 }, (_, i) => aPurchase({ memberId: String(1000 + i) })));
    clock.set('2026-07-01T00:00:00Z');
    const other = operationsOn(await db.another(2), clock);
    await Promise.all([operations.activate.execute(), other.activate.execute()]);
    const [sum] = await db.query<{ n: string; points: string }>(
      "SELECT COUNT(*) AS n, SUM(points) AS points FROM loyalty_entry WHERE kind = 'activate'",
    );
    expect([Number(sum!.n), Number(sum!.points)]).toEqual([300, 300 * 38]);
    expect(await violationsOf(operations)).toEqual([]);
  });

  it('pay a debt when they become usable, not before', async () => {
    const operations = await brand({ pendingDays: 0 });
    const first = await buy(operations);
    await spend(operations, 80);
    await refund(operations, first);
    expect(await shown(operations)).toEqual({ available: 0, pending: 0, debt: 80 });
    await operations.set({ pendingDays: 7 });
    await buy(operations);
    expect(await shown(operations)).toEqual({ available: 0, pending: 100, debt: 80 });
    clock.advance({ days: 8 });
    await operations.activate.execute();
    expect(await shown(operations)).toEqual({ available: 20, pending: 0, debt: 0 });
    expect(await violationsOf(operations)).toEqual([]);
  });

  it('L1 a refund takes them while they wait, and leaves no debt', async () => {
    const operations = await brand();
    const early = await buy(operations, 50);
    clock.advance({ days: 8 });
    await spend(operations, 50);
    const late = await buy(operations, 100);
    expect(await refund(operations, late)).toMatchObject({ pointsClawedBack: 100, debtAdded: 0 });
    expect(await shown(operations)).toEqual({ available: 0, pending: 0, debt: 0 });
    // The early ones were spent: those become a debt, and nothing pending stands in for them.
    expect(await refund(operations, early)).toMatchObject({ pointsClawedBack: 50, debtAdded: 50 });
    clock.advance({ days: 30 });
    await operations.activate.execute();
    expect(await shown(operations)).toEqual({ available: 0, pending: 0, debt: 50 });
    expect(await violationsOf(operations)).toEqual([]);
  });

  it('a rule may let its points wait for an event, and their life begins with it', async () => {
    const operations = await brand({ pendingDays: 0, expiry: { kind: 'rolling-months', months: 1 } });
    await operations.createRule.execute({
      actor: MANAGER,
      draft: {
        ...aRule,
        name: '评价后到账',
        effect: { kind: 'fixed-points', points: 15 },
        lot: { activateAfterDays: null, activateOn: 'survey-answered', expireAfterDays: null },
      },
    });
    await buy(operations);
    expect(await shown(operations)).toEqual({ available: 100, pending: 15, debt: 0 });
    expect(await operations.expiring.pending('7001')).toEqual([
      { points: 15, activateAt: null, activateOn: 'survey-answered' },
    ]);
    clock.set('2026-09-01T04:00:00Z');
    const answered = { memberId: '7001', trigger: 'survey-answered' as const, reference: 'survey:1', at: clock.now() };
    await operations.unitOfWork.run((tx) => operations.judge.execute(tx, [answered]));
    expect(await operations.expiring.execute('7001', 90)).toEqual([
      { points: 15, expiresAt: new Date('2026-10-01T16:00:00Z') },
    ]);
    clock.set('2026-10-01T16:00:00Z');
    expect((await operations.expire.execute()).members).toBe(1);
    expect(await shown(operations)).toEqual({ available: 0, pending: 0, debt: 0 });
    expect(await violationsOf(operations)).toEqual([]);
  });

  it('cannot be given away, die with the account, and are proven', async () => {
    const operations = await brand({
      transfers: { enabled: true, leastPoints: 1, dailyPoints: 1000, dailyTimes: 9 },
    });
    await buy(operations);
    await operations.earn(aPurchase({ memberId: '7002' }));
    const gift = { fromMemberId: '7001', toMemberId: '7002', points: 1, idempotencyKey: 'pending-gift-1' };
    await expect(operations.transfer.execute(gift)).rejects.toMatchObject({ code: 'PointsNotEnough' });
    expect((await operations.prove.checks('7001'))!.checks.every(({ badRow }) => badRow === null)).toBe(true);
    await db.query('UPDATE loyalty_points_account SET pending = 99 WHERE member_id = 7001');
    expect(await violationsOf(operations)).toEqual([
      'loyalty_points_account 7001 null: pending is 99, the lots hold 100, the entries add up to 100',
    ]);
    await db.query('UPDATE loyalty_points_account SET pending = 100 WHERE member_id = 7001');
    await db.query('UPDATE loyalty_lot SET pending = 90 WHERE member_id = 7001');
    expect(await violationsOf(operations)).toEqual(['loyalty_lot 7001 1: pending is 90, the entries leave 100']);
    await db.query('UPDATE loyalty_lot SET pending = 100 WHERE member_id = 7001');
    await operations.unitOfWork.run((tx) => operations.close.execute(tx, [{ memberId: '7001', at: clock.now() }]));
    expect(await shown(operations)).toEqual({ available: 0, pending: 0, debt: 0 });
    expect(await violationsOf(operations)).toEqual([]);
  });
});
