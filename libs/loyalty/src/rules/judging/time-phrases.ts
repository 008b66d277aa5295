import { weekdayWord } from './calendar-words';
import type { Leaf } from './condition-leaf';

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
const isNot = ({ is }: Leaf): boolean => is === '!=' || is === 'not-in';

type Span = readonly [number | null, number | null];

/** The whole numbers that a comparison means: `> 3` begins at 4. Null ends are open; null: no span. */
const span = ({ is, value }: Leaf): Span | null => {
  const [low = Number.NaN, high = Number.NaN] = listOf(value).map(Number);
  const spans: Partial<Record<Leaf['is'], Span>> = {
    '=': [low, low],
    '>=': [low, null],
    '>': [low + 1, null],
    '<=': [null, low],
    '<': [null, low - 1],
    between: [low, high],
    within: [low + 1, high - 1],
  };
  return spans[is] ?? null;
};

interface Words {
  readonly one: (at: number) => string;
  readonly from: (at: number) => string;
  readonly until: (at: number) => string;
  readonly both: (from: number, until: number) => string;
}

const spanWords = (leaf: Leaf, { one, from, until, both }: Words): string | null => {
  const [first, last] = span(leaf) ?? [null, null];
  if (first !== null && last !== null) return first === last ? one(first) : both(first, last);
  if (first !== null) return from(first);
  return last === null ? null : until(last);
};

const ordinal = (leaf: Leaf): string | null => {
  const one = (at: number): string => (at === 1 ? '首次消费' : `第${at}次消费`);
  if (isNot(leaf))
    return `不是${listOf(leaf.value)
      .map((at) => one(Number(at)))
      .join('、')}`;
  if (leaf.is === 'in') return `第${listOf(leaf.value).join('、')}次消费`;
  return spanWords(leaf, {
    one,
    from: (at) => `第${at}次及以后的消费`,
    until: (at) => `前${at}次消费`,
    both: (from, until) => `第${from}到${until}次消费`,
  });
};

const hour = (leaf: Leaf): string | null => {
  const hours = listOf(leaf.value).join('、');
  if (isNot(leaf)) return `不在${hours}点`;
  if (leaf.is === 'in') return `${hours}点`;
  return spanWords(leaf, {
    one: (at) => `${at}点`,
    from: (at) => `${at}:00以后`,
    until: (at) => `${at + 1}:00以前`,
    both: (from, until) => `${from}:00到${until + 1}:00`,
  });
};

const weekday = (leaf: Leaf): string | null => {
  const named = listOf(leaf.value)
    .map((value) => weekdayWord(Number(value)))
    .join('或');
  if (isNot(leaf)) return `不是${named}`;
  if (leaf.is === 'in') return named;
  return spanWords(leaf, {
    one: weekdayWord,
    from: (at) => `${weekdayWord(at)}到${weekdayWord(7)}`,
    until: (at) => `${weekdayWord(1)}到${weekdayWord(at)}`,
    both: (from, until) => `${weekdayWord(from)}到${weekdayWord(until)}`,
  });
};

const month = (leaf: Leaf): string | null => {
  const named = `${listOf(leaf.value).join('、')}月`;
  if (isNot(leaf)) return `不是${named}`;
  if (leaf.is === 'in') return named;
  return spanWords(leaf, {
    one: (at) => `${at}月`,
    from: (at) => `${at}月到12月`,
    until: (at) => `1月到${at}月`,
    both: (from, until) => `${from}月到${until}月`,
  });
};

const dayOfMonth = (leaf: Leaf): string | null => {
  const named = `每月${listOf(leaf.value).join('、')}日`;
  if (isNot(leaf)) return `不是${named}`;
  if (leaf.is === 'in') return named;
  return spanWords(leaf, {
    one: (at) => `每月${at}日`,
    from: (at) => `每月${at}日及以后`,
    until: (at) => `每月${at}日及以前`,
    both: (from, until) => `每月${from}日到${until}日`,
  });
};

/** Facts that people speak of in a way of their own: 首次消费, 14:00 以后, 周六或周日. Null: it has no such way. */
export const ownPhrase = (leaf: Leaf): string | null => OWN[leaf.name]?.(leaf) ?? null;

const OWN: Readonly<Record<string, (leaf: Leaf) => string | null>> = { ordinal, hour, weekday, month, dayOfMonth };

/** They answer “when?” by themselves: 周六或周日, not 周六或周日时. */
export const TIME_FACTS: readonly string[] = [
  'day',
  'monthDay',
  'month',
  'dayOfMonth',
  'weekday',
  'hour',
  'isHoliday',
  'isWorkday',
  'lunarMonthDay',
  'isBirthday',
  'isBirthdayMonth',
];
