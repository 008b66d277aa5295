import { type Day, isBirthday, type LocalTime } from '../calendar/days';
import { refuse } from '../refusals';
import { eligibleOf, type Facts, type History, isCount, type LineFact, type Scalar } from './facts';
import type { RuleTrigger } from './rule';

export interface Basket {
  readonly channel: string;
  readonly storeId: string | null;
  readonly lines: readonly LineFact[];
  readonly ordinal: number;
}

export interface ShopperFacts {
  readonly tier: { readonly code: string; readonly name: string; readonly multiplierPercent: number } | null;
  /** `MM-DD`. */
  readonly birthday: string | null;
  readonly tags: readonly string[];
  readonly daysAsMember: number;
  readonly history: History;
}

/** Facts of a purchase; refuses negative or broken numbers, which would turn into points from nothing. */
export const purchaseFacts = (basket: Basket, shopper: ShopperFacts, time: LocalTime): Facts => {
  for (const line of basket.lines)
    if (!isCount(line.amountFen) || !(line.quantity >= 0)) throw refuse('AmountNotAllowed');
  const eligible = eligibleOf(basket.lines, null);
  if (!isCount(eligible.amountFen)) throw refuse('AmountNotAllowed');
  return {
    ...shopperFacts(shopper, time),
    trigger: 'purchase',
    eventName: null,
    channel: basket.channel,
    storeId: basket.storeId,
    amountFen: eligible.amountFen,
    quantity: eligible.quantity,
    lines: basket.lines,
    categories: categoriesOf(basket.lines),
    eligible,
    ordinal: basket.ordinal,
    event: {},
  };
};

export interface EventInput {
  readonly trigger: Exclude<RuleTrigger, 'purchase'>;
  /** Of a custom event its name, of a schedule its rule. */
  readonly eventName: string | null;
  readonly channel: string;
  readonly storeId: string | null;
  /** What the event tells; `amountFen` here becomes the event's amount. */
  readonly event: Readonly<Record<string, Scalar>>;
}

/** Facts of anything that is not a purchase. */
export const eventFacts = (input: EventInput, shopper: ShopperFacts, time: LocalTime): Facts => {
  const amount = Number(input.event['amountFen'] ?? 0);
  const amountFen = isCount(amount) ? amount : 0;
  return {
    ...shopperFacts(shopper, time),
    ...input,
    amountFen,
    quantity: 0,
    lines: [],
    categories: [],
    eligible: { amountFen, quantity: 0, lines: 0 },
    ordinal: 0,
  };
};

export const categoriesOf = (lines: readonly LineFact[]): string[] => [
  ...new Set(lines.flatMap((line) => (line.category === null ? [] : [line.category]))),
];

export const dayFacts = (day: Day) => ({
  day,
  monthDay: day.slice(5),
  month: Number(day.slice(5, 7)),
  dayOfMonth: Number(day.slice(8)),
});

const shopperFacts = (shopper: ShopperFacts, time: LocalTime) => ({
  ...dayFacts(time.day),
  weekday: time.weekday,
  hour: time.hour,
  isHoliday: time.holiday !== null,
  holiday: time.holiday,
  isWorkday: time.isWorkday,
  lunarMonthDay: time.lunarMonthDay,
  tier: shopper.tier?.code ?? null,
  tierName: shopper.tier?.name ?? null,
  tierPercent: shopper.tier?.multiplierPercent ?? 100,
  tags: shopper.tags,
  daysAsMember: shopper.daysAsMember,
  isBirthday: isBirthday(shopper.birthday, time.day),
  isBirthdayMonth: shopper.birthday !== null && shopper.birthday.slice(0, 2) === time.day.slice(5, 7),
  history: shopper.history,
});
