import { NO_CAPS, type RuleDraft } from '../../judging/rule';
import { filterCovers } from '../cases/line-filters';
import { covers, judgedTogether } from '../cases/pairs';
import type { Analysed, Context } from '../cases/rule-cases';
import type { Warning } from '../model/warning';
import { type Check, quoted, warn } from './check';

/** A rule that can never win: another one that takes its place applies whenever it does. */
export const shadowed: Check = (subject, others, context) => {
  if (subject.cases?.length === 0) return [];
  for (const other of others) {
    if (!judgedTogether(other, subject)) continue;
    const message = behindExclusive(subject, other, context) ?? behindGroup(subject, other, context);
    if (message) return [error(subject, other, message)];
  }
  return [];
};

const error = (subject: Analysed, other: Analysed, message: string): Warning =>
  warn('shadowed', subject, { severity: 'error', other, message, path: 'priority' });

/** The order of the judgement: the higher priority first, then the older rule. */
export const comesBefore = (a: Analysed, b: Analysed): boolean =>
  a.draft.priority !== b.draft.priority
    ? a.draft.priority > b.draft.priority
    : Number(a.rule.ruleId) < Number(b.rule.ruleId);

const isBasic = ({ effect }: RuleDraft): boolean => effect.kind === 'points-per-amount';

const behindExclusive = (subject: Analysed, other: Analysed, context: Context): string | null => {
  if (!other.draft.exclusive || isBasic(subject.draft)) return null;
  if (subject.draft.exclusive && !comesBefore(other, subject)) return null;
  // Two that always meet contradict each other; that is another warning.
  if (!covers(other, subject, context) || (subject.draft.exclusive && covers(subject, other, context))) return null;
  return `永远轮不到：每次满足条件时，独享规则${quoted(other)}也满足，只会执行它`;
};

const behindGroup = (subject: Analysed, other: Analysed, context: Context): string | null => {
  const [own, rival] = [subject.draft.stacking, other.draft.stacking];
  if (!own || !rival || own.mode === 'all' || own.group !== rival.group || own.mode !== rival.mode) return null;
  if (!comesBefore(other, subject) || subject.draft.exclusive) return null;
  // Exclusion leaves basic points: where it takes the rival away, a basic rule behind it would win.
  if (isBasic(subject.draft) && !isBasic(other.draft)) return null;
  if (own.mode === 'best' && !givesAtLeast(other.draft, subject.draft)) return null;
  if (!covers(other, subject, context)) return null;
  const order = `${quoted(other)}（优先级 ${other.draft.priority}）在前`;
  return own.mode === 'first'
    ? `永远轮不到：「${own.group}」组只取优先级最高的一条，${order}，每次都同时满足`
    : `永远轮不到：「${own.group}」组取最优的一条，${order}，每次都同时满足，且给得不比它少`;
};

/** For any basket, before either is cut by caps. False when this cannot be said. */
const givesAtLeast = (winner: RuleDraft, loser: RuleDraft): boolean => {
  if (winner.budget || JSON.stringify(winner.caps) !== JSON.stringify(NO_CAPS)) return false;
  if (!filterCovers(winner.lines, loser.lines)) return false;
  const [more, less] = [winner.effect, loser.effect];
  switch (less.kind) {
    case 'points-per-amount':
      if (more.kind !== less.kind || more.wholeSteps !== less.wholeSteps || more.rounding !== less.rounding)
        return false;
      return more.wholeSteps && more.perFen !== less.perFen
        ? false
        : more.points * less.perFen >= less.points * more.perFen;
    case 'multiplier':
      return more.kind === less.kind && more.percent >= less.percent;
    case 'points-per-line':
      return more.kind === less.kind && more.per === less.per && more.points >= less.points;
    case 'fixed-points':
      return more.kind === less.kind && more.points >= less.points;
    default:
      return false;
  }
};
