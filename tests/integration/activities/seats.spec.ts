import type { ActivityId } from '@fanloop/kernel';
import type { Tx } from '@fanloop/platform';
import {
  ACTIVITY_COLUMNS,
  type Activity,
  ActivityRepository,
  type SeatChange,
} from '../../../libs/activities/src/store/activity.repository';
import { type Entry, EntryRepository } from '../../../libs/activities/src/store/entry.repository';
import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { provesAbsent } from '../../support/proves-absent';
import { type ActivitiesProcess, activitiesProcess, draft, type Parts, settled, staff } from './activities-process';

/** Reads the seats without a lock, and takes them whatever has happened meanwhile. */
class HopefulSeats extends ActivityRepository {
  override async lock(tx: Tx, ids: readonly ActivityId[]): Promise<Map<ActivityId, Activity>> {
    const rows = await tx.query<Activity>(`SELECT ${ACTIVITY_COLUMNS} FROM activities_activity a WHERE a.id IN (?)`, [
      ids,
    ]);
    return new Map(rows.map((row) => [row.activityId, row]));
  }

  override async change(tx: Tx, id: ActivityId, { seats, waiting, queued }: SeatChange): Promise<boolean> {
    await tx.execute(
      `UPDATE activities_activity SET seats_taken = seats_taken + ?, waiting = waiting + ?,
              last_queue_no = last_queue_no + ? WHERE id = ?`,
      [seats, waiting, queued, id],
    );
    return true;
  }
}

/** Numbers in the queue must differ for the unlocked twin as well, or the database would stop it before the seats do. */
class CarelessEntries extends EntryRepository {
  private offset = 0;
  private readonly seen = new WeakMap<Tx, Entry[]>();

  override insert(...[tx, activityId, placed, now]: Parameters<EntryRepository['insert']>): Promise<string[]> {
    this.offset += 100_000;
    const moved = placed.map((one) => ({ ...one, queueNo: one.queueNo + this.offset }));
    return super.insert(tx, activityId, moved, now);
  }

  /** Looks who is first before anything is locked, and sticks to it. */
  override async ofMembers(...[tx, activityId, members]: Parameters<EntryRepository['ofMembers']>) {
    this.seen.set(
      tx,
      await tx.query<Entry>(
        `SELECT id AS entryId, member_id AS memberId, entry_no AS entryNo, state, queue_no AS queueNo
           FROM activities_entry WHERE activity_id = ? AND state = 'waiting' ORDER BY queue_no LIMIT 1`,
        [activityId],
      ),
    );
    return super.ofMembers(tx, activityId, members);
  }

  override firstWaiting(tx: Tx): Promise<Entry[]> {
    return Promise.resolve(this.seen.get(tx) ?? []);
  }

  override async promote(tx: Tx, ids: readonly string[], now: Date): Promise<boolean> {
    await tx.execute("UPDATE activities_entry SET state = 'joined', promoted_at = ? WHERE id IN (?)", [now, ids]);
    return true;
  }
}

describe('seats and the waiting list', () => {
  const database = usePrivateDatabase();
  const clock = new FixedClock('2026-06-15T04:00:00Z');
  let keys = 0;
  const key = (): string => {
    keys += 1;
    return `join-key-${keys}`;
  };

  beforeEach(() => clock.set('2026-06-15T04:00:00Z'));

  const processes = async (parts: Parts = {}): Promise<ActivitiesProcess[]> => {
    const sources = [database.dataSource, await database.another()];
    // Opened before the race: a process that still shakes hands comes too late for it.
    await Promise.all(sources.flatMap((source) => Array.from({ length: 5 }, () => source.query('SELECT SLEEP(0.01)'))));
    return sources.map((source) => activitiesProcess(source, clock, parts));
  };
  const broken = () => processes({ activities: new HopefulSeats(), entries: new CarelessEntries() });

  const opened = async (house: ActivitiesProcess, more: Parameters<typeof draft>[0] = {}): Promise<ActivityId> => {
    const activityId = await house.create.execute(draft(more), staff);
    await house.changeStatus.execute({ activityId, status: 'open', actor: staff });
    return activityId;
  };

  const join = (house: ActivitiesProcess, activityId: ActivityId, memberId: string) =>
    house.join.execute({ activityId, memberId, idempotencyKey: key() });

  /** What the counts and the entries say of each activity, against its seats. */
  const violations = async (): Promise<string[]> => {
    const rows = await database.query<Record<'id' | 'total' | 'taken' | 'waiting' | 'seated' | 'queued', string>>(
      `SELECT a.id, a.seats_total AS total, a.seats_taken AS taken, a.waiting,
              COALESCE(SUM(e.state IN ('joined', 'attended')), 0) AS seated,
              COALESCE(SUM(e.state = 'waiting'), 0) AS queued
         FROM activities_activity a LEFT JOIN activities_entry e ON e.activity_id = a.id GROUP BY a.id`,
    );
    return rows.flatMap((row) => {
      const [total, taken, waiting, seated, queued] = [row.total, row.taken, row.waiting, row.seated, row.queued].map(
        Number,
      ) as [number, number, number, number, number];
      return [
        ...(seated > total ? [`activity ${row.id}: ${seated} people on ${total} seats`] : []),
        ...(seated !== taken || queued !== waiting ? [`activity ${row.id}: the counts disagree with the entries`] : []),
        ...(queued > 0 && seated < total ? [`activity ${row.id}: ${queued} wait while a seat is free`] : []),
      ];
    });
  };

  it('A1 the last seat is given once, over two processes and several activities at once', async () => {
    await provesAbsent<ActivitiesProcess[]>({
      sound: () => processes(),
      broken,
      reset: () => database.truncateAll(),
      attempts: 10,
      scenario: async (houses) => {
        const activities = await Promise.all([1, 2, 3].map(() => opened(houses[0]!, { seatsTotal: 5 })));
        const crowd = activities.flatMap((activityId) =>
          Array.from({ length: 30 }, (_, i) => join(houses[i % 2]!, activityId, String(i + 1))),
        );
        const { done, refused } = await settled(crowd);
        const seated = done.filter((entry) => entry.state === 'joined').length;
        return [...(await violations()), ...refused, ...(seated === 15 ? [] : [`${seated} were promised 15 seats`])];
      },
    });
  });

  it('A5 a freed seat goes to exactly one who waits, when several give up at the same moment', async () => {
    await provesAbsent<ActivitiesProcess[]>({
      sound: () => processes(),
      broken,
      reset: () => database.truncateAll(),
      attempts: 10,
      scenario: async (houses) => {
        const activities = await Promise.all([1, 2, 3].map(() => opened(houses[0]!, { seatsTotal: 4 })));
        for (const activityId of activities)
          for (const member of ['1', '2', '3', '4', '5', '6', '7', '8', '9'])
            await join(houses[0]!, activityId, member);
        const leaving = activities.flatMap((activityId) =>
          ['1', '2', '3'].map((member, i) => houses[i % 2]!.leave.execute(activityId, member)),
        );
        await settled(leaving);
        const promoted = await database.query<{ activity_id: string; members: string }>(
          `SELECT activity_id, GROUP_CONCAT(member_id ORDER BY queue_no) AS members FROM activities_entry
            WHERE promoted_at IS NOT NULL GROUP BY activity_id`,
        );
        const wrong = promoted.filter((row) => row.members !== '5,6,7').map((row) => `promoted: ${row.members}`);
        return [...(await violations()), ...wrong, ...(promoted.length === 3 ? [] : ['nobody was promoted'])];
      },
    });
  });

  it('A5 one person has one entry, whatever the number of requests; the same request is answered alike', async () => {
    const houses = await processes();
    const activityId = await opened(houses[0]!);
    const { done, refused } = await settled(
      Array.from({ length: 12 }, (_, i) => join(houses[i % 2]!, activityId, '1')),
    );
    expect([done.length, new Set(refused)]).toEqual([1, new Set(['AlreadyJoined'])]);
    const command = { activityId, memberId: '2', idempotencyKey: 'the-same-request' };
    const answers = await Promise.all([0, 1, 0, 1].map((i) => houses[i]!.join.execute(command)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await violations()).toEqual([]);
  });

  it('A5 joining and giving up at the same moment keep seats, list and counts together', async () => {
    const houses = await processes();
    const activityId = await opened(houses[0]!, { seatsTotal: 3 });
    for (const member of ['1', '2', '3', '4', '5']) await join(houses[0]!, activityId, member);
    for (let round = 0; round < 5; round += 1)
      await settled<unknown>(
        ['1', '2', '3', '4', '5'].flatMap((member, i) => [
          houses[i % 2]!.leave.execute(activityId, member),
          join(houses[(i + 1) % 2]!, activityId, member),
          join(houses[i % 2]!, activityId, String(10 * round + i + 10)),
        ]),
      );
    expect(await violations()).toEqual([]);
  });

  it('who comes back queues up anew, and keeps the number of the entry', async () => {
    const [house] = await processes();
    const activityId = await opened(house!, { seatsTotal: 1 });
    const first = await join(house!, activityId, '1');
    expect(await join(house!, activityId, '2')).toMatchObject({ state: 'waiting', position: 1 });
    await house!.leave.execute(activityId, '1');
    expect(await house!.leave.execute(activityId, '1')).toEqual({ state: 'cancelled' });
    expect((await house!.cards.list('2'))[0]).toMatchObject({ myState: 'joined', seatsLeft: 0, waiting: 0 });
    expect(await join(house!, activityId, '1')).toEqual({ state: 'waiting', position: 1, entryNo: first.entryNo });
    expect(await violations()).toEqual([]);
  });

  it('more seats go to those who wait, in their order; fewer than are taken are refused', async () => {
    const [house] = await processes();
    const activityId = await opened(house!, { seatsTotal: 2 });
    for (const member of ['1', '2', '3', '4', '5']) await join(house!, activityId, member);
    await house!.revise.execute({ activityId, draft: draft({ seatsTotal: 4 }), actor: staff });
    expect((await house!.cards.list('4'))[0]).toMatchObject({ myState: 'joined', waiting: 1 });
    expect((await house!.cards.list('5'))[0]).toMatchObject({ myState: 'waiting' });
    const fewer = house!.revise.execute({ activityId, draft: draft({ seatsTotal: 3 }), actor: staff });
    expect((await settled([fewer])).refused).toEqual(['SeatsBelowTaken']);
    expect(await violations()).toEqual([]);
  });

  it('the deadline and the status close the list; a cancelled activity ends every entry', async () => {
    const [house] = await processes();
    const activityId = await opened(house!, { seatsTotal: 1 });
    await join(house!, activityId, '1');
    await join(house!, activityId, '2');
    clock.set('2026-06-19T16:00:00Z');
    expect((await settled([join(house!, activityId, '3')])).refused).toEqual(['SignUpEnded']);
    expect((await house!.cards.list(null))[0]).toMatchObject({ status: 'closed', myState: 'none' });
    await house!.changeStatus.execute({ activityId, status: 'cancelled', actor: staff });
    expect((await house!.cards.list('2'))[0]).toMatchObject({ status: 'cancelled', myState: 'cancelled' });
    expect(await house!.cards.list('9')).toEqual([]);
    expect(await violations()).toEqual([]);
  });

  it('a closed account frees its seat', async () => {
    const [house] = await processes();
    const activityId = await opened(house!, { seatsTotal: 1 });
    await join(house!, activityId, '1');
    await join(house!, activityId, '2');
    await house!.unitOfWork.run((tx) => house!.releaseMember.execute(tx, '1'));
    expect((await house!.cards.list('2'))[0]).toMatchObject({ myState: 'joined' });
    expect(await violations()).toEqual([]);
  });
});
