import { type Analysed, analyse, type Context, contextOf } from './cases/rule-cases';
import { alwaysTrue } from './checks/always-true';
import type { Check } from './checks/check';
import { contradictory } from './checks/contradictory';
import { doubleEarning } from './checks/double-earning';
import { endsBeforeItStarts } from './checks/ends-before-it-starts';
import { neverTrue } from './checks/never-true';
import { noBudget } from './checks/no-budget';
import { noCap } from './checks/no-cap';
import { shadowed } from './checks/shadowed';
import { unreachableTier } from './checks/unreachable-tier';
import { worstCost } from './checks/worst-cost';
import { type WorstCost, worstOf } from './cost/worst-cost-per-100';
import type { LintInput } from './model/lint-input';
import type { Severity, Warning } from './model/warning';

const CHECKS: readonly Check[] = [
  endsBeforeItStarts,
  neverTrue,
  contradictory,
  shadowed,
  unreachableTier,
  doubleEarning,
  noCap,
  noBudget,
  alwaysTrue,
];

const ORDER: readonly Severity[] = ['error', 'warning', 'info'];

/**
 * Pure: what looks unwise in a set of rules, the worst first. It says nothing of what it does not understand, so a warning is
 * always meant; whether a draft can judge at all is `problemOf`'s.
 * With `focus`: what concerns that rule, its own faults and those of others that it takes part in.
 */
export const lint = (input: LintInput): readonly Warning[] => lintWithCost(input).warnings;

/** The same with the dearest purchase, for which most of the work is done. */
export const lintWithCost = (input: LintInput): { warnings: readonly Warning[]; worst: WorstCost } => {
  const context = contextOf(input);
  const all = input.rules.filter(({ status }) => status !== 'retired').map((rule) => analyse(rule, context));
  const worst = worstOf(all, context);
  const found = [...all.flatMap((subject) => faultsOf(subject, all, context)), ...worstCost(worst, input)];
  return { warnings: found.sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity)), worst };
};

const faultsOf = (subject: Analysed, all: readonly Analysed[], context: Context): readonly Warning[] => {
  const { focus } = context.input;
  const others = all.filter((other) => other !== subject);
  if (focus === undefined || subject.rule.ruleId === focus)
    return CHECKS.flatMap((check) => check(subject, others, context));
  // What two rules do to each other is told at the one in focus; but it may leave another without effect.
  const partner = others.filter((other) => other.rule.ruleId === focus);
  return shadowed(subject, partner, context);
};
