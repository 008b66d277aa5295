import type { RuleEffect } from '../../judging/rule';
import { filterCovers, filtersMeet } from '../cases/line-filters';
import { covers, overlap } from '../cases/pairs';
import type { Analysed, Context } from '../cases/rule-cases';
import type { Warning } from '../model/warning';
import { type Check, quoted, warn } from './check';

/**
 * Two rules of one kind that both pay for the same event. A common stacking group, also one that adds up, says that somebody
 * has thought of it.
 */
export const doubleEarning: Check = (subject, others, context) => {
  const { draft } = subject;
  return others.flatMap((other): readonly Warning[] => {
    const what = sameKind(draft.effect, other.draft.effect);
    if (!what || !bothPay(subject, other) || !overlap(subject, other, context)) return [];
    const often = howOften(subject, other, context);
    const severity = often === 'sometimes' && !SERIOUS.includes(draft.effect.kind) ? 'info' : 'warning';
    const message = `${meetingText(often, other)}，两条都${what}，会重复计算；如果是有意叠加，请放进同一个叠加组`;
    return [warn('double-earning', subject, { severity, other, path: 'stacking', message })];
  });
};

/** These are meant once, also where two rules meet only now and then. */
const SERIOUS: readonly RuleEffect['kind'][] = ['points-per-amount', 'tier-multiplier', 'coupon'];

/** Which of the two never comes without the other. */
const howOften = (subject: Analysed, other: Analysed, context: Context): 'subject' | 'other' | 'sometimes' => {
  const within = (inner: Analysed, outer: Analysed): boolean =>
    (!paysByLines(inner.draft.effect) || filterCovers(outer.draft.lines, inner.draft.lines)) &&
    covers(outer, inner, context);
  return within(subject, other) ? 'subject' : within(other, subject) ? 'other' : 'sometimes';
};

const meetingText = (often: ReturnType<typeof howOften>, other: Analysed): string => {
  if (often === 'other') return `每次${quoted(other)}满足时，本规则也满足`;
  return `${often === 'subject' ? '每次' : '有时'}与${quoted(other)}同时满足`;
};

const bothPay = ({ draft: a }: Analysed, { draft: b }: Analysed): boolean => {
  if (a.stacking && b.stacking && a.stacking.group === b.stacking.group) return false;
  // Whenever both hold, an exclusive one pays alone; basic points stay.
  const isBasic = a.effect.kind === 'points-per-amount';
  if ((a.exclusive || b.exclusive) && !isBasic) return false;
  return paysByLines(a.effect) ? filtersMeet(a.lines, b.lines) : true;
};

const paysByLines = ({ kind }: RuleEffect): boolean =>
  kind === 'points-per-amount' || kind === 'multiplier' || kind === 'points-per-line';

/** What both give, in words; null when they give different things. */
const sameKind = (a: RuleEffect, b: RuleEffect): string | null => {
  if (a.kind === 'coupon' && b.kind === 'coupon') return a.templateId === b.templateId ? '送同一种优惠券' : null;
  if (a.kind !== b.kind) return null;
  return KINDS[a.kind] ?? null;
};

const KINDS: Partial<Record<RuleEffect['kind'], string>> = {
  'points-per-amount': '按金额给基础积分',
  multiplier: '加倍积分',
  'tier-multiplier': '按等级加倍积分',
  'points-per-line': '按商品奖励积分',
  'fixed-points': '奖励固定积分',
};
