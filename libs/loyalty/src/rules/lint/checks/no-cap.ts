import type { Fen } from '@fanloop/kernel';
import { TRIGGER_NAMES } from '../../judging/fact-catalogue';
import type { Caps, RuleDraft, RuleTrigger } from '../../judging/rule';
import { times } from '../../judging/wording';
import { type Case, domainOf, isUnderstood } from '../cases/case';
import { highest, lowest } from '../domain/intervals';
import type { LintTier } from '../model/lint-input';
import { STRONG_MULTIPLIER_PERCENT } from '../model/thresholds';
import { type Check, warn } from './check';

/** What a member can repeat at will, and what therefore pays without end. */
const REPEATABLE: readonly RuleTrigger[] = [
  'check-in',
  'content-read',
  'content-liked',
  'content-commented',
  'content-shared',
  'activity-joined',
  'referral-purchased',
  'tag-entered',
  'custom',
];

/** A fixed award for what can be repeated, or a strong multiplier, without any cap. */
export const noCap: Check = (subject, _others, { input }) => {
  const { draft } = subject;
  const percent = strongest(draft, input.tiers);
  if (percent >= STRONG_MULTIPLIER_PERCENT && !isCapped(draft.caps, true)) {
    const message = `积分最高 ${times(percent)}，却没有任何上限：一笔大额消费就会得到很多积分`;
    return [warn('no-cap', subject, { path: 'caps', message })];
  }
  const award = awardText(draft);
  if (!award || isCapped(draft.caps, false)) return [];
  if (REPEATABLE.includes(draft.trigger)) {
    const message = `每次「${TRIGGER_NAMES[draft.trigger]}」都${award}，会员可以反复触发，却没有每人上限`;
    return [warn('no-cap', subject, { path: 'caps', message })];
  }
  const worth = draft.effect.kind === 'fixed-points' ? (draft.effect.points * input.settings.fenPer100Points) / 100 : 0;
  if (draft.trigger !== 'purchase' || !subject.cases?.some((one) => isCheap(one, worth))) return [];

  const message = `每笔消费都${award}，没有像样的最低金额、次数条件或每人上限：拆成许多小单就能反复得到`;
  return [warn('no-cap', subject, { path: 'caps', message })];
};

const isCapped = ({ perPurchase, ...perMember }: Caps, withPurchase: boolean): boolean =>
  [...Object.values(perMember), ...(withPurchase ? [perPurchase] : [])].some((cap) => cap !== null);

const strongest = ({ effect }: RuleDraft, tiers: readonly LintTier[]): number => {
  if (effect.kind === 'multiplier') return effect.percent;
  if (effect.kind !== 'tier-multiplier') return 100;
  return tiers.reduce((most, tier) => Math.max(most, effect.perTier[tier.code] ?? tier.multiplierPercent), 100);
};

const awardText = ({ effect }: RuleDraft): string | null => {
  switch (effect.kind) {
    case 'fixed-points':
      return `奖励 ${effect.points} 分`;
    case 'coupon':
      return `送 ${effect.count} 张优惠券`;
    case 'tier-points':
      return effect.perFen === null ? `奖励 ${effect.points} 成长值` : null;
    default:
      return null;
  }
};

/** Nothing in this way of meeting the condition costs the shopper more than the award is worth, or ends after some purchases. */
const isCheap = (one: Case, worth: Fen): boolean =>
  isUnderstood(one) &&
  ![...one.keys()].some((fact) => MONEY.test(fact) && asksForMore(one, fact, worth)) &&
  !isBounded(one, 'ordinal') &&
  ![...one.keys()].some((fact) => fact.startsWith('history.purchases.') && isBounded(one, fact));

const MONEY = /^(amountFen|eligible\.amountFen@.*|quantity|eligible\.quantity@.*)$/;

const asksForMore = (one: Case, fact: string, worth: Fen): boolean => {
  const domain = domainOf(one, fact);
  return domain?.kind === 'numbers' && (lowest(domain.set) ?? 0) > (fact.includes('uantity') ? 1 : worth);
};

const isBounded = (one: Case, fact: string): boolean => {
  const domain = domainOf(one, fact);
  return domain?.kind === 'numbers' && highest(domain.set) !== null;
};
