import { FACT_NAMES } from './facts';
import { refuse } from './refusals';
import type { RuleDraft, RuleKind, RuleTrigger } from './rule';

const TRIGGERS: Record<RuleKind, readonly RuleTrigger[]> = {
  'base-rate': ['purchase'],
  'category-multiplier': ['purchase'],
  'tier-multiplier': ['purchase'],
  'birthday-multiplier': ['purchase', 'birthday'],
  'first-purchase-bonus': ['purchase'],
  'sign-up-bonus': ['sign-up'],
};

/** Operators that a condition may use: all pure and total. */
const OPERATORS = new Set(
  'var == === != !== > >= < <= and or ! !! in + - * / % min max if ?: cat substr some all none map filter reduce merge missing'.split(
    ' ',
  ),
);

/** Throws RuleNotValid with the reason; a draft that passes can be judged with. */
export const assertDraft = (draft: RuleDraft): void => {
  const problem = problemOf(draft);
  if (problem) throw refuse('RuleNotValid', { problem });
};

const problemOf = (draft: RuleDraft): string | null => {
  if (draft.name.trim() === '') return '请填写名称';
  if (!TRIGGERS[draft.kind].includes(draft.trigger)) return '触发时机与规则类型不符';
  if (draft.capPerDayPoints !== null && !isCount(draft.capPerDayPoints)) return '每日上限必须是不小于零的整数';
  if (draft.validFrom && draft.validUntil && draft.validFrom >= draft.validUntil) return '有效期的结束早于开始';
  return paramsProblem(draft) ?? (draft.condition ? conditionProblem(draft.condition, false) : null);
};

const paramsProblem = ({ kind, params }: RuleDraft): string | null => {
  switch (kind) {
    case 'base-rate':
      return isRate(params.pointsPerYuan) ? null : '每元积分必须大于 0、不超过 1000，最多两位小数';
    case 'category-multiplier':
      if (!params.category) return '请选择品类';
      return isPercent(params.multiplierPercent) ? null : MULTIPLIER;
    case 'birthday-multiplier':
      return isPercent(params.multiplierPercent) ? null : MULTIPLIER;
    case 'tier-multiplier':
      return Object.values(params.perTier ?? {}).every(isPercent) ? null : MULTIPLIER;
    default:
      return isCount(params.points) && params.points! > 0 ? null : '奖励积分必须是正整数';
  }
};

const MULTIPLIER = '倍数必须在 100% 到 10000% 之间';
const isCount = (value: number | undefined): boolean =>
  value !== undefined && Number.isSafeInteger(value) && value >= 0 && value <= 100_000_000;
const isPercent = (value: number | undefined): boolean => isCount(value) && value! >= 100 && value! <= 10_000;
const isRate = (value: number | undefined): boolean =>
  value !== undefined && value > 0 && value <= 1000 && Math.abs(value * 100 - Math.round(value * 100)) < 1e-9;

/** Inside `map`, `filter` and the like, names belong to the elements of a list, not to the facts. */
const conditionProblem = (tree: unknown, inList: boolean): string | null => {
  if (Array.isArray(tree)) return firstProblem(tree, inList);
  if (tree === null || typeof tree !== 'object') return null;
  const entries = Object.entries(tree);
  if (entries.length !== 1) return '条件的每一层只能有一个运算';
  const [operator, operands] = entries[0]!;
  if (!OPERATORS.has(operator)) return `条件中有不认识的运算「${operator}」`;
  const list: unknown[] = Array.isArray(operands) ? operands : [operands];
  if (operator === 'var') {
    const name = String(list[0]).split('.')[0]!;
    return inList || name in FACT_NAMES ? null : `条件中有不认识的事实「${name}」`;
  }
  if (['some', 'all', 'none', 'map', 'filter', 'reduce'].includes(operator))
    return conditionProblem(list[0], inList) ?? firstProblem(list.slice(1), true);
  return firstProblem(list, inList);
};

const firstProblem = (trees: readonly unknown[], inList: boolean): string | null =>
  trees.reduce<string | null>((found, tree) => found ?? conditionProblem(tree, inList), null);
