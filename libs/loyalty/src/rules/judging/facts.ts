import type { Fen, Points } from '@fanloop/kernel';
import type { LineFilter, RuleTrigger } from './rule';

export interface LineFact {
  readonly sku: string | null;
  readonly category: string | null;
  readonly quantity: number;
  /** Paid after discounts. */
  readonly amountFen: Fen;
}

/** Sums over the days before and up to the event's day, without the event itself. */
export interface Windows {
  readonly d7: number;
  readonly d30: number;
  readonly d90: number;
  readonly d365: number;
}

export interface History {
  readonly purchases: Windows;
  /** Net of refunds. */
  readonly amountFen: Windows;
}

export type Scalar = string | number | boolean | null;

/** What a rule's `lines` leave of the basket. */
export interface Eligible {
  readonly amountFen: Fen;
  readonly quantity: number;
  readonly lines: number;
}

/**
 * What a condition may ask, and the whole of what an evaluation knows. Times are those of the event itself in the store's
 * zone, so that history is judged as it was. The journal keeps the facts with each decision.
 */
export interface Facts {
  readonly trigger: RuleTrigger;
  /** Of a custom event its name, of a schedule its rule; null otherwise. */
  readonly eventName: string | null;
  readonly channel: string;
  readonly storeId: string | null;
  readonly amountFen: Fen;
  readonly quantity: number;
  readonly lines: readonly LineFact[];
  readonly categories: readonly string[];
  /** Of all lines here; a rule with a line filter sees its own. */
  readonly eligible: Eligible;
  readonly day: string;
  readonly monthDay: string;
  readonly month: number;
  readonly dayOfMonth: number;
  /** 1 Monday … 7 Sunday. */
  readonly weekday: number;
  readonly hour: number;
  /** Chinese calendar: a statutory day off (weekends are not holidays), and its name. */
  readonly isHoliday: boolean;
  readonly holiday: string | null;
  /** With make-up working days counted in and holidays out. */
  readonly isWorkday: boolean;
  /** `08-15` = the fifteenth of the eighth lunar month. */
  readonly lunarMonthDay: string;
  /** Of the member's purchases: 1 = the first. 0 where the event is none. */
  readonly ordinal: number;
  readonly tier: string | null;
  readonly tierName: string | null;
  /** What the tier multiplies by, as it was on that day. */
  readonly tierPercent: number;
  readonly tags: readonly string[];
  readonly daysAsMember: number;
  readonly isBirthday: boolean;
  readonly isBirthdayMonth: boolean;
  readonly history: History;
  /** What an event other than a purchase tells. */
  readonly event: Readonly<Record<string, Scalar>>;
}

export const NO_WINDOWS: Windows = { d7: 0, d30: 0, d90: 0, d365: 0 };
export const NO_HISTORY: History = { purchases: NO_WINDOWS, amountFen: NO_WINDOWS };

export const matchesLine = (filter: LineFilter, line: LineFact): boolean => {
  const named =
    (line.category !== null && filter.categories.includes(line.category)) ||
    (line.sku !== null && filter.skus.includes(line.sku));
  return named !== filter.except;
};

export const eligibleOf = (lines: readonly LineFact[], filter: LineFilter | null): Eligible => {
  let [amountFen, quantity, count] = [0, 0, 0];
  for (const line of lines) {
    if (filter && !matchesLine(filter, line)) continue;
    amountFen += line.amountFen;
    quantity += line.quantity;
    count += 1;
  }
  return { amountFen, quantity, lines: count };
};

/** The facts as one rule sees them: the same, but for the lines that it looks at. */
export const seenBy = (facts: Facts, filter: LineFilter | null): Facts =>
  filter ? { ...facts, eligible: eligibleOf(facts.lines, filter) } : facts;

export const isCount = (value: Points): boolean => Number.isSafeInteger(value) && value >= 0;
