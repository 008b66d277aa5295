import type { EffectKind } from '../../judging/rule';
import { domainOf } from '../cases/case';
import type { Analysed } from '../cases/rule-cases';
import { allowsNumber } from '../domain/domain';
import { highest } from '../domain/intervals';
import { filterKey } from '../domain/world';
import type { Warning } from '../model/warning';
import { warn } from './check';

/** These give nothing on a basket without any line that the rule looks at. */
const NEEDS_LINES: readonly EffectKind[] = ['points-per-amount', 'multiplier', 'points-per-line'];

/** The condition wants a basket without the very goods that the rule is for. */
export const filterConflict = (subject: Analysed): readonly Warning[] => {
  const { lines, effect } = subject.draft;
  const { cases } = subject;
  if (!lines || !cases || cases.length === 0) return [];
  const named = [...lines.categories, ...lines.skus].map((name) => `「${name}」`).join('、');
  const error = (message: string): Warning[] => [
    warn('contradictory', subject, { severity: 'error', path: 'lines', message }),
  ];
  const lacksAll = cases.every((one) => {
    const categories = domainOf(one, 'categories');
    return (
      !lines.except &&
      lines.skus.length === 0 &&
      categories?.kind === 'list' &&
      lines.categories.every((category) => categories.lacks.has(category))
    );
  });
  if (lacksAll) return error(`条件要求不含${named}，适用商品却正是${named}`);
  const key = filterKey(lines);
  const noLines = cases.every((one) =>
    ['lines', 'quantity'].some((part) => {
      const domain = domainOf(one, `eligible.${part}@${key}`);
      return domain?.kind === 'numbers' && highest(domain.set) === 0 && allowsNumber(domain, 0);
    }),
  );
  if (!noLines || !NEEDS_LINES.includes(effect.kind)) return [];
  return error(
    `条件要求没有适用商品，奖励却按适用商品（${lines.except ? '除' : ''}${named}${lines.except ? '以外' : ''}）计算`,
  );
};
