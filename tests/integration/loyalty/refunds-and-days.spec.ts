import type { PurchaseToReward } from '../../../libs/loyalty/src/use-cases/earn-for-purchases.use-case';
import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { provesAbsent, unlike } from '../../support/proves-absent';
import { ForgetfulLots, UnguardedWriter, UnlockedAccounts } from './broken-twins';
import { aPurchase, aRule, fullRefund, type Loyalty, loyaltyOn, MANAGER, type Twins, violationsOf } from './loyalty-on';

describe('refunds, ends and days', () => {
  const db = usePrivateDatabase('loyalty');
  const clock = new FixedClock('2026-06-15T04:00:00Z');
  const reset = async (): Promise<void> => {
    clock.set('2026-06-15T04:00:00Z');
    await db.truncateAll();
  };
  beforeEach(reset);

  const installed = async (twins: Twins = {}): Promise<Loyalty> => {
    const loyalty = loyaltyOn(db.dataSource, clock, twins);
    await loyalty.install.execute();
    return loyalty;
  };
  const spend = (loyalty: Loyalty, points: number, at = clock.now(), memberId = '7001') =>
    loyalty.unitOfWork.run((tx) =>
      loyalty.spend.execute(tx, {
        memberId,
        points,
        reference: `order-${memberId}-${points}`,
        reason: '兑换',
        at,
        actor: MANAGER,
      }),
    );
  const refund = (loyalty: Loyalty, purchase: PurchaseToReward, at = clock.now()) =>
    loyalty.unitOfWork.run((tx) => loyalty.clawBack.execute(tx, fullRefund(purchase, `r${purchase.purchaseId}`, at)));
  const balance = async () => {
    const [row] = await db.query<{ available: number; debt: number }>(
      'SELECT available, debt FROM loyalty_points_account WHERE member_id = 7001',
    );
    return row!;
  };

  it('L1 points that were spent before the refund become a debt, which later earnings pay', async () => {
    const dropped = async (loyalty: Loyalty): Promise<Loyalty> => ({
      ...loyalty,
      // As others do it: take what is there, and say nothing of the rest.
      clawBack: { execute: async () => null } as unknown as Loyalty['clawBack'],
    });
    await provesAbsent({
      reset,
      sound: () => installed(),
      broken: async () => dropped(await installed()),
      scenario: async (loyalty) => {
        const purchase = aPurchase({ amountFen: 10_000 });
        await loyalty.earn(purchase);
        await spend(loyalty, 100);
        await refund(loyalty, purchase);
        const { available, debt } = await balance();
        await loyalty.earn(aPurchase({ amountFen: 15_000 }));
        const after = await balance();
        return [
          ...(available - debt === -100 ? [] : [`${available - debt} after the refund, −100 expected`]),
          ...(after.available === 50 && after.debt === 0 ? [] : [`${after.available} after earning 150, 50 expected`]),
        ];
      },
    });
  });

  it('L1 says what it did, takes it back once, and follows the brand when it chooses to write off', async () => {
    const loyalty = await installed();
    const [kept, other] = [aPurchase({ amountFen: 10_000 }), aPurchase({ amountFen: 5000 })];
    await loyalty.earn(kept, other);
    await spend(loyalty, 120);
    const first = await refund(loyalty, kept);
    expect(first).toEqual({
      pointsClawedBack: 100,
      debtAdded: 70,
      deductedPoints: 0,
      deductedFen: 0,
      writtenOff: 0,
      balanceAfter: -70,
      tierAfter: { code: 'silver-leaf', name: '银叶' },
      why: ['退款收回 100 分', '其中 70 分已使用，记为欠分，以后得到的积分先抵扣'],
    });
    expect(await refund(loyalty, kept)).toEqual(first);
    await loyalty.changeSettings.execute({ settings: { clawbackPolicy: 'write-off' }, actor: MANAGER });
    expect(await refund(loyalty, other)).toMatchObject({
      pointsClawedBack: 0,
      writtenOff: 50,
      balanceAfter: -70,
    });
    expect(await violationsOf(loyalty)).toEqual([]);
  });

  it('a refund lowers tier points and tier at once, and says so in the history', async () => {
    const loyalty = await installed();
    const big = aPurchase({ amountFen: 250_000 });
    await loyalty.earn(big);
    await refund(loyalty, big);
    expect(await loyalty.standing.execute('7001')).toMatchObject({ code: 'silver-leaf', qualifying: 0 });
    clock.advance({ days: 1 });
    expect(await loyalty.reassess.execute()).toEqual({ members: 0, changed: 0 });
    expect(await db.query('SELECT from_code, to_code, cause, why FROM loyalty_tier_change ORDER BY id')).toEqual([
      {
        from_code: 'silver-leaf',
        to_code: 'gold-leaf',
        cause: `purchase:${big.purchaseId}`,
        why: '消费 ¥2,500.00 后达到 2,000 成长值，升为金叶',
      },
      {
        from_code: 'gold-leaf',
        to_code: 'silver-leaf',
        cause: `refund:${big.purchaseId}:r${big.purchaseId}`,
        why: '退款后为 0 成长值，未达 2,000 成长值，回到银叶',
      },
    ]);
  });

  it('L7 expiry takes only what is left in a lot, and spending had taken the lot that ends first', async () => {
    await provesAbsent({
      reset,
      sound: () => installed(),
      broken: () => installed({ accounts: new ForgetfulLots(), writer: (c) => new UnguardedWriter(c) }),
      scenario: async (loyalty) => {
        // Bought later but imported first: the older lot has the higher number.
        await loyalty.earn(aPurchase({ amountFen: 10_000, occurredAt: new Date('2026-06-01T04:00:00Z') }));
        await loyalty.earn(aPurchase({ amountFen: 5000, occurredAt: new Date('2026-01-01T04:00:00Z') }));
        await spend(loyalty, 40);
        clock.set('2027-01-01T16:00:00Z');
        await loyalty.expire.execute();
        const { available } = await balance();
        clock.set('2027-06-01T16:00:00Z');
        await loyalty.expire.execute();
        const { available: end } = await balance();
        return [
          ...(available === 100 ? [] : [`${available} left, 100 expected`]),
          ...(end === 0 ? [] : [`${end} at the end`]),
        ];
      },
    });
  });

  it('L7 the sweep goes on where it was stopped and touches nobody twice', async () => {
    const two = async (twins: Twins = {}) => ({
      loyalty: await installed(twins),
      again: loyaltyOn(await db.another(2), clock, twins),
    });
    await provesAbsent({
      reset,
      sound: () => two(),
      broken: () => two({ accounts: new UnlockedAccounts(), writer: (c) => new UnguardedWriter(c) }),
      scenario: async ({ loyalty, again }) => {
        const members = Array.from({ length: 450 }, (_, i) => String(1000 + i));
        await loyalty.earn(...members.map((memberId) => aPurchase({ memberId })));
        const now = new Date('2027-06-15T16:00:00Z');
        const swept = await Promise.allSettled([loyalty.expire.execute({ now }), again.expire.execute({ now })]);
        const later = await loyalty.expire.execute({ now });
        const [died] = await db.query<{ n: string; points: string }>(
          "SELECT COUNT(*) AS n, SUM(points) AS points FROM loyalty_entry WHERE kind = 'expire'",
        );
        return [
          ...swept.filter(({ status }) => status === 'rejected').map(() => 'a sweep failed'),
          ...unlike(later, { members: 0, points: 0 }),
          ...unlike([Number(died!.n), Number(died!.points)], [450, -450 * 38]),
          ...(await violationsOf(loyalty)),
        ];
      },
    });
  });

  it('L14 points live to the last millisecond of their last day in the brand’s zone, also before the sweep', async () => {
    await provesAbsent({
      reset,
      sound: () => installed(),
      broken: () => installed({ zone: 'UTC' }),
      scenario: async (loyalty) => {
        await loyalty.earn(aPurchase({ amountFen: 10_000, occurredAt: new Date('2026-06-15T15:59:59.999Z') }));
        const rows = await db.query<{ expires_at: Date }>('SELECT expires_at FROM loyalty_lot');
        const end = rows[0]!.expires_at;
        const seen: string[] = end.toISOString() === '2027-06-15T16:00:00.000Z' ? [] : [`ends ${end.toISOString()}`];
        clock.set('2027-06-15T15:59:59.999Z');
        if ((await loyalty.accounts.execute(['7001'])).get('7001')!.available !== 100) seen.push('dead a moment early');
        if ((await Promise.allSettled([spend(loyalty, 10)]))[0].status === 'rejected')
          seen.push('not usable on the last day');
        clock.set('2027-06-15T16:00:00.000Z');
        if ((await loyalty.accounts.execute(['7001'])).get('7001')!.available !== 0) seen.push('alive after its end');
        if ((await Promise.allSettled([spend(loyalty, 20)]))[0].status === 'fulfilled')
          seen.push('spent after its end');
        return seen;
      },
    });
  });

  it('L14 a birthday is a day of the brand’s zone, and no later change moves an end', async () => {
    await provesAbsent({
      reset,
      sound: () => installed(),
      broken: () => installed({ zone: 'UTC' }),
      scenario: async (loyalty) => {
        const joined = {
          memberId: '7001',
          at: new Date('2026-01-01T00:00:00Z'),
          channel: 'import',
          birthday: '06-16',
          inviterId: null,
        };
        await loyalty.unitOfWork.run((tx) => loyalty.enrol.execute(tx, [joined]));
        const results = await loyalty.earn(
          ...[
            '2026-06-15T15:59:59.999Z',
            '2026-06-15T16:00:00.000Z',
            '2026-06-16T15:59:59.999Z',
            '2026-06-16T16:00:00.000Z',
          ].map((at) => aPurchase({ occurredAt: new Date(at) })),
        );
        const points = results.map((result) => result.points).join(' ');
        return points === '38 76 76 38' ? [] : [points];
      },
    });
    const loyalty = await installed();
    await loyalty.earn(aPurchase());
    const ends = await db.query('SELECT lot_no, expires_at FROM loyalty_lot WHERE lot_no = 1');
    await spend(loyalty, 5);
    await loyalty.changeSettings.execute({
      settings: { expiry: { kind: 'rolling-months', months: 1 } },
      actor: MANAGER,
    });
    await loyalty.unitOfWork.run((tx) =>
      loyalty.adjust.execute(tx, {
        memberId: '7001',
        points: 5,
        reason: '补偿',
        reference: 'a1',
        at: clock.now(),
        actor: MANAGER,
      }),
    );
    expect(await db.query('SELECT lot_no, expires_at FROM loyalty_lot WHERE lot_no = 1')).toEqual(ends);
  });

  it('L5 “today” of a cap is the brand’s day, whatever the server thinks', async () => {
    const capped = async (twins: Twins = {}) => {
      const loyalty = loyaltyOn(db.dataSource, clock, twins);
      await loyalty.install.execute({ rules: [{ ...aRule, caps: { ...aRule.caps, perDay: 50 } }] });
      return loyalty;
    };
    await provesAbsent({
      reset,
      sound: () => capped(),
      broken: () => capped({ zone: 'UTC' }),
      scenario: async (loyalty) => {
        const at = ['2026-06-14T23:59:00Z', '2026-06-15T00:01:00Z', '2026-06-15T15:59:59Z', '2026-06-15T16:00:00Z'];
        const results = await loyalty.earn(...at.map((time) => aPurchase({ occurredAt: new Date(time) })));
        const points = results.map((result) => result.points).join(' ');
        return points === '38 12 0 38' ? [] : [points];
      },
    });
  });

  it('L16 no sign of an amount or a quantity makes points from nothing', async () => {
    type Till = (line: { quantity: number; amountFen: number }) => Promise<unknown>;
    const sound = async (): Promise<Till> => {
      const loyalty = await installed();
      await loyalty.earn(aPurchase());
      return (line) => loyalty.earn(aPurchase({ lines: [{ sku: null, category: null, ...line }] }));
    };
    const broken = async (): Promise<Till> => {
      const loyalty = await installed();
      await loyalty.earn(aPurchase());
      // As others do it: price times quantity, as the client said it.
      return ({ quantity, amountFen }) =>
        loyalty.unitOfWork.run((tx) =>
          loyalty.adjust.execute(tx, {
            memberId: '7001',
            points: Math.floor((amountFen * quantity) / 100),
            reason: '消费',
            reference: `${quantity} ${amountFen}`,
            at: clock.now(),
            actor: MANAGER,
          }),
        );
    };
    await provesAbsent({
      reset,
      sound,
      broken,
      scenario: async (till) => {
        await Promise.allSettled([
          till({ quantity: -2, amountFen: -3800 }),
          till({ quantity: -1, amountFen: 500 }),
          till({ quantity: 1, amountFen: -500 }),
        ]);
        const { available } = await balance();
        return available === 38 ? [] : [`${available} points, 38 expected`];
      },
    });
  });
});
