import { domainEvent } from '@fanloop/events';
import type { RuleDraft } from '../../../libs/loyalty/src/rules/judging/rule';
import type { FixedClock } from '../../support/fixed-clock';
import type { PrivateDatabase } from '../../support/private-database';
import { aReward, eventsOn } from './events-on';
import { aRule, loyaltyOn } from './loyalty-on';

/** Shanghai: 5 June, noon. */
export const BEFORE = '2026-06-05T04:00:00.000Z';
/** Member's day: the 8th, ten o'clock. */
export const EIGHTH = '2026-06-08T02:00:00.000Z';
export const membersDay = aReward('schedule', 8, {
  name: '会员日',
  schedule: { rrule: 'FREQ=MONTHLY;BYMONTHDAY=8', hour: 10 },
});

/** Members and rules of the stories that the clock tells. */
export const clockStory = (db: PrivateDatabase, clock: FixedClock) => {
  /** Members by their birthdays. */
  const enrol = async (members: Readonly<Record<string, string | null>>): Promise<void> => {
    const at = clock.now();
    const joined = { at: at.toISOString(), channel: 'mini-program', inviterMemberId: null } as const;
    await eventsOn(db.dataSource, clock).tell(
      ...Object.entries(members).map(([memberId, birthday]) =>
        domainEvent('members.member-enrolled.v1', { ...joined, memberId, memberNo: `N${memberId}`, birthday }, at),
      ),
    );
  };
  return {
    enrol,
    crowd: (count: number): Promise<void> =>
      enrol(Object.fromEntries(Array.from({ length: count }, (_, i) => [String(101 + i), null]))),
    /** The rules, seen by the sweep at once. */
    install: async (...rules: RuleDraft[]): Promise<void> => {
      await loyaltyOn(db.dataSource, clock).install.execute({ rules: [aRule, ...rules] });
      await eventsOn(db.dataSource, clock).clock.execute();
    },
    sweep: () => eventsOn(db.dataSource, clock).clock.execute(),
  };
};
