import { isBirthday, type LocalTime } from '../calendar/days';
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
  const { channel, storeId, lines, ordinal } = basket;
  const { amountFen, quantity } = eligible;
  const categories = categoriesOf(lines);
  const told = { channel, storeId, amountFen, quantity, lines, categories, eligible, ordinal, event: {} };
  return factsFrom({ trigger: 'purchase', eventName: null, ...told }, shopper, time);
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
  const eligible = { amountFen, quantity: 0, lines: 0 };
  const told = { ...input, amountFen, quantity: 0, lines: [], categories: [], eligible, ordinal: 0 };
  return factsFrom(told, shopper, time);
};

/** Each once, in the order of the lines. */
export const categoriesOf = (lines: readonly LineFact[]): string[] => {
  const categories: string[] = [];
  for (const { category } of lines) if (category !== null && !categories.includes(category)) categories.push(category);
  return categories;
};

type Told = Pick<
  Facts,
  | 'trigger'
  | 'eventName'
  | 'channel'
  | 'storeId'
  | 'amountFen'
  | 'quantity'
  | 'lines'
  | 'categories'
  | 'eligible'
  | 'ordinal'
  | 'event'
>;

/** One literal without spreads: such an object is made, and asked by the conditions, many times faster. */
const factsFrom = (told: Told, shopper: ShopperFacts, time: LocalTime): Facts => ({
  trigger: told.trigger,
  eventName: told.eventName,
  channel: told.channel,
  storeId: told.storeId,
  amountFen: told.amountFen,
  quantity: told.quantity,
  lines: told.lines,
  categories: told.categories,
  eligible: told.eligible,
  day: time.day,
  monthDay: time.day.slice(5),
  month: Number(time.day.slice(5, 7)),
  dayOfMonth: Number(time.day.slice(8)),
  weekday: time.weekday,
  hour: time.hour,
  isHoliday: time.holiday !== null,
  holiday: time.holiday,
  isWorkday: time.isWorkday,
  lunarMonthDay: time.lunarMonthDay,
  ordinal: told.ordinal,
  tier: shopper.tier?.code ?? null,
  tierName: shopper.tier?.name ?? null,
  tierPercent: shopper.tier?.multiplierPercent ?? 100,
  tags: shopper.tags,
  daysAsMember: shopper.daysAsMember,
  isBirthday: isBirthday(shopper.birthday, time.day),
  isBirthdayMonth: shopper.birthday !== null && shopper.birthday.slice(0, 2) === time.day.slice(5, 7),
  history: shopper.history,
  event: told.event,
});
