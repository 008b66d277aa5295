import { domainEvent } from '@fanloop/events';
import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { BEFORE, clockStory, EIGHTH, membersDay } from './clock-story';
import { aReward, eventsOn } from './events-on';
import { loyaltyOn, violationsOf } from './loyalty-on';

describe('what the clock fires', () => {
  const db = usePrivateDatabase('loyalty');
  const clock = new FixedClock(BEFORE);
  const loyalty = () => loyaltyOn(db.dataSource, clock);
  beforeEach(() => clock.set(BEFORE));

  const { enrol, crowd, install, sweep } = clockStory(db, clock);
  const paid = async (): Promise<string[]> =>
    (
      await db.query<{ member_id: string; reference: string; points: number }>(
        "SELECT member_id, reference, points FROM loyalty_entry WHERE kind = 'earn' ORDER BY id",
      )
    ).map((row) => `${row.member_id} ${row.reference.replace(/^schedule:\d+/, 'schedule')} ${row.points}`);

  describe('schedules', () => {
    it('member’s day comes at its hour in the brand’s zone, once a month, for those who are members by then', async () => {
      await install(membersDay);
      await crowd(2);
      clock.set('2026-06-08T01:59:59.999Z');
      expect(await sweep()).toEqual({ members: 0 });
      clock.set(EIGHTH);
      expect(await sweep()).toEqual({ members: 2 });
      await enrol({ '300': null });
      expect(await sweep()).toEqual({ members: 0 });
      clock.advance({ minutes: -10 });
      expect(await sweep()).toEqual({ members: 0 });
      expect(await paid()).toEqual(['101 schedule:2026-06-08:101 8', '102 schedule:2026-06-08:102 8']);
      clock.set('2026-07-08T02:00:00.000Z');
      expect(await sweep()).toEqual({ members: 3 });
      expect(await violationsOf(loyalty())).toEqual([]);
    });

    it('a worker that comes late makes up for three days, not for four', async () => {
      await install(membersDay);
      await crowd(1);
      clock.set('2026-06-11T02:00:00.000Z');
      expect(await sweep()).toEqual({ members: 1 });
      expect(await paid()).toEqual(['101 schedule:2026-06-08:101 8']);
      const [entry] = await db.query<{ at: Date }>("SELECT at FROM loyalty_entry WHERE kind = 'earn'");
      expect(entry!.at).toEqual(new Date(EIGHTH));
      clock.set('2026-07-12T02:00:00.000Z');
      expect(await sweep()).toEqual({ members: 0 });
    });

    it('a rule does not fire for hours before it was active, nor for a pause', async () => {
      await crowd(1);
      clock.set('2026-06-08T03:00:00.000Z');
      await install({ ...membersDay, schedule: { rrule: 'FREQ=DAILY', hour: 10 } });
      expect(await paid()).toEqual([]);
      clock.set('2026-06-09T02:00:00.000Z');
      expect(await sweep()).toEqual({ members: 1 });
      const status = async (to: string): Promise<void> => {
        await db.query(
          `UPDATE loyalty_rule r JOIN loyalty_rule_version v ON v.rule_id = r.id AND v.version = r.version
              SET r.status = ?, r.updated_at = ? WHERE v.draft LIKE '%"schedule":{%'`,
          [to, clock.now()],
        );
        await db.query('UPDATE loyalty_programme SET revision = UUID()');
      };
      clock.set('2026-06-09T12:00:00.000Z');
      await status('paused');
      clock.set('2026-06-10T12:00:00.000Z');
      expect(await sweep()).toEqual({ members: 0 });
      await status('active');
      expect(await sweep()).toEqual({ members: 0 });
      clock.set('2026-06-11T02:00:00.000Z');
      expect(await sweep()).toEqual({ members: 1 });
      expect(await paid()).toEqual(['101 schedule:2026-06-09:101 8', '101 schedule:2026-06-11:101 8']);
    });

    it('a rule whose days cannot be read stops no other; who has left is passed over', async () => {
      await install({ ...membersDay, schedule: { rrule: 'FREQ=MONTHLY;BYMONTHDAY=99', hour: 10 } }, membersDay);
      await crowd(3);
      const at = clock.now();
      await eventsOn(db.dataSource, clock).tell(
        domainEvent('members.member-closed.v1', { memberId: '102', at: at.toISOString() }, at),
      );
      clock.set(EIGHTH);
      expect(await sweep()).toEqual({ members: 2 });
      expect(await paid()).toEqual(['101 schedule:2026-06-08:101 8', '103 schedule:2026-06-08:103 8']);
    });
  });

  describe('birthdays', () => {
    const gift = aReward('birthday', 88, { name: '生日礼' });

    it('L14 each member once a year, on the brand’s day; 29 February on the 28th of other years', async () => {
      await install(gift);
      await enrol({ '1': '06-08', '2': '06-09', '3': '02-29', '4': null });
      clock.set('2026-06-07T15:59:59.999Z');
      expect(await sweep()).toEqual({ members: 0 });
      clock.set('2026-06-07T16:00:00.000Z');
      expect(await sweep()).toEqual({ members: 1 });
      clock.advance({ hours: 23 });
      expect(await sweep()).toEqual({ members: 0 });
      for (const day of ['2027-02-27', '2027-02-28', '2027-03-01', '2028-02-28', '2028-02-29']) {
        clock.set(`${day}T04:00:00.000Z`);
        await sweep();
      }
      expect(await paid()).toEqual(['1 birthday:1:2026 88', '3 birthday:3:2027 88', '3 birthday:3:2028 88']);
      const days = await db.query<{ at: Date }>('SELECT at FROM loyalty_entry WHERE member_id = 3 ORDER BY id');
      expect(days.map(({ at }) => at.toISOString())).toEqual(['2027-02-27T16:00:00.000Z', '2028-02-28T16:00:00.000Z']);
    });

    it('who tells the birthday on the day itself has it at once, and not again', async () => {
      await install(gift);
      await enrol({ '1': null });
      clock.set('2026-06-08T04:00:00.000Z');
      await sweep();
      const at = clock.now();
      const told = { memberId: '1', birthday: '06-08', at: at.toISOString() };
      await eventsOn(db.dataSource, clock).tell(domainEvent('members.profile-completed.v1', told, at));
      await sweep();
      expect(await paid()).toEqual(['1 birthday:1:2026 88']);
    });

    it('a rule that begins today congratulates today’s, not yesterday’s', async () => {
      await enrol({ '1': '06-07', '2': '06-08' });
      clock.set('2026-06-08T08:00:00.000Z');
      await install(gift);
      expect(await paid()).toEqual(['2 birthday:2:2026 88']);
    });
  });
});
