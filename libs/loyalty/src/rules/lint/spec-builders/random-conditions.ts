import { AMOUNTS, CATEGORIES, CHANNELS, type Pick, STORES, TAGS, TIER_CODES, upTo } from './random-facts';

/** Facts with values to compare them with, some of them out of range or of another type. */
const COMPARED: readonly (readonly [string, readonly unknown[]])[] = [
  ['amountFen', [...AMOUNTS, -1, 2999.5, '3000']],
  ['eligible.amountFen', AMOUNTS],
  ['quantity', [0, 0.5, 1, 1.5, 2, 4]],
  ['eligible.lines', [0, 1, 2]],
  ['ordinal', [0, 1, 2, 3, 4]],
  ['hour', [-1, 0, 6, 11.5, 12, 18, 23, 24, '18']],
  ['weekday', [0, 1, 5, 6, 7, 8, '6']],
  ['month', [1, 2, 6, 12, 13]],
  ['dayOfMonth', [1, 28, 30, 31, 32]],
  ['history.purchases.d7', [0, 1, 3]],
  ['history.purchases.d90', [0, 1, 2]],
  ['history.amountFen.d30', [0, 2, 5]],
  ['daysAsMember', [0, 1, 30]],
  ['day', ['2025-06-01', '2026-06-15', '2026-02-30', '2027-01-01']],
  ['monthDay', ['01-01', '02-29', '02-30', '06-15', '12-31']],
  ['lunarMonthDay', ['01-01', '08-15', '12-30', '08-31']],
  ['event.score', [0, 5, 10, 'a', '7']],
];
const NAMED: readonly (readonly [string, readonly unknown[]])[] = [
  ['tier', [...TIER_CODES, 'diamond', null, 5]],
  ['channel', [...CHANNELS, 'fax']],
  ['storeId', [...STORES, null, 1]],
  ['holiday', ['春节', '国庆节', '中秋节', null]],
  ['isHoliday', [true, false]],
  ['isWorkday', [true, false]],
  ['isBirthday', [true, false]],
  ['isBirthdayMonth', [true, false, 1]],
];
const EQUALITIES = ['==', '!=', '===', '!=='];

/** What the linter does not look into, or only as a whole. */
const STRANGE: readonly unknown[] = [
  { var: 'isBirthday' },
  { var: 'tags' },
  { var: 'amountFen' },
  { '>': [{ var: 'amountFen' }, { var: 'eligible.amountFen' }] },
  { '>=': [{ '+': [{ var: 'hour' }, 1] }, 0] },
  { some: [{ var: 'lines' }, { '==': [{ var: 'category' }, '糕点'] }] },
  { all: [{ var: 'tags' }, { '!=': [{ var: '' }, 'vip'] }] },
  { '==': [1, 1] },
  { '>': [1, 2] },
  { '===': ['a', 1] },
  true,
  false,
  null,
];

/** Any condition: sound ones, empty ones, ones that mean nothing. */
export const randomCondition = (pick: Pick, depth = 3): unknown => {
  const part = (): unknown => randomCondition(pick, depth - 1);
  const parts = (): unknown[] =>
    upTo(pick([1, 2, 3]))
      .slice(1)
      .map(part);
  switch (depth === 0 ? 'leaf' : pick(['leaf', 'leaf', 'and', 'or', 'not', 'tautology', 'contradiction', 'if'])) {
    case 'and':
      return { and: parts() };
    case 'or':
      return { or: parts() };
    case 'not':
      return { '!': [part()] };
    case 'if':
      return { if: [leaf(pick), part(), part()] };
    // A part and its opposite: chance alone would hardly find them.
    case 'tautology': {
      const one = leaf(pick);
      return { or: [one, { '!': [one] }] };
    }
    case 'contradiction': {
      const one = leaf(pick);
      return { and: [one, { '!': one }] };
    }
    default:
      return leaf(pick);
  }
};

const leaf = (pick: Pick): unknown => {
  const [[fact, values], [named, names]] = [pick(COMPARED), pick(NAMED)];
  const many = <T>(of: readonly T[]): T[] =>
    upTo(pick([0, 1, 2, 3]))
      .slice(1)
      .map(() => pick(of));
  switch (pick(['compared', 'compared', 'compared', 'equal', 'equal', 'among', 'named', 'has', 'between', 'strange'])) {
    case 'compared':
      return {
        [pick(['<', '<=', '>', '>=', ...EQUALITIES])]: pick([
          [{ var: [fact] }, pick(values)],
          [pick(values), { var: fact }],
        ]),
      };
    case 'equal':
      return { [pick(EQUALITIES)]: [{ var: named }, pick(names)] };
    case 'among':
      return { in: [{ var: fact }, many(values)] };
    case 'named':
      return { in: [{ var: named }, many(names)] };
    case 'has':
      return pick([
        { in: [pick([...TAGS, 'nobody']), { var: 'tags' }] },
        { in: [pick(CATEGORIES), { var: 'categories' }] },
      ]);
    case 'between':
      return { [pick(['<', '<='])]: [pick(values), { var: fact }, pick(values)] };
    default:
      return pick(STRANGE);
  }
};
