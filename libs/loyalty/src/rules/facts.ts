import type { Fen, Points } from '@fanloop/kernel';
import { type Day, isBirthday, type LocalTime } from './days';
import { refuse } from './refusals';
import type { Tier } from './tiers';

export interface LineFact {
  readonly sku: string | null;
  readonly category: string | null;
  readonly quantity: number;
  /** Paid after discounts. */
  readonly amountFen: Fen;
}

/**
 * What a condition may ask, and the whole of what an evaluation knows. Times are those of the event itself in the brand's zone, so
 * that history is judged as it was.
 */
export interface Facts {
  readonly trigger: 'purchase' | 'sign-up';
  readonly channel: string;
  readonly storeId: string | null;
  readonly amountFen: Fen;
  readonly quantity: number;
  readonly lines: readonly LineFact[];
  readonly categories: readonly string[];
  readonly day: Day;
  readonly monthDay: string;
  /** 1 Monday … 7 Sunday. */
  readonly weekday: number;
  readonly hour: number;
  /** Of the member: 1 = the first purchase. */
  readonly ordinal: number;
  readonly tier: string | null;
  readonly isBirthday: boolean;
}

/** The names that a condition may use, with their Chinese words for the rule's sentence. */
export const FACT_NAMES: Readonly<Record<Exclude<keyof Facts, 'trigger'>, string>> = {
  channel: '渠道',
  storeId: '门店',
  amountFen: '实付金额（分）',
  quantity: '件数',
  lines: '明细',
  categories: '品类',
  day: '日期',
  monthDay: '月日',
  weekday: '星期',
  hour: '小时',
  ordinal: '第几次消费',
  tier: '等级',
  isBirthday: '生日当天',
};

export interface Basket {
  readonly channel: string;
  readonly storeId: string | null;
  readonly lines: readonly LineFact[];
  readonly ordinal: number;
}

export interface Shopper {
  readonly tier: Tier | null;
  readonly birthday: string | null;
}

/** Facts of a purchase; refuses negative or broken numbers, which would turn into points from nothing. */
export const purchaseFacts = (basket: Basket, shopper: Shopper, time: LocalTime): Facts => {
  let amountFen = 0;
  let quantity = 0;
  for (const line of basket.lines) {
    if (!isCount(line.amountFen) || !(line.quantity >= 0)) throw refuse('AmountNotAllowed');
    amountFen += line.amountFen;
    quantity += line.quantity;
  }
  if (!isCount(amountFen)) throw refuse('AmountNotAllowed');
  return {
    ...timeFacts(shopper, time),
    trigger: 'purchase',
    channel: basket.channel,
    storeId: basket.storeId,
    amountFen,
    quantity,
    lines: basket.lines,
    categories: [...new Set(basket.lines.flatMap((line) => (line.category === null ? [] : [line.category])))],
    ordinal: basket.ordinal,
  };
};

export const signUpFacts = (channel: string, shopper: Shopper, time: LocalTime): Facts => ({
  ...timeFacts(shopper, time),
  trigger: 'sign-up',
  channel,
  storeId: null,
  amountFen: 0,
  quantity: 0,
  lines: [],
  categories: [],
  ordinal: 0,
});

const timeFacts = (shopper: Shopper, { day, weekday, hour }: LocalTime) => ({
  day,
  monthDay: day.slice(5),
  weekday,
  hour,
  tier: shopper.tier?.code ?? null,
  isBirthday: isBirthday(shopper.birthday, day),
});

const isCount = (value: Points): boolean => Number.isSafeInteger(value) && value >= 0;
