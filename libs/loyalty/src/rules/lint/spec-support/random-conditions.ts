import * as fc from 'fast-check';
import type { JsonLogic } from '../../judging/rule';
import { AMOUNTS, CATEGORIES, CHANNELS, STORES, TAGS, TIER_CODES } from './random-facts';

type Values = fc.Arbitrary<unknown>;
const some = (...values: unknown[]): Values => fc.constantFrom(...values);

/** Facts with values to compare them with, some of them out of range or of another type. */
const COMPARED: readonly (readonly [string, Values])[] = [
  ['amountFen', some(...AMOUNTS, -1, 2999.5, '3000')],
  ['eligible.amountFen', some(...AMOUNTS)],
  ['quantity', some(0, 0.5, 1, 1.5, 2, 4)],
  ['eligible.lines', some(0, 1, 2)],
  ['ordinal', some(0, 1, 2, 3, 4)],
  ['hour', some(-1, 0, 6, 11.5, 12, 18, 23, 24, '18')],
  ['weekday', some(0, 1, 5, 6, 7, 8, '6')],
  ['month', some(1, 2, 6, 12, 13)],
  ['dayOfMonth', some(1, 28, 30, 31, 32)],
  ['history.purchases.d7', some(0, 1, 3)],
  ['history.purchases.d90', some(0, 1, 2)],
  ['history.amountFen.d30', some(0, 2, 5)],
  ['daysAsMember', some(0, 1, 30)],
  ['day', some('2025-06-01', '2026-06-15', '2026-02-30', '2027-01-01')],
  ['monthDay', some('01-01', '02-29', '02-30', '06-15', '12-31')],
  ['lunarMonthDay', some('01-01', '08-15', '12-30', '08-31')],
  ['event.score', some(0, 5, 10, 'a', '7')],
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
const ORDERS = ['<', '<=', '>', '>='];

const comparison = fc.constantFrom(...COMPARED).chain(([name, values]) =>
  fc.tuple(fc.constantFrom(...ORDERS, ...EQUALITIES), values, fc.boolean()).map(
    ([operator, value, swapped]): JsonLogic => ({
      [operator]: swapped ? [value, { var: name }] : [{ var: [name] }, value],
    }),
  ),
);
const between = fc
  .constantFrom(...COMPARED)
  .chain(([name, values]) =>
    fc
      .tuple(fc.constantFrom('<', '<='), values, values)
      .map(([operator, low, high]): JsonLogic => ({ [operator]: [low, { var: name }, high] })),
  );
const equality = fc
  .constantFrom(...NAMED)
  .chain(([name, values]) =>
    fc
      .tuple(fc.constantFrom(...EQUALITIES), fc.constantFrom(...values))
      .map(([operator, value]): JsonLogic => ({ [operator]: [{ var: name }, value] })),
  );
const membership = fc.oneof(
  fc
    .constantFrom(...NAMED)
    .chain(([name, values]) =>
      fc.subarray([...values], { minLength: 1 }).map((list): JsonLogic => ({ in: [{ var: name }, list] })),
    ),
  fc
    .constantFrom(...COMPARED)
    .chain(([name, values]) =>
      fc.array(values, { maxLength: 4 }).map((list): JsonLogic => ({ in: [{ var: name }, list] })),
    ),
  fc.constantFrom(...TAGS, 'nobody').map((tag): JsonLogic => ({ in: [tag, { var: 'tags' }] })),
  fc.constantFrom(...CATEGORIES).map((category): JsonLogic => ({ in: [category, { var: 'categories' }] })),
);
/** What the linter does not look into, or only as a whole. */
const strange = fc.constantFrom<unknown>(
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
);

export const randomCondition: fc.Arbitrary<unknown> = fc.letrec<{ tree: unknown; leaf: unknown }>((tie) => ({
  leaf: fc.oneof(
    { arbitrary: comparison, weight: 5 },
    { arbitrary: equality, weight: 3 },
    { arbitrary: membership, weight: 3 },
    { arbitrary: between, weight: 1 },
    { arbitrary: strange, weight: 1 },
  ),
  tree: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    tie('leaf'),
    fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((parts) => ({ and: parts })),
    fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((parts) => ({ or: parts })),
    tie('tree').map((part) => ({ '!': [part] })),
    // A part and its opposite: tautologies and contradictions that chance alone would hardly find.
    tie('leaf').map((part) => ({ or: [part, { '!': [part] }] })),
    tie('leaf').map((part) => ({ and: [part, { '!': part }] })),
    fc.tuple(tie('leaf'), tie('tree'), tie('tree')).map((parts) => ({ if: parts })),
  ),
})).tree;
