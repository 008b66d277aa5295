import type { Caps, RuleDraft } from '../../judging/rule';
import { type Case, domainOf, EVERYTHING } from '../cases/case';
import { type Analysed, type Context, lastDayOf } from '../cases/rule-cases';
import { allowsChoice } from '../domain/domain';
import { highest } from '../domain/intervals';
import type { LintTier } from '../model/lint-input';
import { MOST_SPEND_FEN } from '../model/thresholds';

/**
 * The most points that count for the tier and that a member below it can earn in one window of it. Null: no bound that can
 * be named. Every doubt makes it larger.
 */
export const mostTierPoints = (tier: LintTier, rules: readonly Analysed[], context: Context): number | null => {
  const below = context.input.tiers.filter((one) => one.enterAt < tier.enterAt);
  if (below.length === 0) return null;
  const helping = rules.filter((rule) => canHelp(rule, below, context));
  const bySpending = helping.map((rule) => ownPoints(rule, context));
  if (bySpending.includes(null)) return null;
  const added = bySpending.reduce<number>((sum, points) => sum + points!, 0);
  const factors = helping.map(({ draft }) => strongestFactor(draft, below));
  const most = factors.reduce((points, percent) => (points * percent) / 100, added);
  return Math.floor(most);
};

/** It works for members that have not reached the tier yet, and is not over. */
const canHelp = ({ cases, until }: Analysed, below: readonly LintTier[], { input }: Context): boolean => {
  if (until !== null && lastDayOf(until, input) < input.today) return false;
  const open = (one: Case): boolean =>
    [null, ...below.map(({ code }) => code)].some((code) => allowsChoice(domainOf(one, 'tier'), code));
  return cases === null || cases.some(open);
};

const strongestFactor = ({ effect }: RuleDraft, below: readonly LintTier[]): number => {
  if (effect.kind === 'multiplier') return effect.percent;
  if (effect.kind !== 'tier-multiplier') return 100;
  return below.reduce((most, one) => Math.max(most, effect.perTier[one.code] ?? one.multiplierPercent), 100);
};

/** What a rule gives in one window, its caps taken into account; null: no bound. */
const ownPoints = (rule: Analysed, context: Context): number | null => {
  const months = context.input.settings.tierWindowMonths ?? 12;
  const [byCaps, byEffect] = [capped(rule.draft.caps, months), uncapped(rule, months, context)];
  if (byCaps === null || byEffect === null) return byCaps ?? byEffect;
  return Math.min(byCaps, byEffect);
};

const capped = ({ perDay, perWeek, perMonth, perValidity }: Caps, months: number): number | null => {
  const bounds = [
    perDay === null ? null : perDay * months * 31,
    perWeek === null ? null : perWeek * (months * 5 + 1),
    perMonth === null ? null : perMonth * (months + 1),
    perValidity,
  ].filter((bound) => bound !== null);
  return bounds.length === 0 ? null : Math.min(...bounds);
};

const uncapped = (rule: Analysed, months: number, { input }: Context): number | null => {
  const { effect, trigger } = rule.draft;
  const spend = input.settings.mostSpendFen ?? MOST_SPEND_FEN;
  const times = timesInWindow(rule, months);
  switch (effect.kind) {
    case 'points-per-amount':
      // Any other rounding gives something for each of endlessly many small purchases.
      return trigger === 'purchase' && effect.rounding === 'down' ? (spend * effect.points) / effect.perFen : null;
    case 'tier-points':
      if (effect.perFen !== null) return trigger === 'purchase' ? (spend * effect.points) / effect.perFen : null;
      return times === null ? null : times * effect.points;
    case 'fixed-points':
      return times === null ? null : times * effect.points;
    case 'points-per-line':
      return null;
    default:
      return 0;
  }
};

/** How often its event can come in one window; null: without end. */
const timesInWindow = ({ draft: { trigger }, cases }: Analysed, months: number): number | null => {
  switch (trigger) {
    case 'sign-up':
    case 'profile-completed':
      return 1;
    case 'birthday':
      // Two birthdays may lie in one window.
      return Math.ceil(months / 12) + 1;
    case 'check-in':
    case 'schedule':
      return 31 * months;
    case 'purchase':
      return (cases ?? [EVERYTHING]).reduce<number | null>((most, one) => {
        const ordinal = domainOf(one, 'ordinal');
        const last = ordinal?.kind === 'numbers' ? highest(ordinal.set) : null;
        return most === null || last === null ? null : Math.max(most, last);
      }, 0);
    default:
      return null;
  }
};
