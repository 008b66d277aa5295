import type { ActivityId } from '@fanloop/kernel';
import type { Tx } from '@fanloop/platform';
import { EntryRepository } from '../../../libs/activities/src/store/entry.repository';
import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { provesAbsent } from '../../support/proves-absent';
import { type ActivitiesProcess, activitiesProcess, draft, settled, staff } from './activities-process';

/** Marks the entry without asking what it is by now. */
class TrustingDesk extends EntryRepository {
  override async attend(tx: Tx, entryId: string, now: Date): Promise<boolean> {
    await tx.execute("UPDATE activities_entry SET state = 'attended', attended_at = ? WHERE id = ?", [now, entryId]);
    return true;
  }
}

describe('checking in', () => {
  const database = usePrivateDatabase();
  const clock = new FixedClock();
  const atTheDoor = '2026-06-20T05:45:00Z';

  const house = async (entries?: EntryRepository): Promise<ActivitiesProcess> =>
    activitiesProcess(await database.another(), clock, { entries });

  /** An activity with people on its seats, at the time when the doors are open. */
  const seated = async (of: ActivitiesProcess, members: string[]): Promise<ActivityId> => {
    clock.set('2026-06-15T04:00:00Z');
    const activityId = await of.create.execute(draft({ seatsTotal: 50 }), staff);
    await of.changeStatus.execute({ activityId, status: 'open', actor: staff });
    for (const memberId of members)
      await of.join.execute({ activityId, memberId, idempotencyKey: `seat-${activityId}-${memberId}` });
    clock.set(atTheDoor);
    return activityId;
  };

  const codeOf = (of: ActivitiesProcess, activityId: ActivityId, place: number): string =>
    of.codes.show(activityId, place, clock.now()).code;

  const admit = (of: ActivitiesProcess, activityId: ActivityId, code: string) =>
    of.checkIn.execute({ activityId, code, staffId: '1' });

  it('A6 a code admits one person once, however many clerks read it at once, and no check-in of a crowd is lost', async () => {
    await provesAbsent<ActivitiesProcess>({
      sound: () => house(),
      broken: () => house(new TrustingDesk()),
      reset: () => database.truncateAll(),
      attempts: 10,
      scenario: async (of) => {
        const members = Array.from({ length: 20 }, (_, i) => String(i + 1));
        const activityId = await seated(of, members);
        const reads = members.flatMap((_, i) =>
          [1, 2, 3].map(() => admit(of, activityId, codeOf(of, activityId, i + 1))),
        );
        const { done, refused } = await settled(reads);
        const events = await database.query<{ n: string }>(
          "SELECT COUNT(*) AS n FROM platform_outbox WHERE name = 'activities.entry-attended.v1'",
        );
        return [
          ...(done.length === 20 ? [] : [`20 people were admitted ${done.length} times`]),
          ...(Number(events[0]!.n) === 20 ? [] : [`${events[0]!.n} events for 20 people`]),
          ...refused.filter((code) => code !== 'AlreadyCheckedIn'),
        ];
      },
    });
  });

  it('A6 an old code, a code of another activity and a made-up one admit nobody; the entry number does', async () => {
    const of = await house();
    const activityId = await seated(of, ['1', '2']);
    const other = await seated(of, ['1']);
    const old = codeOf(of, activityId, 1);
    clock.advance({ seconds: 60 });
    const { refused } = await settled([
      admit(of, activityId, old),
      admit(of, activityId, codeOf(of, other, 1)),
      admit(of, activityId, '1234567890123456'),
      admit(of, activityId, 'NOSUCHENTRY'),
    ]);
    expect(refused).toEqual(Array.from({ length: 4 }, () => 'CheckInCodeInvalid'));
    const [entry] = await database.query<{ entry_no: string }>(
      'SELECT entry_no FROM activities_entry WHERE activity_id = ? AND member_id = 2',
      [activityId],
    );
    const spoken = entry!.entry_no.toLowerCase().replace(/^(.{5})/, '$1 ');
    expect(await admit(of, activityId, spoken)).toEqual({ memberId: '2', entryNo: entry!.entry_no });
  });

  it('who waits, who cancelled and who comes at the wrong time is told why', async () => {
    const of = await house();
    const activityId = await seated(of, ['1', '2']);
    clock.set('2026-06-15T04:00:00Z');
    await of.leave.execute(activityId, '1');
    clock.set('2026-06-20T02:59:59Z');
    expect((await settled([admit(of, activityId, codeOf(of, activityId, 2))])).refused).toEqual(['CheckInNotOpen']);
    clock.set(atTheDoor);
    expect((await settled([admit(of, activityId, codeOf(of, activityId, 1))])).refused).toEqual(['EntryCancelled']);
    expect(await admit(of, activityId, codeOf(of, activityId, 2))).toMatchObject({ memberId: '2' });
  });
});
