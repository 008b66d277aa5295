import { plusDays, weekdayOf } from '../../calendar/days';
import { eligibleOf, type Facts, type LineFact, type Windows } from '../../judging/facts';
import { categoriesOf } from '../../judging/make-facts';
import { HOLIDAY_NAMES } from '../model/lint-input';

/** One of some values, by chance. What it is made of is the spec's (fast-check), so that rules import no library. */
export type Pick = <T>(values: readonly T[]) => T;

/** Values that conditions of the specs compare with, so that both sides of every comparison are met. */
export const TIER_CODES = ['silver-leaf', 'gold-leaf', 'rock-tea'];
export const CATEGORIES = ['茶饮', '糕点', '杯具'];
export const SKUS = ['tea-1', 'cake-1'];
export const TAGS = ['vip', 'new', 'quiet'];
export const STORES = ['1', '2', '3'];
export const CHANNELS = ['store', 'mini-program', 'e-commerce', 'import', 'console', 'open'];
export const AMOUNTS = [0, 1, 2999, 3000, 3001, 5000, 9999, 10_000, 20_000];

export const upTo = (most: number): number[] => Array.from({ length: most + 1 }, (_, i) => i);
const DAYS = upTo(1200).map((days) => plusDays('2025-06-01', days));
const LUNAR_DAYS = upTo(359).map((i) =>
  [Math.floor(i / 30) + 1, (i % 30) + 1].map((part) => String(part).padStart(2, '0')).join('-'),
);

const randomLine = (pick: Pick): LineFact => ({
  sku: pick([...SKUS, null]),
  category: pick([...CATEGORIES, null]),
  quantity: pick([0, 0.5, 1, 2, 3, 5]),
  amountFen: pick(AMOUNTS),
});

const randomWindows = (pick: Pick): Windows => {
  const [a, b, c, d] = [pick(upTo(3)), pick(upTo(3)), pick(upTo(3)), pick(upTo(3))];
  return { d7: a, d30: a + b, d90: a + b + c, d365: a + b + c + d };
};

/** Any purchase that can happen: its facts agree with each other as those of the judgement do. */
export const randomFacts = (pick: Pick): Facts => {
  const lines = upTo(pick(upTo(4)))
    .slice(1)
    .map(() => randomLine(pick));
  const eligible = eligibleOf(lines, null);
  const day = pick(DAYS);
  const holiday = pick([null, null, ...HOLIDAY_NAMES]);
  const purchases = randomWindows(pick);
  const tier = pick([null, ...TIER_CODES]);
  const birthday = pick(['none', 'month', 'day']);
  return {
    day,
    monthDay: day.slice(5),
    month: Number(day.slice(5, 7)),
    dayOfMonth: Number(day.slice(8)),
    trigger: 'purchase',
    eventName: null,
    channel: pick(CHANNELS),
    storeId: pick([...STORES, null]),
    lines,
    categories: categoriesOf(lines),
    amountFen: eligible.amountFen,
    quantity: eligible.quantity,
    eligible,
    weekday: weekdayOf(day),
    hour: pick(upTo(23)),
    holiday,
    isHoliday: holiday !== null,
    isWorkday: holiday === null && pick([true, false]),
    lunarMonthDay: pick(LUNAR_DAYS),
    ordinal: purchases.d365 + pick([1, 2, 3]),
    tier,
    tierName: tier,
    tierPercent: tier === null ? 100 : 100 + 50 * TIER_CODES.indexOf(tier),
    tags: TAGS.filter(() => pick([true, false])),
    daysAsMember: pick([0, 1, 29, 30, 31, 400]),
    isBirthday: birthday === 'day',
    isBirthdayMonth: birthday !== 'none',
    history: { purchases, amountFen: randomWindows(pick) },
    event: { score: pick([-2, 0, 4, 5, 7, 10, 12, '7', 'a', 'b', null, true]) },
  };
};
