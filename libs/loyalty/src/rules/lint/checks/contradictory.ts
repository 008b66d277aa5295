import { formatPoints } from '@fanloop/kernel';
import type { Caps, RuleDraft } from '../../judging/rule';
import { CAP_NAMES, shortFen } from '../../judging/wording';
import { covers, judgedTogether } from '../cases/pairs';
import type { Analysed } from '../cases/rule-cases';
import type { LintSettings } from '../model/lint-input';
import type { Warning } from '../model/warning';
import { type Check, quoted, warn } from './check';
import { filterConflict } from './filter-conflict';
import { comesBefore } from './shadowed';

/** Parts of a rule, or of two rules, that cannot both be meant. */
export const contradictory: Check = (subject, others, context) => [
  ...mixedGroup(subject, others),
  ...rivals(subject, others, context),
  ...capsAgainstCaps(subject),
  ...awardAgainstCaps(subject),
  ...budgetAgainstAward(subject, context.input.settings),
  ...filterConflict(subject),
];

const MODES = { all: '全部叠加', best: '取最优', first: '取优先级最高' } as const;

const mixedGroup = (subject: Analysed, others: readonly Analysed[]): readonly Warning[] => {
  const own = subject.draft.stacking;
  if (!own) return [];
  const other = others.find(
    ({ draft: { stacking } }, i) =>
      stacking?.group === own.group && stacking.mode !== own.mode && judgedTogether(subject, others[i]!),
  );
  if (!other) return [];
  const message = `叠加组「${own.group}」的方式互相矛盾：本规则是${MODES[own.mode]}，${quoted(other)}是${MODES[other.draft.stacking!.mode]}`;
  return [warn('contradictory', subject, { severity: 'error', path: 'stacking', other, message })];
};

const rivals: Check = (subject, others, context) => {
  if (!subject.draft.exclusive || subject.cases?.length === 0) return [];
  const other = others.find(
    (one) =>
      one.draft.exclusive &&
      judgedTogether(one, subject) &&
      covers(one, subject, context) &&
      covers(subject, one, context),
  );
  if (!other) return [];
  const [winner, loser] = comesBefore(subject, other) ? [subject, other] : [other, subject];
  // Basic points stay, exclusive rules or not.
  if (loser.draft.effect.kind === 'points-per-amount') return [];
  const message = `与${quoted(other)}都是独享规则，总是同时满足：只有${quoted(winner)}会执行`;
  return [warn('contradictory', subject, { severity: 'error', path: 'exclusive', other, message })];
};

const ORDER: readonly (keyof Caps)[] = ['perPurchase', 'perDay', 'perWeek', 'perMonth', 'perValidity'];

/** A cap of a shorter time that is higher than one of a longer time can never be reached. */
const capsAgainstCaps = (subject: Analysed): readonly Warning[] => {
  const { caps } = subject.draft;
  const set = ORDER.filter((cap) => caps[cap] !== null);
  return set.flatMap((longer, i) => {
    const shorter = set.slice(0, i).find((one) => caps[one]! > caps[longer]!);
    if (!shorter) return [];
    const message = `${CAP_NAMES[shorter]}上限 ${formatPoints(caps[shorter]!)} 高于${CAP_NAMES[longer]}上限 ${formatPoints(caps[longer]!)}，永远达不到`;
    return [warn('contradictory', subject, { severity: 'error', path: `caps.${shorter}`, message })];
  });
};

const awardAgainstCaps = (subject: Analysed): readonly Warning[] => {
  const { caps } = subject.draft;
  const award = singleAward(subject.draft);
  const cap = ORDER.find((one) => caps[one] !== null && caps[one]! < Math.max(1, award));
  if (!cap) return [];
  const most = formatPoints(caps[cap]!);
  const message =
    caps[cap] === 0
      ? `${CAP_NAMES[cap]}上限是 0，什么也不会给`
      : `一次奖励 ${formatPoints(award)} 分，${CAP_NAMES[cap]}上限却只有 ${most} 分，每次都给不全`;
  return [warn('contradictory', subject, { severity: 'error', path: `caps.${cap}`, message })];
};

/** The least that the rule gives whenever it gives anything; 0 where it may be any amount. */
const singleAward = ({ effect }: RuleDraft): number => {
  switch (effect.kind) {
    case 'fixed-points':
    case 'points-per-line':
      return effect.points;
    case 'points-per-amount':
      return effect.wholeSteps ? effect.points : 0;
    case 'tier-points':
      return effect.perFen === null ? effect.points : 0;
    default:
      return 0;
  }
};

const budgetAgainstAward = (subject: Analysed, settings: LintSettings): readonly Warning[] => {
  const { budget } = subject.draft;
  if (!budget) return [];
  const inFen = budget.unit === 'fen';
  const said = (amount: number): string => (inFen ? shortFen(amount) : `${formatPoints(amount)} 分`);
  const points = Math.max(1, singleAward(subject.draft));
  const award = inFen ? Math.ceil((points * settings.fenPer100Points) / 100) : points;
  const error = (path: string, message: string): Warning =>
    warn('contradictory', subject, { severity: 'error', path, message });
  const small = (['total', 'perStore'] as const).find((part) => budget[part] !== null && budget[part] < award);
  if (small)
    return [
      error(
        `budget.${small}`,
        `${small === 'total' ? '总预算' : '每店预算'} ${said(budget[small]!)}连一次奖励（${formatPoints(points)} 分${inFen ? `，成本 ${shortFen(award)}` : ''}）都不够`,
      ),
    ];
  if (budget.total === null || budget.perStore === null || budget.perStore <= budget.total) return [];
  return [error('budget.perStore', `每店预算 ${said(budget.perStore)} 高于总预算 ${said(budget.total)}，永远用不完`)];
};
