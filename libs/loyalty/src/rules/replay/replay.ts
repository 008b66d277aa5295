import type { Fen, MemberId, Points } from '@fanloop/kernel';
import { type Day, plusDays } from '../calendar/days';
import { type Count, countsOf, givenBack } from '../judging/counting';
import type { Decision } from '../judging/decision';
import type { Facts } from '../judging/facts';
import type { JudgingRule } from '../judging/rule';
import { unpackFacts } from '../judging/trace';
import { DaySums } from './day-sums';
import type { EarnedEntry, RefundEntry, ReplayEntry } from './entries';
import type { ReplayTiers, TierFact } from './replay-tiers';
import { countedFor, ReplayedSet } from './replayed-set';

/** What an event gave, or a refund took back (then all numbers are below zero), in the ledger or under one set. */
export interface Outcome {
  readonly points: Points;
  readonly tierPoints: Points;
  readonly steps: readonly { readonly rule: string; readonly name?: string; readonly points: Points }[];
  /** The member's tier afterwards, by its code. */
  readonly tier: string | null;
}

/** One entry of the journal as it was, and as it is under each set. */
export interface Played {
  readonly entry: ReplayEntry;
  readonly ledger: Outcome;
  readonly sets: readonly Outcome[];
  /** By set; null where the entry counts as recorded, and for refunds. */
  readonly decisions: readonly (Decision | null)[];
}

export interface ReplayParts {
  readonly sets: readonly (readonly JudgingRule[])[];
  readonly fenPer100Points: Fen;
  readonly tiers: ReplayTiers;
  /** References of purchases that are refunded within the replay. */
  readonly refunded: ReadonlySet<string>;
}

interface MetMember {
  readonly tierAtStart: string | null;
  readonly joined: Day;
  /** The latest business day that was seen of it. */
  latest: Day;
}

/**
 * Plays the journal once more under other sets of rules, in its own order. Facts of an event are those that the ledger kept; what
 * follows from the rules themselves (caps, budgets, tier points and the tier by them) is simulated for each set.
 */
export class Replay {
  readonly sets: readonly ReplayedSet[];
  /** Tier points as the ledger gave them. */
  private readonly earned = new DaySums();
  private readonly members = new Map<MemberId, MetMember>();

  constructor(private readonly parts: ReplayParts) {
    this.sets = parts.sets.map((rules) => new ReplayedSet(rules, parts.fenPer100Points, parts.refunded));
  }

  /** Counts what members were given before the replay against caps and tiers: to be called before an entry of theirs is played. */
  beginMembers(entries: readonly ReplayEntry[]): void {
    for (const { memberId, purchase, counts, tierPoints } of entries.map(givenBy)) {
      for (const set of this.sets) set.begin(counts.map(withoutBudget), countedFor(purchase));
      this.earned.add(memberId, purchase.paid.day, tierPoints);
    }
  }

  /** The same against budgets, which all members share; then `beginBudgets`, and only then the first entry. */
  countBudgets(entries: readonly ReplayEntry[]): void {
    for (const { purchase, counts } of entries.map(givenBy))
      for (const set of this.sets) set.begin(counts.map(withoutCaps), countedFor(purchase));
  }

  beginBudgets(): void {
    for (const set of this.sets) set.budgets.begin();
  }

  play(entry: ReplayEntry): Played {
    return entry.kind === 'earned' ? this.earn(entry) : this.refund(entry);
  }

  private earn(entry: EarnedEntry): Played {
    const { memberId, paid, inside, points } = entry;
    const { trace, day } = paid;
    const tierPoints = tierPointsOf(entry);
    this.meet(memberId, day, trace?.facts.tier?.[0] ?? null, trace?.facts.daysAsMember ?? 0);
    const facts = trace && inside ? unpackFacts(trace.facts) : null;
    const decisions = this.sets.map((set) => this.judge(set, entry, facts));
    this.earned.add(memberId, day, tierPoints);
    this.sets.forEach((set, i) => {
      set.beyond.add(memberId, day, (decisions[i]?.tierPoints ?? tierPoints) - tierPoints);
    });
    const ledger = { points, tierPoints, steps: paid.steps, tier: trace?.tierAfter ?? null };
    const sets = this.sets.map((set, i) => {
      const { points, tierPoints, steps } = decisions[i] ?? ledger;
      return { points, tierPoints, steps, tier: this.tierAfter(set, memberId, ledger.tier) };
    });
    return { entry, ledger, sets, decisions };
  }

  private judge(set: ReplayedSet, entry: EarnedEntry, facts: Facts | null): Decision | null {
    if (facts)
      return set.judge(entry, facts, this.tierUnder(set, entry.memberId, entry.paid.day, entry.paid.trace!.facts.tier));
    set.record(entry);
    return null;
  }

  private refund(entry: RefundEntry): Played {
    const { memberId, purchase, span, day, tierAfter } = entry;
    const { paid } = purchase;
    const ledger = givenBack(paid.steps, paid.limits, span);
    const backs = this.sets.map((set) => set.giveBack(entry));
    this.meet(memberId, day, tierAfter);
    this.earned.add(memberId, paid.day, -ledger.tierPoints);
    const taken = ({ points, tierPoints, steps }: typeof ledger, tier: string | null): Outcome => ({
      points: -points,
      tierPoints: -tierPoints,
      steps: steps.map(({ rule, points }) => ({ rule, points: -points })),
      tier,
    });
    const sets = this.sets.map((set, i) => {
      const back = backs[i]!;
      set.beyond.add(memberId, paid.day, ledger.tierPoints - back.tierPoints);
      return taken(back, this.tierAfter(set, memberId, tierAfter));
    });
    return { entry, ledger: taken(ledger, tierAfter), sets, decisions: this.sets.map(() => null) };
  }

  private meet(memberId: MemberId, day: Day, tierAtStart: string | null, daysAsMember = 0): void {
    const known = this.members.get(memberId);
    if (!known) this.members.set(memberId, { tierAtStart, joined: plusDays(day, -daysAsMember), latest: day });
    else if (day > known.latest) known.latest = day;
  }

  /** The tier that a member has then, on the latest day that was seen: a row of history that comes late does not turn the clock back. */
  private tierAfter(set: ReplayedSet, memberId: MemberId, recorded: string | null): string | null {
    const { latest } = this.members.get(memberId)!;
    return this.tierUnder(set, memberId, latest, recorded === null ? null : [recorded, recorded, 100])?.[0] ?? null;
  }

  private tierUnder({ beyond }: ReplayedSet, memberId: MemberId, day: Day, recorded: TierFact): TierFact {
    if (!beyond.knows(memberId)) return recorded;
    const earned = (from: Day, to: Day): number => this.earned.sum(memberId, from, to);
    const replayed = (from: Day, to: Day): number => earned(from, to) + beyond.sum(memberId, from, to);
    const { tierAtStart: atStart, joined } = this.members.get(memberId)!;
    return this.parts.tiers({ day, joined, recorded, atStart, earned, replayed });
  }
}

/** What an entry of the past added to the uses of rules, or took from them. */
const givenBy = (entry: ReplayEntry) => {
  const { memberId } = entry;
  const purchase = entry.kind === 'earned' ? entry : entry.purchase;
  const { steps, limits } = purchase.paid;
  if (entry.kind === 'earned')
    return { memberId, purchase, counts: countsOf(steps, limits), tierPoints: tierPointsOf(purchase) };
  const back = givenBack(steps, limits, entry.span);
  return { memberId, purchase, counts: back.counts, tierPoints: -back.tierPoints };
};

const withoutBudget = (count: Count): Count => ({ ...count, budget: null });
const withoutCaps = (count: Count): Count => ({ ...count, caps: [] });

const tierPointsOf = ({ paid }: EarnedEntry): Points =>
  paid.trace?.tierPoints ?? paid.steps.reduce((sum, step) => sum + step.points, 0);
