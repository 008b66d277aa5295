import * as fc from 'fast-check';
import { plusDays, weekdayOf } from '../../calendar/days';
import { eligibleOf, type Facts, type LineFact } from '../../judging/facts';
import { dayFacts } from '../../judging/make-facts';
import type { LineFilter } from '../../judging/rule';
import { HOLIDAY_NAMES } from '../model/lint-input';

/** Values that conditions of the specs compare with, so that both sides of every comparison are met. */
export const TIER_CODES = ['silver-leaf', 'gold-leaf', 'rock-tea'];
export const CATEGORIES = ['茶饮', '糕点', '杯具'];
export const TAGS = ['vip', 'new', 'quiet'];
export const STORES = ['1', '2', '3'];
export const CHANNELS = ['store', 'mini-program', 'e-commerce', 'import', 'console'];
export const AMOUNTS = [0, 1, 2999, 3000, 3001, 5000, 9999, 10_000, 20_000];

const line = fc.record({
  sku: fc.constantFrom('tea-1', 'cake-1', null),
  category: fc.constantFrom(...CATEGORIES, null),
  quantity: fc.constantFrom(0, 0.5, 1, 2, 3, 5),
  amountFen: fc.constantFrom(...AMOUNTS),
});

const windows = fc
  .array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 })
  .map(([a = 0, b = 0, c = 0, d = 0]) => ({ d7: a, d30: a + b, d90: a + b + c, d365: a + b + c + d }));

/** Any purchase that can happen: its facts agree with each other as those of the judgement do. */
export const randomFacts: fc.Arbitrary<Facts> = fc
  .record({
    lines: fc.array(line, { maxLength: 4 }),
    channel: fc.constantFrom(...CHANNELS),
    storeId: fc.constantFrom(...STORES, null),
    day: fc.integer({ min: 0, max: 1200 }).map((days) => plusDays('2025-06-01', days)),
    hour: fc.integer({ min: 0, max: 23 }),
    holiday: fc.constantFrom(null, null, ...HOLIDAY_NAMES),
    worksAnyway: fc.boolean(),
    lunar: fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 30 })),
    more: fc.integer({ min: 1, max: 3 }),
    tier: fc.constantFrom(null, ...TIER_CODES),
    tags: fc.subarray(TAGS),
    daysAsMember: fc.constantFrom(0, 1, 29, 30, 31, 400),
    birthday: fc.constantFrom('none', 'month', 'day'),
    purchases: windows,
    amounts: windows,
    score: fc.oneof(fc.integer({ min: -2, max: 12 }), fc.constantFrom('7', 'a', 'b', null, true)),
  })
  .map(({ lines, day, holiday, lunar, birthday, purchases, amounts, ...rest }) => ({
    ...dayFacts(day),
    trigger: 'purchase' as const,
    eventName: null,
    channel: rest.channel,
    storeId: rest.storeId,
    lines,
    ...basketFacts(lines, null),
    weekday: weekdayOf(day),
    hour: rest.hour,
    holiday,
    isHoliday: holiday !== null,
    isWorkday: holiday === null && rest.worksAnyway,
    lunarMonthDay: lunar.map((part) => String(part).padStart(2, '0')).join('-'),
    ordinal: purchases.d365 + rest.more,
    tier: rest.tier,
    tierName: rest.tier,
    tierPercent: 100,
    tags: rest.tags,
    daysAsMember: rest.daysAsMember,
    isBirthday: birthday === 'day',
    isBirthdayMonth: birthday !== 'none',
    history: { purchases, amountFen: amounts },
    event: { score: rest.score },
  }));

const basketFacts = (lines: readonly LineFact[], filter: LineFilter | null) => {
  const all = eligibleOf(lines, null);
  return {
    amountFen: all.amountFen,
    quantity: all.quantity,
    categories: [...new Set(lines.flatMap(({ category }) => (category === null ? [] : [category])))],
    eligible: eligibleOf(lines, filter),
  };
};
