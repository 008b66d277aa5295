import { setTimeout as sleep } from 'node:timers/promises';
import type { Queryable, Tx } from '@fanloop/platform';
import fc from 'fast-check';
import type { Entry, EntryKind } from '../../../libs/loyalty/src/rules/ledger/account';
import { JournalRepository } from '../../../libs/loyalty/src/store/journal.repository';
import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { provesAbsent, unlike } from '../../support/proves-absent';
import { EndsAsBefore, EndsNoMore, UnguardedWriter, UnlockedAccounts } from './broken-twins';
import { aPurchase, fullRefund, MANAGER, violationsOf } from './loyalty-on';
import { aProgramme, type Operations, type OperationTwins, operationsOn } from './operations-on';

/** Looks what came back before, but the answer is older than the lock. */
class StaleJournal extends JournalRepository {
  override async byPrefix(db: Queryable, kind: EntryKind, prefix: string): Promise<Entry[]> {
    const entries = await super.byPrefix(db, kind, prefix);
    await sleep(10);
    return entries;
  }
}

describe('spent points that come back', () => {
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
  /** Lots of 40, 30 and 50 points whose ends are far apart; 100 of them spent. */
  const spent = async (operations: Operations, memberId = '7001'): Promise<void> => {
    const bought = (at: string, yuan: number) =>
      aPurchase({ memberId, amountFen: yuan * 100, occurredAt: new Date(at) });
    await operations.earn(
      bought('2025-09-01T04:00:00Z', 40),
      bought('2026-01-01T04:00:00Z', 30),
      bought('2026-06-01T04:00:00Z', 50),
    );
    const spending = { memberId, points: 100, reason: '兑换', reference: `order-${memberId}`, at: clock.now() };
    await operations.unitOfWork.run((tx: Tx) => operations.spend.execute(tx, { ...spending, actor: MANAGER }));
  };
  const giveBack = (operations: Operations, part?: { returnId: string; points: number }, memberId = '7001') =>
    operations.unitOfWork.run((tx) =>
      operations.giveBack.execute(tx, {
        reference: `order-${memberId}`,
        reason: '取消',
        at: clock.now(),
        actor: MANAGER,
        ...(part ? { part } : {}),
      }),
    );
  const lots = (memberId = '7001') =>
    db.query<{ remaining: number; expires_at: Date }>(
      `SELECT remaining, expires_at FROM loyalty_lot WHERE member_id = ${memberId} ORDER BY lot_no`,
    );

  it('L8 any split of a return, in any order, ends as one whole return does', async () => {
    const operations = await brand();
    await spent(operations, '7000');
    await giveBack(operations, undefined, '7000');
    const whole = await lots('7000');
    expect(whole.map(({ remaining }) => remaining)).toEqual([40, 30, 50]);
    let member = 7000;
    const splits = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(splits, async (parts) => {
        member += 1;
        const memberId = String(member);
        await spent(operations, memberId);
        let left = 100;
        for (const [i, wanted] of parts.entries()) {
          const points = Math.min(wanted, left);
          if (points > 0) await giveBack(operations, { returnId: String(i), points }, memberId);
          left -= points;
        }
        if (left > 0) await giveBack(operations, undefined, memberId);
        expect(await lots(memberId)).toEqual(whole);
      }),
      { numRuns: 12 },
    );
    expect(await violationsOf(operations)).toEqual([]);
  });

  it('L8 a part fills the lots that live longest first, and what comes back lives thirty days', async () => {
    const expected = {
      part: [35, 55],
      filled: [0, 5, 50],
      lots: [
        // Its own end was 1 September: too soon.
        { remaining: 40, expires_at: new Date('2026-09-19T16:00:00Z') },
        { remaining: 30, expires_at: new Date('2027-01-01T16:00:00Z') },
        { remaining: 50, expires_at: new Date('2027-06-01T16:00:00Z') },
      ],
      early: { members: 0, points: 0 },
      atItsEnd: { members: 1, points: 40 },
      violations: [],
    };
    for (const Writer of [EndsAsBefore, EndsNoMore])
      await provesAbsent({
        attempts: 1,
        reset,
        sound: () => brand(),
        broken: () => brand({ writer: (c) => new Writer(c) }),
        scenario: async (operations) => {
          await spent(operations);
          clock.set('2026-08-20T04:00:00Z');
          const { points, balanceAfter } = await giveBack(operations, { returnId: 'a', points: 35 });
          const filled = (await lots()).map(({ remaining }) => remaining);
          await giveBack(operations, { returnId: 'b', points: 65 });
          const after = await lots();
          clock.set('2026-09-19T15:59:59.999Z');
          const early = await operations.expire.execute();
          clock.set('2026-09-19T16:00:00Z');
          const atItsEnd = await operations.expire.execute();
          const violations = await violationsOf(operations);
          const seen = { part: [points, balanceAfter], filled, lots: after, early, atItsEnd, violations };
          return unlike(seen, expected);
        },
      });
  });

  it('L8 the brand sets the least time; 0 leaves each lot its own end, and what comes back after it dies that night', async () => {
    const operations = await brand();
    await operations.set({ returnWindowDays: 0 });
    await spent(operations);
    clock.set('2026-09-05T04:00:00Z');
    await operations.expire.execute();
    await giveBack(operations);
    expect((await lots())[0]).toEqual({ remaining: 40, expires_at: new Date('2026-09-05T16:00:00Z') });
  });

  it('L13 a part is given back once, another amount under its name is refused, and never more than was spent', async () => {
    const operations = await brand();
    await spent(operations);
    const first = await giveBack(operations, { returnId: 'a', points: 60 });
    expect(await giveBack(operations, { returnId: 'a', points: 60 })).toEqual({ ...first, duplicate: true });
    await expect(giveBack(operations, { returnId: 'a', points: 61 })).rejects.toMatchObject({
      code: 'ReferenceReused',
    });
    await expect(giveBack(operations, { returnId: 'b', points: 41 })).rejects.toMatchObject({
      code: 'ReturnTooMuch',
      details: { left: 40 },
    });
    for (const points of [0, -1, 0.5, Number.NaN])
      await expect(giveBack(operations, { returnId: 'c', points })).rejects.toThrow();
    expect(await giveBack(operations)).toMatchObject({ points: 40, duplicate: false });
    expect(await giveBack(operations)).toMatchObject({ points: 40, duplicate: true });
    expect((await lots()).map(({ remaining }) => remaining)).toEqual([40, 30, 50]);
  });

  it('L17 parallel rollbacks of parts never give back more than was spent', async () => {
    const processes = async (twins: OperationTwins = {}): Promise<Operations[]> => {
      const all = [await brand(twins)];
      for (let i = 1; i < 5; i += 1) all.push(operationsOn(await db.another(3), clock, twins));
      for (const memberId of ['101', '102', '103']) await spent(all[0]!, memberId);
      return all;
    };
    await provesAbsent({
      reset,
      sound: () => processes(),
      broken: () =>
        processes({
          accounts: new UnlockedAccounts(),
          journal: new StaleJournal(),
          writer: (c) => new UnguardedWriter(c),
        }),
      scenario: async (all) => {
        const members = ['101', '102', '103'];
        await Promise.allSettled(
          all.flatMap((operations, i) =>
            members.flatMap((memberId) => [
              giveBack(operations, { returnId: `p${i}`, points: 45 }, memberId),
              giveBack(operations, undefined, memberId),
            ]),
          ),
        );
        const rows = await db.query<{ member_id: string; points: string }>(
          "SELECT member_id, SUM(points) AS points FROM loyalty_entry WHERE kind = 'return' GROUP BY member_id",
        );
        return rows
          .filter((row) => Number(row.points) !== 100)
          .map((row) => `${row.member_id}: ${row.points} of 100 came back`);
      },
    });
  });

  it('a debt is paid from what comes back, and the journal still says from which lots it came', async () => {
    const operations = await brand();
    const bought = aPurchase({ amountFen: 10_000, storeId: '12' });
    await operations.earn(bought);
    const spending = { memberId: '7001', points: 100, reason: '兑换', reference: 'order-7001', at: clock.now() };
    await operations.unitOfWork.run((tx) =>
      operations.spend.execute(tx, { ...spending, actor: MANAGER, storeId: '13' }),
    );
    await operations.unitOfWork.run((tx) => operations.clawBack.execute(tx, fullRefund(bought, 'r1', clock.now())));
    expect(await giveBack(operations, { returnId: 'a', points: 30 })).toMatchObject({ points: 30, balanceAfter: -70 });
    expect(await giveBack(operations)).toMatchObject({ points: 70, balanceAfter: 0 });
    const { points, places } = await operations.settlement.execute('2026-06-15', '2026-06-15');
    expect({ points, places }).toEqual({ points: 0, places: [] });
    expect(await violationsOf(operations)).toEqual([]);
  });
});
