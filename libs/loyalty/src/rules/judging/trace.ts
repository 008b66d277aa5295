import type { Decision } from './decision';
import { eligibleOf, type Facts, type History, type LineFact, type Scalar, type Windows } from './facts';
import { categoriesOf } from './make-facts';
import type { RuleTrigger } from './rule';

/** Facts as the journal keeps them: without what follows from the rest. */
export interface PackedFacts {
  readonly trigger: RuleTrigger;
  readonly eventName?: string;
  readonly channel: string;
  readonly storeId: string | null;
  /** Of events; a purchase's amount is the sum of its lines. */
  readonly amountFen?: number;
  /** SKU, category, quantity, paid amount in fen. */
  readonly lines: readonly (readonly [string | null, string | null, number, number])[];
  readonly day: string;
  readonly weekday: number;
  readonly hour: number;
  readonly holiday: string | null;
  readonly isWorkday: boolean;
  readonly lunar: string;
  readonly ordinal: number;
  /** Code, name and multiplier in percent. */
  readonly tier: readonly [string, string, number] | null;
  readonly tags: readonly string[];
  readonly daysAsMember: number;
  readonly isBirthday: boolean;
  readonly isBirthdayMonth: boolean;
  /** Purchases, then fen, of 7, 30, 90 and 365 days. */
  readonly history: readonly number[];
  readonly event?: Readonly<Record<string, Scalar>>;
}

/** What a decision leaves in the journal beside its numbers: enough to judge it again, for ever. */
export interface JudgedTrace extends Omit<Decision, 'points'> {
  readonly v: 2;
  readonly about: { readonly purchaseNo?: string };
  readonly facts: PackedFacts;
  /** The business day on which caps and tier points count. */
  readonly day: string;
  /** Which steps paid into which lot. */
  readonly credited: readonly { readonly lotNo: number; readonly steps: readonly number[] }[];
  readonly tierAfter: string | null;
  readonly tierChanged: boolean;
}

export const isJudged = (trace: unknown): trace is JudgedTrace =>
  trace !== null && typeof trace === 'object' && (trace as { v?: unknown }).v === 2;

export const packFacts = (facts: Facts): PackedFacts => ({
  trigger: facts.trigger,
  ...(facts.eventName === null ? {} : { eventName: facts.eventName }),
  channel: facts.channel,
  storeId: facts.storeId,
  ...(facts.lines.length === 0 ? { amountFen: facts.amountFen } : {}),
  lines: facts.lines.map((line) => [line.sku, line.category, line.quantity, line.amountFen]),
  day: facts.day,
  weekday: facts.weekday,
  hour: facts.hour,
  holiday: facts.holiday,
  isWorkday: facts.isWorkday,
  lunar: facts.lunarMonthDay,
  ordinal: facts.ordinal,
  tier: facts.tier === null ? null : [facts.tier, facts.tierName ?? facts.tier, facts.tierPercent],
  tags: facts.tags,
  daysAsMember: facts.daysAsMember,
  isBirthday: facts.isBirthday,
  isBirthdayMonth: facts.isBirthdayMonth,
  history: [...numbersOf(facts.history.purchases), ...numbersOf(facts.history.amountFen)],
  ...(Object.keys(facts.event).length > 0 ? { event: facts.event } : {}),
});

export const unpackFacts = (packed: PackedFacts): Facts => {
  const lines = packed.lines.map(
    ([sku, category, quantity, amountFen]): LineFact => ({ sku, category, quantity, amountFen }),
  );
  const basket = eligibleOf(lines, null);
  const eligible = lines.length === 0 ? { ...basket, amountFen: packed.amountFen ?? 0 } : basket;
  // A literal without spreads, in the order of `factsFrom`: the engine then treats both as the same kind of object.
  return {
    trigger: packed.trigger,
    eventName: packed.eventName ?? null,
    channel: packed.channel,
    storeId: packed.storeId,
    amountFen: eligible.amountFen,
    quantity: basket.quantity,
    lines,
    categories: categoriesOf(lines),
    eligible,
    day: packed.day,
    monthDay: packed.day.slice(5),
    month: Number(packed.day.slice(5, 7)),
    dayOfMonth: Number(packed.day.slice(8)),
    weekday: packed.weekday,
    hour: packed.hour,
    isHoliday: packed.holiday !== null,
    holiday: packed.holiday,
    isWorkday: packed.isWorkday,
    lunarMonthDay: packed.lunar,
    ordinal: packed.ordinal,
    tier: packed.tier?.[0] ?? null,
    tierName: packed.tier?.[1] ?? null,
    tierPercent: packed.tier?.[2] ?? 100,
    tags: packed.tags,
    daysAsMember: packed.daysAsMember,
    isBirthday: packed.isBirthday,
    isBirthdayMonth: packed.isBirthdayMonth,
    history: historyFrom(packed.history),
    event: packed.event ?? {},
  };
};

const numbersOf = ({ d7, d30, d90, d365 }: Windows): number[] => [d7, d30, d90, d365];

const windows = ([d7 = 0, d30 = 0, d90 = 0, d365 = 0]: readonly number[]): Windows => ({ d7, d30, d90, d365 });

const historyFrom = (numbers: readonly number[]): History => ({
  purchases: windows(numbers.slice(0, 4)),
  amountFen: windows(numbers.slice(4)),
});
