import { conditionText } from '../../judging/condition-text';
import { factInfo } from '../../judging/fact-catalogue';
import type { Conflict } from '../cases/case';
import { highest, lowest } from '../domain/intervals';
import { everyValue, type Viewer, type World } from '../domain/world';

/** Several reasons for something impossible, each once, the first few of them. */
export const conflictTexts = (conflicts: readonly Conflict[], world: World, viewer: Viewer): string => {
  const texts = [...new Set(conflicts.map((conflict) => conflictText(conflict, world, viewer)))];
  return texts.slice(0, 3).join('；') + (texts.length > 3 ? ' 等' : '');
};

/** With the words of the rule: “「小时大于 23」不可能：小时是 0 到 23 的整数”. */
const conflictText = ({ fact, says, because }: Conflict, world: World, viewer: Viewer): string => {
  if (says.length === 0) return '条件的两个部分互相否定';
  if (says.length > 1) return `${says.map(quote).join('和')}不能同时成立`;
  return `${quote(says[0]!)}不可能：${because ?? natureOf(plainName(fact), world, viewer)}`;
};

/** `eligible.amountFen@…` and `event.score#` as conditions write them. */
const plainName = (fact: string): string => fact.replace(/@.*|#$/, '');

const natureOf = (name: string, world: World, viewer: Viewer): string => {
  const info = factInfo(name);
  const existing = (names: Iterable<string>): string => [...names].join('、') || '无';
  if (name === 'tier') return `没有这个等级（现有：${existing(world.names.tiers.values())}）`;
  if (name === 'holiday') return `没有这个节假日名称（现有：${existing(world.holidays)}）`;
  if (name === 'tags') return '没有这个标签';
  if (name === 'storeId') return '没有这家门店';
  if (info?.type === 'day' || info?.type === 'month-day') return '没有这样的日子';
  const label = info?.label ?? name;
  if (info?.choices) return `${label}只有${info.choices.map(([, words]) => words).join('、')}`;
  const values = everyValue(name, world, viewer);
  const [least, most] = values.kind === 'numbers' ? [lowest(values.set), highest(values.set)] : [null, null];
  if (least === null) return `${label}不会是这样`;
  return most === null ? `${label}不小于 ${least}` : `${label}是 ${least} 到 ${most} 的整数`;
};

export const partText = (tree: unknown, world: World): string => quote(conditionText(tree, world.names));

/** In corner brackets, with those inside in double ones. */
export const quote = (text: string): string => `「${text.replaceAll('「', '『').replaceAll('」', '』')}」`;
