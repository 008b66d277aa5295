import { conditionText } from '../../judging/condition-text';
import { factInfo } from '../../judging/fact-catalogue';
import type { Conflict } from '../cases/case';
import type { World } from '../domain/world';

/** Why something is impossible, with the words of the rule: “「小时大于 23」不可能：小时只有 0 到 23”. */
export const conflictText = ({ fact, says }: Conflict, world: World): string => {
  if (says.length === 0) return '条件的两个部分互相否定';
  if (says.length > 1) return `${says.map((one) => `「${one}」`).join('和')}不能同时成立`;
  return `「${says[0]}」不可能：${natureOf(plainName(fact), world)}`;
};

/** Several reasons, each once, the first few of them. */
export const conflictTexts = (conflicts: readonly Conflict[], world: World): string => {
  const texts = [...new Set(conflicts.map((conflict) => conflictText(conflict, world)))];
  return texts.slice(0, 3).join('；') + (texts.length > 3 ? ' 等' : '');
};

/** `eligible.amountFen@…` and `event.score#` as conditions write them. */
const plainName = (fact: string): string => fact.replace(/@.*|#$/, '');

const natureOf = (name: string, world: World): string => {
  const info = factInfo(name);
  const label = info?.label ?? name;
  const existing = (names: Iterable<string>): string => [...names].join('、') || '无';
  if (name === 'tier') return `没有这个等级（现有：${existing(world.names.tiers.values())}）`;
  if (name === 'holiday') return `没有这个节假日名称（现有：${existing(world.holidays)}）`;
  if (name === 'tags') return '没有这个标签';
  if (name === 'storeId') return '没有这家门店';
  if (info?.type === 'day' || info?.type === 'month-day') return '没有这样的日子';
  if (info?.choices) return `${label}只有${info.choices.map(([, words]) => words).join('、')}`;
  const [least = null, most = null] = info?.range ?? [];
  if (least !== null && most !== null) return `${label}是 ${least} 到 ${most} 的整数`;
  return least === null ? `${label}不会是这样` : `${label}是不小于 ${least} 的整数`;
};

export const partText = (tree: unknown, world: World): string => `「${conditionText(tree, world.names)}」`;
