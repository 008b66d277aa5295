import type { ActivityId } from '@fanloop/kernel';
import type { Tx } from '@fanloop/platform';
import { EntryRepository } from '../../../libs/activities/src/store/entry.repository';
import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { provesAbsent, unlike } from '../../support/proves-absent';
import { draft as couponDraft } from '../coupons/coupons-process';
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
  const seated = async (
    of: ActivitiesProcess,
    members: string[],
    more: Parameters<typeof draft>[0] = {},
  ): Promise<ActivityId> => {
    clock.set('2026-06-15T04:00:00Z');
    const activityId = await of.create.execute(draft({ seatsTotal: 50, ...more }), staff);
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
    expect(await admit(of, activityId, spoken)).toEqual({
      ...{ memberId: '2', entryNo: entry!.entry_no, coupon: null },
    });
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

  describe('with a coupon for who comes', () => {
    const couponed = async (of: ActivitiesProcess, stockTotal: number): Promise<ActivityId> => {
      const templateId = await of.coupons.create.execute({
        draft: couponDraft({ stockTotal, perMemberLimit: 9, openTo: 'nobody' }),
        status: 'active',
        actor: staff,
      });
      return seated(of, ['1', '2', '3'], { couponTemplateId: templateId });
    };
    const held = () =>
      database.query<{ member_id: string; channel: string }>(
        'SELECT member_id, channel FROM coupons_coupon ORDER BY id',
      );

    it('gives it once to who comes, however many clerks read the code at once', async () => {
      await provesAbsent<ActivitiesProcess>({
        sound: () => house(),
        broken: () => house(new TrustingDesk()),
        reset: () => database.truncateAll(),
        attempts: 10,
        scenario: async (of) => {
          const activityId = await couponed(of, 100);
          const reads = [1, 2, 3].flatMap((place) =>
            [1, 2, 3].map(() => admit(of, activityId, codeOf(of, activityId, place))),
          );
          await settled(reads);
          return unlike((await held()).map(({ member_id, channel }) => `${member_id} ${channel}`).sort(), [
            '1 activity',
            '2 activity',
            '3 activity',
          ]);
        },
      });
    });

    it('lets in whom it cannot give one, and tells the desk why', async () => {
      const of = await house();
      const activityId = await couponed(of, 2);
      const said = [];
      for (const place of [1, 2, 3]) said.push((await admit(of, activityId, codeOf(of, activityId, place))).coupon);
      expect(said).toEqual([
        { name: '满 30 减 5', problem: null },
        { name: '满 30 减 5', problem: null },
        { name: '满 30 减 5', problem: '已经被领完了' },
      ]);
      const entries = await database.query<{ got: number; coupon_refusal: string | null }>(
        'SELECT coupon_id IS NOT NULL AS got, coupon_refusal FROM activities_entry ORDER BY queue_no',
      );
      expect(entries).toEqual([
        { got: 1, coupon_refusal: null },
        { got: 1, coupon_refusal: null },
        { got: 0, coupon_refusal: 'StockExhausted' },
      ]);
    });

    it('cannot promise a coupon that is not there', async () => {
      const of = await house();
      const { refused } = await settled([of.create.execute(draft({ couponTemplateId: '999999' }), staff)]);
      expect(refused).toEqual(['TemplateNotFound']);
    });
  });
});
