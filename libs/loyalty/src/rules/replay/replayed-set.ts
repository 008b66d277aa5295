import type { Day } from '../calendar/days';
import { type Count, countsOf, type GivenBack, givenBack } from '../judging/counting';
import type { Decision } from '../judging/decision';
import { evaluate, type RuleSet, ruleSet } from '../judging/evaluate';
import type { Facts } from '../judging/facts';
import type { JudgingRule } from '../judging/rule';
import { BudgetCourse } from './budget-course';
import { DaySums } from './day-sums';
import type { EarnedEntry, RefundEntry } from './entries';
import type { TierFact } from './replay-tiers';
import { type CountedFor, Uses } from './uses';

/** One set of rules on its way through the journal: what it has given, what its caps and budgets have left. */
export class ReplayedSet {
  readonly budgets: BudgetCourse;
  /** Tier points that it gave beyond those of the ledger; below zero: fewer. */
  readonly beyond = new DaySums();
  private readonly set: RuleSet;
  private readonly uses: Uses;
  /** What it gave for purchases that are refunded later. */
  private readonly kept = new Map<string, Pick<Decision, 'steps' | 'limits'>>();

  constructor(
    readonly rules: readonly JudgingRule[],
    fenPer100Points: number,
    /** References of purchases that are refunded within the replay: only of these a decision is kept. */
    private readonly refunded: ReadonlySet<string>,
  ) {
    this.set = ruleSet(rules);
    this.uses = new Uses(rules, fenPer100Points);
    this.budgets = new BudgetCourse(rules, this.uses);
  }

  judge(entry: EarnedEntry, facts: Facts, tier: TierFact): Decision {
    const whose = countedFor(entry);
    const seen = facts.tier === (tier?.[0] ?? null) ? facts : withTier(facts, tier);
    const limits = this.uses.limits({ ...whose, storeId: facts.storeId });
    const decision = evaluate(this.set, { facts: seen, at: entry.at, limits });
    this.add(countsOf(decision.steps, decision.limits), whose, entry.paid.day);
    if (this.refunded.has(entry.reference)) this.kept.set(entry.reference, decision);
    return decision;
  }

  /** Counts what was given before the replay begins, as the ledger did. */
  begin(counts: readonly Count[], whose: CountedFor): void {
    this.uses.add(counts, whose);
  }

  /** Counts an event within the replay as the ledger judged it. */
  record(entry: EarnedEntry): void {
    const { steps, limits, day } = entry.paid;
    this.add(countsOf(steps, limits), countedFor(entry), day);
  }

  giveBack({ purchase, span, day }: RefundEntry): GivenBack {
    const { steps, limits } = this.kept.get(purchase.reference) ?? purchase.paid;
    const back = givenBack(steps, limits, span);
    this.add(back.counts, countedFor(purchase), day);
    return back;
  }

  private add(counts: readonly Count[], whose: CountedFor, on: Day): void {
    this.uses.add(counts, whose);
    for (const { ruleId, budget } of counts) if (budget) this.budgets.note(ruleId, whose.storeId, on);
  }
}

export const countedFor = ({ memberId, storeId, paid }: EarnedEntry): CountedFor => ({
  memberId,
  storeId,
  day: paid.day,
});

const withTier = (facts: Facts, tier: TierFact): Facts => ({
  ...facts,
  tier: tier?.[0] ?? null,
  tierName: tier?.[1] ?? null,
  tierPercent: tier?.[2] ?? 100,
});
