import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { provesAbsent } from '../../support/proves-absent';
import { UnguardedWriter, UnlockedAccounts } from './broken-twins';
import { KeylessCheckIns, NamelessJudge } from './event-twins';
import { aReward, type Events, type EventTwins, eventsOn } from './events-on';
import { aRule, loyaltyOn, violationsOf } from './loyalty-on';

/** Noon in Shanghai. */
const NOON = '2026-06-15T04:00:00.000Z';
const MEMBERS = ['101', '102', '103', '104'];

describe('daily check-in', () => {
  const db = usePrivateDatabase('loyalty');
  const clock = new FixedClock(NOON);
  const onSeventhDay = { condition: { '==': [{ '%': [{ var: 'event.streak' }, 7] }, 0] } };
  beforeEach(() => clock.set(NOON));

  const install = (): Promise<unknown> =>
    loyaltyOn(db.dataSource, clock).install.execute({
      rules: [aRule, aReward('check-in', 5), aReward('check-in', 30, { name: '七日礼', ...onSeventhDay })],
    });
  const rows = () =>
    db.query<{ member_id: string; day: string; streak: number }>(
      'SELECT member_id, day, streak FROM loyalty_check_in ORDER BY member_id, day',
    );

  it('gives points each day and more on the seventh, and says so beforehand', async () => {
    await install();
    const events = eventsOn(db.dataSource, clock);
    for (let day = 1; day <= 6; day += 1) {
      expect(await events.checkIn.execute('101')).toMatchObject({ streak: day, again: false, given: { points: 5 } });
      clock.advance({ days: 1 });
    }
    expect(await events.checkIns.of('101')).toMatchObject({
      day: '2026-06-21',
      checkedIn: false,
      streak: 6,
      offered: true,
      waysToEarn: [expect.stringContaining('签到'), expect.stringContaining('30 分')],
      points: 35,
    });
    const seventh = await events.checkIn.execute('101');
    expect(seventh).toMatchObject({ streak: 7, given: { points: 35, why: ['check-in +5：+5 分', '七日礼：+30 分'] } });
    expect(await events.checkIn.execute('101')).toEqual({
      ...seventh,
      again: true,
      given: { ...seventh.given, told: [] },
    });
    expect(await events.checkIns.of('101')).toMatchObject({
      checkedIn: true,
      streak: 7,
      points: 35,
      week: Array.from({ length: 7 }, (_, i) => ({ day: `2026-06-${15 + i}`, checkedIn: true })),
    });
    clock.advance({ days: 2 });
    expect(await events.checkIns.of('101')).toMatchObject({ streak: 0, points: 5 });
    expect(await events.checkIn.execute('101')).toMatchObject({ streak: 1, given: { points: 5 } });
    const told = await db.query("SELECT payload FROM platform_outbox WHERE name = 'loyalty.checked-in.v1'");
    expect(told).toHaveLength(8);
    expect(await violationsOf(loyaltyOn(db.dataSource, clock))).toEqual([]);
  });

  it('without a rule the card is not offered, and a check-in counts its days all the same', async () => {
    await loyaltyOn(db.dataSource, clock).install.execute({ rules: [aRule] });
    const events = eventsOn(db.dataSource, clock);
    expect(await events.checkIns.of('101')).toMatchObject({ offered: false, waysToEarn: [], points: 0 });
    expect(await events.checkIn.execute('101')).toMatchObject({ streak: 1, given: { points: 0, rewards: [] } });
  });

  it('who has left checks in no more, and leaves no days behind', async () => {
    await install();
    const events = eventsOn(db.dataSource, clock);
    await events.checkIn.execute('101');
    const at = clock.now();
    await events.tell({
      name: 'members.member-closed.v1',
      payload: { memberId: '101', at: at.toISOString() },
      occurredAt: at,
    });
    expect(await rows()).toEqual([]);
    await expect(events.checkIn.execute('101')).rejects.toMatchObject({ code: 'AccountClosed' });
  });

  describe('L5 two check-ins in one day', () => {
    const CALLERS = 4;

    /** Several processes, each on connections of its own. The twin's table has lost its key. */
    const processes = async (twins: EventTwins = {}): Promise<Events[]> => {
      await install();
      const others = await Promise.all(Array.from({ length: CALLERS - 1 }, () => db.another(4)));
      return [db.dataSource, ...others].map((source) => eventsOn(source, clock, twins));
    };
    const key = 'ALTER TABLE loyalty_check_in ADD PRIMARY KEY (member_id, day)';

    it('L5 parallel taps of one member make one check-in and one reward', async () => {
      let keyless = false;
      const { found } = await provesAbsent({
        reset: async () => {
          await db.truncateAll();
          if (keyless) await db.query(key);
          keyless = false;
        },
        sound: () => processes(),
        broken: async () => {
          await db.query('ALTER TABLE loyalty_check_in DROP PRIMARY KEY');
          keyless = true;
          return processes({
            accounts: new UnlockedAccounts(),
            checkIns: new KeylessCheckIns(),
            writer: new UnguardedWriter(clock),
            judge: NamelessJudge,
          });
        },
        scenario: async (all) => {
          clock.set('2026-06-14T04:00:00.000Z');
          for (const memberId of MEMBERS) await all[0]!.checkIn.execute(memberId);
          clock.set(NOON);
          await Promise.allSettled(
            all.flatMap((events) => MEMBERS.map((memberId) => events.checkIn.execute(memberId))),
          );
          const counts = await db.query<{ member_id: string; n: number }>(
            'SELECT member_id, COUNT(*) AS n FROM loyalty_check_in GROUP BY member_id ORDER BY member_id',
          );
          const paid = await db.query<{ n: string }>('SELECT SUM(points) AS n FROM loyalty_entry');
          return [
            ...counts.filter(({ n }) => Number(n) !== 2).map(({ member_id, n }) => `${member_id}: ${n} check-ins`),
            ...(counts.length === MEMBERS.length ? [] : [`${counts.length} members checked in`]),
            ...(Number(paid[0]!.n) === 10 * MEMBERS.length ? [] : [`${paid[0]!.n} points`]),
          ];
        },
      });
      if (keyless) await db.query(key).catch(() => undefined);
      expect(found.length).toBeGreaterThan(0);
    });

    it('L5 the day is the brand’s: midnight is that of the shop, not of the server', async () => {
      await provesAbsent({
        reset: () => db.truncateAll(),
        sound: async () => (await processes())[0]!,
        broken: async () => (await processes({ zone: 'UTC' }))[0]!,
        scenario: async (events) => {
          const days = [];
          for (const at of ['2026-06-15T15:59:59.999Z', '2026-06-15T16:00:00.000Z', '2026-06-16T00:00:00.000Z']) {
            clock.set(at);
            days.push((await events.checkIn.execute('101')).day);
          }
          return days.join() === '2026-06-15,2026-06-16,2026-06-16' ? [] : [days.join()];
        },
      });
    });

    it('L5 a clock that is set back over midnight gives no second check-in', async () => {
      await install();
      const events = eventsOn(db.dataSource, clock);
      clock.set('2026-06-15T16:05:00.000Z');
      expect(await events.checkIn.execute('101')).toMatchObject({ day: '2026-06-16', again: false });
      clock.advance({ minutes: -10 });
      expect(await events.checkIn.execute('101')).toMatchObject({ day: '2026-06-16', again: true });
      clock.advance({ minutes: 20 });
      expect(await events.checkIn.execute('101')).toMatchObject({ day: '2026-06-16', again: true });
      clock.advance({ days: 1 });
      expect(await events.checkIn.execute('101')).toMatchObject({ day: '2026-06-17', streak: 2 });
      expect((await rows()).map(({ day }) => day)).toEqual(['2026-06-16', '2026-06-17']);
    });
  });
});
