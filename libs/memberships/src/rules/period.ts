import { type Day, daysBetween, plusDays, plusMonths } from '@fanloop/kernel';
import type { Duration } from './plan';

/** When a card runs. Both days are counted, to the end of the last one. */
export interface Period {
  readonly startsOn: Day;
  readonly lastOn: Day;
  /** The day from which the months are counted, and how many: a chain of renewals counts from where it began. */
  readonly anchorOn: Day;
  readonly anchorMonths: number;
}

/** A card that is paid and not over. */
export interface RunningCard extends Period {
  readonly cardId: string;
  readonly planId: string;
  readonly tierCode: string;
}

/**
 * A first card runs from the day on which it begins to the same date so many months later, or so many days later; a month without that
 * date ends it on its last day (31 January and a month: 28 or 29 February). The day of buying is a present.
 */
export const firstPeriod = (today: Day, duration: Duration): Period =>
  duration.unit === 'month' ? inMonths(today, today, duration.count) : inDays(today, plusDays(today, duration.count));

/**
 * A renewal begins on the day after the card before it, so that no day is lost. Months are counted from where the chain began: 31 January,
 * 28 February, 31 March, without drifting.
 */
export const nextPeriod = (before: Period, duration: Duration): Period => {
  const startsOn = plusDays(before.lastOn, 1);
  if (duration.unit === 'day') return inDays(startsOn, plusDays(before.lastOn, duration.count));
  return before.anchorMonths > 0
    ? inMonths(startsOn, before.anchorOn, before.anchorMonths + duration.count)
    : inMonths(startsOn, before.lastOn, duration.count);
};

/**
 * The card that a new one waits for: of the same plan, or of another one that gives the same tier, since two of them at once would be
 * paid twice for one thing. The last of them. Cards of different tiers run beside each other.
 */
export const cardBefore = <Card extends RunningCard>(
  running: readonly Card[],
  bought: { readonly planId: string; readonly tierCode: string },
): Card | null =>
  running
    .filter(({ planId, tierCode }) => planId === bought.planId || tierCode === bought.tierCode)
    .reduce<Card | null>((last, card) => (last === null || card.lastOn > last.lastOn ? card : last), null);

export const daysOf = ({ startsOn, lastOn }: Pick<Period, 'startsOn' | 'lastOn'>): number =>
  daysBetween(startsOn, lastOn) + 1;

const inMonths = (startsOn: Day, anchorOn: Day, anchorMonths: number): Period => ({
  startsOn,
  lastOn: plusMonths(anchorOn, anchorMonths),
  anchorOn,
  anchorMonths,
});

const inDays = (startsOn: Day, lastOn: Day): Period => ({ startsOn, lastOn, anchorOn: lastOn, anchorMonths: 0 });
