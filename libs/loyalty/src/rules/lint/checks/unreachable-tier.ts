import { formatPoints } from '@fanloop/kernel';
import type { RuleDraft } from '../../judging/rule';
import { mostTierPoints } from '../cost/most-tier-points';
import { varName } from '../domain/atoms';
import { type Check, warn } from './check';

/** The rule speaks of a tier that does not exist, or that the rules give nobody enough points for. */
export const unreachableTier: Check = (subject, others, context) => {
  const { tiers, settings } = context.input;
  return namedTiers(subject.draft).flatMap(([code, path]) => {
    const tier = tiers.find((one) => one.code === code);
    if (!tier) {
      const message = `等级「${code}」不存在（现有：${tiers.map(({ name }) => name).join('、') || '无'}）`;
      return [warn('unreachable-tier', subject, { severity: 'error', path, message })];
    }
    if ((settings.tierBasis ?? 'tier-points') !== 'tier-points') return [];
    const most = mostTierPoints(tier, [subject, ...others], context);
    if (most === null || most >= tier.enterAt) return [];
    const message = `等级「${tier.name}」需要 ${formatPoints(tier.enterAt)} 分，现有规则在一个考核期内最多给 ${formatPoints(most)} 分：没有人能达到`;
    return [warn('unreachable-tier', subject, { path, message })];
  });
};

/** Codes of tiers with the field in which they stand. */
const namedTiers = ({ condition, effect }: RuleDraft): readonly (readonly [string, string])[] => {
  const inCondition = [...new Set(tierCodes(condition))].map((code) => [code, 'condition'] as const);
  const inEffect = effect.kind === 'tier-multiplier' ? Object.keys(effect.perTier) : [];
  return [...inCondition, ...inEffect.map((code) => [code, 'effect.perTier'] as const)];
};

const COMPARISONS = ['==', '===', '!=', '!==', 'in'];

/** Texts that a condition compares the tier with. */
const tierCodes = (tree: unknown): readonly string[] => {
  if (tree === null || typeof tree !== 'object') return [];
  if (Array.isArray(tree)) return tree.flatMap(tierCodes);
  return Object.entries(tree).flatMap(([operator, operand]) => {
    if (!COMPARISONS.includes(operator) || !Array.isArray(operand)) return tierCodes(operand);
    return operand.some((part) => varName(part) === 'tier')
      ? operand.flat().filter((part): part is string => typeof part === 'string')
      : [];
  });
};
