import { json, type Tx } from '@fanloop/platform';
import { type EndOfDay, ExpiryReminders } from '../../../libs/loyalty/src/store/expiry-reminders';
import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { provesAbsent } from '../../support/proves-absent';
import { aPurchase, MANAGER } from './loyalty-on';
import { aProgramme, type Operations, type OperationTwins, operationsOn } from './operations-on';

interface Told {
  memberId: string;
  points: number;
  expiresAt: string;
  daysLeft: number;
}

/** Looks who was told, and writes it down afterwards: as others do it. */
class ForgetfulReminders extends ExpiryReminders {
  override async claim(tx: Tx, end: EndOfDay, ids: readonly string[], now: Date) {
    const told = await super.claim(
      tx,
      { ...end, daysBefore: -end.daysBefore - Math.floor(Math.random() * 1e6) },
      ids,
      now,
    );
    return told;
  }
}

describe('reminders before points die', () => {
  const db = usePrivateDatabase('loyalty');
  const clock = new FixedClock();
  const reset = async (): Promise<void> => {
    clock.set('2026-06-15T04:00:00Z');
    await db.truncateAll();
  };
  beforeEach(reset);

  const brand = async (twins: OperationTwins = {}): Promise<Operations> => {
    const operations = operationsOn(db.dataSource, clock, twins);
    await aProgramme(operations);
    return operations;
  };
  const told = async () =>
    (
      await db.query<{ payload: string }>(
        "SELECT payload FROM platform_outbox WHERE name = 'loyalty.points-expiring.v1' ORDER BY id",
      )
    ).map((row) => {
      const { memberId, points, expiresAt, daysLeft } = json<Told>(row.payload);
      return { memberId, points, expiresAt, daysLeft };
    });
  const END = '2027-06-15T16:00:00.000Z';
  const spend = (operations: Operations, points: number) =>
    operations.unitOfWork.run((tx) =>
      operations.spend.execute(tx, {
        memberId: '7001',
        points,
        reference: `o${points}`,
        reason: '兑换',
        at: clock.now(),
        actor: MANAGER,
      }),
    );

  it('come 30 and 7 days before, once each, with the points as they are by then', async () => {
    const operations = await brand();
    await operations.earn(aPurchase({ amountFen: 10_000 }));
    // The last day is 15 June: on 15 May 31 days are left, on the 16th 30.
    clock.set('2027-05-15T15:59:59Z');
    expect(await operations.remind.execute()).toEqual({ told: 0 });
    clock.set('2027-05-15T16:00:00Z');
    expect(await operations.remind.execute()).toEqual({ told: 1 });
    expect(await operations.remind.execute()).toEqual({ told: 0 });
    await spend(operations, 30);
    clock.set('2027-06-08T01:00:00Z');
    expect(await operations.remind.execute()).toEqual({ told: 1 });
    clock.set('2027-06-12T01:00:00Z');
    expect(await operations.remind.execute()).toEqual({ told: 0 });
    expect(await told()).toEqual([
      { memberId: '7001', points: 100, expiresAt: END, daysLeft: 30 },
      { memberId: '7001', points: 70, expiresAt: END, daysLeft: 7 },
    ]);
  });

  it('a late worker still tells, once, and of the nearest reminder alone', async () => {
    const operations = await brand();
    await operations.earn(aPurchase({ amountFen: 10_000 }));
    clock.set('2027-05-26T04:00:00Z');
    expect(await operations.remind.execute()).toEqual({ told: 1 });
    clock.set('2027-06-15T15:00:00Z');
    expect(await operations.remind.execute()).toEqual({ told: 1 });
    clock.set('2027-06-15T16:00:00Z');
    expect(await operations.remind.execute()).toEqual({ told: 0 });
    expect((await told()).map(({ daysLeft }) => daysLeft)).toEqual([20, 0]);
    // Nothing told in time at all: one message, not two.
    await operations.earn(aPurchase({ amountFen: 5000, occurredAt: new Date('2026-07-01T04:00:00Z') }));
    clock.set('2027-06-28T04:00:00Z');
    expect(await operations.remind.execute()).toEqual({ told: 1 });
    expect((await told()).at(-1)).toMatchObject({ points: 50, daysLeft: 3 });
  });

  it('nobody is told of points that were spent, that lie in a closed account, or that wait', async () => {
    const operations = await brand();
    await operations.earn(aPurchase({ amountFen: 10_000 }), aPurchase({ memberId: '7002', amountFen: 10_000 }));
    await spend(operations, 100);
    await operations.unitOfWork.run((tx) => operations.close.execute(tx, [{ memberId: '7002', at: clock.now() }]));
    await operations.set({ pendingDays: 360 });
    await operations.earn(aPurchase({ memberId: '7003', amountFen: 10_000 }));
    clock.set('2027-05-20T04:00:00Z');
    expect(await operations.remind.execute()).toEqual({ told: 0 });
  });

  it('a clock of inactivity is told of as well; after activity its new end is told anew', async () => {
    const operations = await brand();
    await operations.set({ expiry: { kind: 'inactivity', months: 12 } });
    await operations.earn(aPurchase({ amountFen: 10_000 }));
    clock.set('2027-06-10T04:00:00Z');
    expect(await operations.remind.execute()).toEqual({ told: 1 });
    await operations.earn(aPurchase({ amountFen: 1000, occurredAt: clock.now() }));
    expect(await operations.remind.execute()).toEqual({ told: 0 });
    clock.set('2028-06-05T04:00:00Z');
    expect(await operations.remind.execute()).toEqual({ told: 1 });
    expect(await told()).toEqual([
      { memberId: '7001', points: 100, expiresAt: END, daysLeft: 5 },
      { memberId: '7001', points: 110, expiresAt: '2028-06-10T16:00:00.000Z', daysLeft: 5 },
    ]);
  });

  it('several workers at once tell each of many members once', async () => {
    const members = Array.from({ length: 450 }, (_, i) => String(1000 + i));
    const processes = async (twins: OperationTwins = {}): Promise<Operations[]> => {
      const first = await brand(twins);
      await first.earn(...members.map((memberId) => aPurchase({ memberId })));
      return [first, operationsOn(await db.another(2), clock, twins), operationsOn(await db.another(2), clock, twins)];
    };
    await provesAbsent({
      reset,
      sound: () => processes(),
      broken: () => processes({ reminders: new ForgetfulReminders() }),
      scenario: async (all) => {
        clock.set('2027-05-20T04:00:00Z');
        await Promise.allSettled(all.map((operations) => operations.remind.execute()));
        const messages = await told();
        const people = new Set(messages.map(({ memberId }) => memberId));
        return messages.length === 450 && people.size === 450
          ? []
          : [`${messages.length} messages to ${people.size} members`];
      },
    });
  });

  it('the brand chooses the days, also none', async () => {
    const operations = await brand();
    await operations.earn(aPurchase({ amountFen: 10_000 }));
    await operations.set({ reminderDays: [] });
    clock.set('2027-06-14T04:00:00Z');
    expect(await operations.remind.execute()).toEqual({ told: 0 });
    await operations.set({ reminderDays: [1] });
    expect(await operations.remind.execute()).toEqual({ told: 1 });
  });
});
