import { lunarWords, monthDayWords } from './calendar-words';
import type { Comparison, Leaf } from './condition-leaf';
import { type FactInfo, factInfo, LINE_FACTS } from './fact-catalogue';
import { type Names, namesFor } from './sentence-names';
import { ownPhrase } from './time-phrases';
import { shortFen } from './wording';

/** Where a name belongs: to the event, or to one line of the basket. */
export type Scope = 'event' | 'line';

export const infoIn = (name: string, scope: Scope): FactInfo | null =>
  scope === 'line' ? (LINE_FACTS.get(name) ?? null) : factInfo(name);

/** One comparison in words: 实付金额满¥100, 周六或周日, 等级为「金叶」, 没有标签「老客」. Spaces come with the sentence. */
export const leafPhrase = (leaf: Leaf, names: Names, scope: Scope = 'event'): string => {
  const info = infoIn(leaf.name, scope);
  if (!info) return compared(leaf.name, PLAIN, leaf, plain);
  if (leaf.value === null) return leaf.is === '!=' ? `有${info.label}` : `没有${info.label}`;
  const say = (value: unknown): string => valuePhrase(info, value, names);
  // A list that nobody has filled in yet.
  if (Array.isArray(leaf.value) && leaf.value.length === 0) return `${info.label}为…`;
  return (scope === 'event' ? ownPhrase(leaf) : null) ?? BY_TYPE[info.type](info, leaf, say);
};

/** A value of a fact in words: ¥100, 3件, 「金叶」, 周六. */
export const valuePhrase = (info: FactInfo, value: unknown, names: Names): string => {
  if (Array.isArray(value)) return value.map((one) => valuePhrase(info, one, names)).join('、') || '无';
  if (value === null || value === undefined || value === '') return '无';
  if (typeof value === 'boolean') return value ? '是' : '否';
  const chosen = info.choices?.find(([key]) => key === String(value))?.[1];
  if (chosen) return info.type === 'text' ? `「${chosen}」` : chosen;
  switch (info.type) {
    case 'money':
      return typeof value === 'number' ? shortFen(value) : plain(value);
    case 'month-day':
      return info.name === 'lunarMonthDay' ? lunarWords(String(value)) : monthDayWords(String(value));
    case 'day':
      return String(value);
    case 'number':
      return typeof value === 'number' ? `${value}${info.unit ?? ''}` : plain(value);
    default:
      return plain(namesFor(info.from, names)?.get(String(value)) ?? value);
  }
};

const plain = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(plain).join('、');
  return typeof value === 'string' ? `「${value}」` : String(value);
};

type Say = (value: unknown) => string;
type Phrase = (info: FactInfo, leaf: Leaf, say: Say) => string;
type Words = Readonly<Record<'=' | '!=' | '<' | '<=' | '>' | '>=', string>>;

const AMOUNTS: Words = { '>=': '满', '>': '超过', '<=': '不超过', '<': '不到', '=': '正好', '!=': '不是' };
const COUNTS: Words = { '>=': '不少于', '>': '多于', '<=': '不多于', '<': '少于', '=': '为', '!=': '不是' };
const PLAIN: Words = { '>=': '不小于', '>': '大于', '<=': '不大于', '<': '小于', '=': '为', '!=': '不是' };

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
const either = (value: unknown, say: Say): string => listOf(value).map(say).join('或');

const compared = (label: string, words: Words, { is, value }: Leaf, say: Say): string => {
  const [low, high] = listOf(value);
  switch (is) {
    case 'in':
    case 'not-in':
      return `${label}${is === 'in' ? '为' : '不是'}${either(value, say)}`;
    case 'between':
      return `${label}在${say(low)}到${say(high)}之间`;
    case 'within':
      return `${label}大于${say(low)}且小于${say(high)}`;
    case 'has':
    case 'has-not':
      return `${label}${is === 'has' ? '含有' : '不含'}${either(value, say)}`;
    default:
      return `${label}${words[is]}${say(value)}`;
  }
};

const figures =
  (words: Words): Phrase =>
  (info, leaf, say) =>
    compared(info.label, words, leaf, say);

const yesNo: Phrase = (info, leaf, say) => {
  if (typeof leaf.value !== 'boolean' || (leaf.is !== '=' && leaf.is !== '!='))
    return compared(info.label, PLAIN, leaf, say);
  return `${leaf.value === (leaf.is === '=') ? '' : '不是'}${info.label}`;
};

const LISTS: Readonly<Record<string, readonly [string, string]>> = {
  tags: ['带有标签', '没有标签'],
  categories: ['包含', '不含'],
};

const members: Phrase = (info, leaf, say) => {
  const [has, hasNot] = LISTS[info.name] ?? ['', ''];
  if (!has || (leaf.is !== 'has' && leaf.is !== 'has-not')) return compared(info.label, PLAIN, leaf, say);
  return `${leaf.is === 'has' ? has : hasNot}${either(leaf.value, say)}`;
};

const days: Phrase = (info, leaf, say) => {
  const [low, high] = listOf(leaf.value);
  const said = either(leaf.value, say);
  const words: Partial<Record<Comparison, string>> = {
    '=': info.type === 'day' ? `${said}当天` : said,
    '!=': `不是${said}`,
    '<': `${said}之前`,
    '<=': `${said}及以前`,
    '>': `${said}之后`,
    '>=': `${said}及以后`,
    in: said,
    'not-in': `不是${said}`,
    between: `${say(low)}到${say(high)}`,
    within: `${say(low)}之后、${say(high)}之前`,
  };
  return words[leaf.is] ?? compared(info.label, PLAIN, leaf, say);
};

const BY_TYPE: Readonly<Record<FactInfo['type'], Phrase>> = {
  money: figures(AMOUNTS),
  number: figures(COUNTS),
  text: figures(PLAIN),
  'yes-no': yesNo,
  list: members,
  day: days,
  'month-day': days,
};
