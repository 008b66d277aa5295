import { FACT_NAMES } from './facts';
import type { JsonLogic, RuleDraft } from './rule';
import { perYuan, times } from './wording';

/** The rule as one Chinese sentence, as the console shows it. */
export const sentenceOf = (draft: RuleDraft, tierNames: ReadonlyMap<string, string> = new Map()): string => {
  const parts = [
    draft.condition ? `当${conditionText(draft.condition)}时，` : '',
    effectText(draft, tierNames),
    draft.capPerDayPoints !== null ? `，每人每日最多 ${draft.capPerDayPoints} 分` : '',
    draft.stores ? `，限 ${draft.stores.length} 家门店` : '',
    periodText(draft),
  ];
  return `${parts.join('')}。`;
};

const effectText = ({ kind, params }: RuleDraft, tierNames: ReadonlyMap<string, string>): string => {
  switch (kind) {
    case 'base-rate':
      return perYuan(params.pointsPerYuan ?? 0);
    case 'category-multiplier':
      return `「${params.category ?? ''}」类商品积分 ${times(params.multiplierPercent ?? 100)}`;
    case 'tier-multiplier':
      return `按等级加倍积分${perTierText(params.perTier ?? {}, tierNames)}`;
    case 'birthday-multiplier':
      return `生日当天消费积分 ${times(params.multiplierPercent ?? 100)}`;
    case 'first-purchase-bonus':
      return `首次消费奖励 ${params.points ?? 0} 分`;
    case 'sign-up-bonus':
      return `入会奖励 ${params.points ?? 0} 分`;
  }
};

const perTierText = (perTier: Readonly<Record<string, number>>, names: ReadonlyMap<string, string>): string => {
  const parts = Object.entries(perTier).map(([code, percent]) => `${names.get(code) ?? code} ${times(percent)}`);
  return parts.length > 0 ? `（${parts.join('、')}）` : '（倍数见等级）';
};

const dayOf = (iso: string): string => iso.slice(0, 10);

const periodText = ({ validFrom, validUntil }: RuleDraft): string => {
  if (validFrom && validUntil) return `，有效期 ${dayOf(validFrom)} 至 ${dayOf(validUntil)}`;
  if (validFrom) return `，自 ${dayOf(validFrom)} 起`;
  return validUntil ? `，至 ${dayOf(validUntil)} 止` : '';
};

const COMPARISONS: Readonly<Record<string, string>> = {
  '==': '等于',
  '===': '等于',
  '!=': '不等于',
  '!==': '不等于',
  '>': '大于',
  '>=': '不小于',
  '<': '小于',
  '<=': '不大于',
  in: '属于',
};

/** A JsonLogic tree in words, as far as words help; what has none is shown as it is written. */
export const conditionText = (tree: unknown): string => {
  if (tree === null || typeof tree !== 'object') return valueText(tree);
  if (Array.isArray(tree)) return tree.map(conditionText).join('、');
  const [operator, operands] = Object.entries(tree as JsonLogic)[0] ?? ['', []];
  const list = Array.isArray(operands) ? operands : [operands];
  if (operator === 'var') return factText(list[0]);
  if (operator === 'and') return list.map(conditionText).join('且');
  if (operator === 'or') return `（${list.map(conditionText).join('或')}）`;
  if (operator === '!') return `并非${conditionText(list[0])}`;
  const comparison = COMPARISONS[operator];
  if (comparison && list.length === 2) return `${conditionText(list[0])}${comparison}${conditionText(list[1])}`;
  return JSON.stringify(tree);
};

const factText = (path: unknown): string => {
  const name = String(path).split('.')[0] as keyof typeof FACT_NAMES;
  return FACT_NAMES[name] ?? String(path);
};

const valueText = (value: unknown): string => (typeof value === 'string' ? `「${value}」` : String(value));
