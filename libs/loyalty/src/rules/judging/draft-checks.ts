import { isWholeWithin } from '@fanloop/kernel';
import { refuse } from '../refusals';
import { conditionProblem } from './condition-checks';
import type { Caps, LotTerms, RuleDraft, RuleEffect, RuleTrigger } from './rule';

/** Throws RuleNotValid with the reason; a draft that passes can be judged with. */
export const assertDraft = (draft: RuleDraft): void => {
  const problem = problemOf(draft);
  if (problem) throw refuse('RuleNotValid', { problem });
};

/** The first thing that keeps a draft from judging, in Chinese; null when there is none. What merely looks unwise is the linter's. */
export const problemOf = (draft: RuleDraft): string | null => {
  if (draft.name.trim() === '') return '请填写名称';
  return (
    triggerProblem(draft) ??
    effectProblem(draft.effect, draft.trigger) ??
    capsProblem(draft.caps) ??
    budgetProblem(draft) ??
    lotProblem(draft.lot) ??
    scopeProblem(draft) ??
    (draft.condition ? conditionProblem(draft.condition, draft.trigger) : null)
  );
};

const MOST_POINTS = 100_000_000;

const triggerProblem = ({ trigger, customEvent, schedule }: RuleDraft): string | null => {
  if (trigger === 'custom' && !/^[A-Za-z][A-Za-z0-9_.-]{0,39}$/.test(customEvent ?? ''))
    return '自定义事件需要名称：字母开头，字母、数字、点、横线、下划线，最多 40 个';
  if (trigger === 'schedule') {
    if (!schedule || !/^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)\b[A-Z0-9;=,+-]*$/.test(schedule.rrule))
      return '请选择重复的日子';
    if (!isWholeWithin(schedule.hour, 0, 23)) return '触发时刻必须在 0 到 23 点之间';
  }
  return null;
};

const ONLY_PURCHASES: readonly RuleEffect['kind'][] = ['multiplier', 'tier-multiplier', 'points-per-line'];
const WITH_AMOUNT: readonly RuleTrigger[] = ['purchase', 'referral-purchased', 'custom'];

const effectProblem = (effect: RuleEffect, trigger: RuleTrigger): string | null => {
  if (ONLY_PURCHASES.includes(effect.kind) && trigger !== 'purchase') return '这种奖励只适用于消费';
  switch (effect.kind) {
    case 'points-per-amount':
      if (!WITH_AMOUNT.includes(trigger)) return '按金额得积分只适用于有金额的事件';
      return isWholeWithin(effect.points, 1, 100_000) && isWholeWithin(effect.perFen, 1, 10_000_000)
        ? null
        : '每多少元得多少分必须是正整数';
    case 'multiplier':
      return isWholeWithin(effect.percent, 101, 10_000) ? null : MULTIPLIER;
    case 'tier-multiplier':
      return Object.values(effect.perTier).every((percent) => isWholeWithin(percent, 100, 10_000)) ? null : MULTIPLIER;
    case 'points-per-line':
    case 'fixed-points':
      return isWholeWithin(effect.points, 1, 1_000_000) ? null : '奖励积分必须是 1 到 1,000,000 的整数';
    case 'tier-points':
      if (effect.perFen !== null && !WITH_AMOUNT.includes(trigger)) return '按金额得成长值只适用于有金额的事件';
      return isWholeWithin(effect.points, 1, 1_000_000) &&
        (effect.perFen === null || isWholeWithin(effect.perFen, 1, 10_000_000))
        ? null
        : '成长值必须是 1 到 1,000,000 的整数';
    case 'coupon':
      return /^\d{1,20}$/.test(effect.templateId) && isWholeWithin(effect.count, 1, 20)
        ? null
        : '请选择优惠券，每次 1 到 20 张';
    case 'tag':
      return effect.tagCode.trim() === '' ? '请选择标签' : null;
    case 'message':
      return effect.title.trim() === '' || effect.text.trim() === '' ? '请填写消息的标题和内容' : null;
  }
};

const MULTIPLIER = '倍数必须大于 1 倍、不超过 100 倍';

const capsProblem = (caps: Caps): string | null =>
  Object.values(caps).every((cap) => cap === null || isWholeWithin(cap, 0, MOST_POINTS))
    ? null
    : '上限必须是不小于零的整数';

const budgetProblem = ({ budget, effect }: RuleDraft): string | null => {
  if (!budget) return null;
  if (['coupon', 'tag', 'message'].includes(effect.kind)) return '预算只适用于发积分的规则；优惠券的数量由券的库存决定';
  if (effect.kind === 'tier-points') return '成长值不能兑换，没有成本，不需要预算';
  if (budget.total === null && budget.perStore === null) return '请填写总预算或每店预算';
  const most = 1_000_000_000_000;
  const right = (value: number | null): boolean => value === null || isWholeWithin(value, 0, most);
  return right(budget.total) && right(budget.perStore) ? null : '预算必须是不小于零的整数';
};

const lotProblem = (lot: LotTerms | null): string | null => {
  if (!lot) return null;
  if (lot.activateAfterDays !== null && lot.activateOn !== null) return '到账条件只能选一个';
  if (lot.activateAfterDays !== null && !isWholeWithin(lot.activateAfterDays, 0, 3660))
    return '到账天数必须在 0 到 3660 之间';
  if (lot.expireAfterDays !== null && !isWholeWithin(lot.expireAfterDays, 1, 36_600))
    return '有效天数必须在 1 到 36600 之间';
  return lot.activateOn !== null && !/^[A-Za-z][A-Za-z0-9_.-]{0,63}$/.test(lot.activateOn)
    ? '到账事件的名称不对'
    : null;
};

const scopeProblem = (draft: RuleDraft): string | null => {
  const { validFrom, validUntil, lines, stacking, priority } = draft;
  if (validFrom && validUntil && validFrom >= validUntil) return '有效期的结束早于开始';
  if (!isWholeWithin(priority, -1000, 1000)) return '优先级必须在 −1000 到 1000 之间';
  if (stacking && stacking.group.trim() === '') return '请填写叠加组的名称';
  if (lines && draft.trigger !== 'purchase') return '适用商品只用于消费';
  if (lines && lines.categories.length + lines.skus.length === 0) return '请选择适用的品类或商品';
  return draft.stores?.length === 0 ? '请选择适用的门店' : draft.channels?.length === 0 ? '请选择适用的渠道' : null;
};
