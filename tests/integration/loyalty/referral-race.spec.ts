import { domainEvent } from '@fanloop/events';
import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { provesAbsent } from '../../support/proves-absent';
import { BEFORE, clockStory } from './clock-story';
import { NamelessJudge } from './event-twins';
import { aReward, type Events, eventsOn } from './events-on';
import { aRule, loyaltyOn } from './loyalty-on';

describe('a friend’s purchase under parallel deliveries', () => {
  const db = usePrivateDatabase('loyalty');
  const clock = new FixedClock(BEFORE);
  const { enrol } = clockStory(db, clock);
  it('L13 the same purchase of a friend, told by four workers at once, pays the inviter once', async () => {
    const at = new Date(BEFORE);
    const workers = async (named: boolean): Promise<Events[]> => {
      await loyaltyOn(db.dataSource, clock).install.execute({ rules: [aRule, aReward('referral-purchased', 50)] });
      const others = await Promise.all([1, 2, 3].map(() => db.another(4)));
      return [db.dataSource, ...others].map((source) => eventsOn(source, clock, named ? {} : { judge: NamelessJudge }));
    };
    const purchase = (friend: number) => ({
      ...domainEvent(
        'sales.purchase-recorded.v1',
        {
          purchaseId: String(900 + friend),
          purchaseNo: `P${friend}`,
          memberId: String(friend),
          storeId: '11',
          channel: 'store',
          source: 'till',
          at: at.toISOString(),
          businessDate: '2026-06-05',
          netFen: 3800,
          lines: [],
          ordinalOfMember: 1,
        },
        at,
      ),
      eventId: `e${friend}`,
    });
    await provesAbsent({
      reset: () => db.truncateAll(),
      sound: () => workers(true),
      broken: () => workers(false),
      scenario: async (all) => {
        await enrol({ '1': null, '2': null, '11': null, '12': null });
        await db.query('UPDATE loyalty_points_account SET inviter_id = member_id - 10 WHERE member_id > 10');
        const referrals = all.map(
          ({ handlers }) => handlers.find(({ consumer }) => consumer === 'loyalty.referral-rules')!,
        );
        await Promise.allSettled(
          referrals.flatMap((handler, i) =>
            [11, 12].map((friend) => all[i]!.unitOfWork.run((tx) => handler.handle(tx, [purchase(friend)] as never))),
          ),
        );
        const rows = await db.query<{ member_id: string; available: number }>(
          'SELECT member_id, available FROM loyalty_points_account WHERE member_id < 10 AND available <> 50',
        );
        return rows.map(({ member_id, available }) => `${member_id} has ${available}`);
      },
    });
  });
});
