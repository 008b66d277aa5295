import { formatFen, formatPoints } from '@fanloop/kernel';
import type { RuleDraft } from '../../judging/rule';
import { lastDayOf } from '../cases/rule-cases';
import { generosityPer100 } from '../cost/generosity';
import { GENEROUS_AWARD_FEN, GENEROUS_PER_100_FEN } from '../model/thresholds';
import { type Check, warn } from './check';

/**
 * Points that cost money and that nothing stops: a campaign (whatever has an end), a rule that adds ¥5 per ¥100 or more, or a
 * single award worth ¥10 or more, without a budget.
 */
export const noBudget: Check = (subject, others, context) => {
  const { draft, until } = subject;
  if (draft.budget || !costsPoints(draft)) return [];
  const found = (message: string) => [warn('no-budget', subject, { path: 'budget', message })];
  if (until !== null)
    return found(`活动到 ${lastDayOf(until, context.input)} 为止，却没有预算：参加的人多了，发出的积分没有上限`);
  const { fenPer100Points } = context.input.settings;
  if (draft.trigger !== 'purchase') {
    const award = draft.effect.kind === 'fixed-points' ? draft.effect.points : 0;
    const worth = Math.ceil((award * fenPer100Points) / 100);
    if (worth < GENEROUS_AWARD_FEN) return [];
    return found(`一次奖励 ${formatPoints(award)} 分（成本 ${formatFen(worth)}），却没有预算`);
  }
  const added = generosityPer100(subject, others, context);
  if (added < GENEROUS_PER_100_FEN) return [];
  return found(`每 ¥100 消费最多增加成本 ${formatFen(added)}，却没有预算`);
};

const costsPoints = ({ effect }: RuleDraft): boolean =>
  !['coupon', 'tag', 'message', 'tier-points'].includes(effect.kind);
