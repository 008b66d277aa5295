import { countsOf, givenBack } from '../judging/counting';
import { evaluate, type RuleSet, ruleSet } from '../judging/evaluate';
import { lotGroupsOf } from '../judging/lot-groups';
import { paidOf } from '../judging/paid';
import type { JudgingRule } from '../judging/rule';
import { fact } from '../judging/spec-builders';
import { type JudgedTrace, packFacts } from '../judging/trace';
import { type Tier, tierFor } from '../tiers/tiers';
import type { EarnedEntry, RefundEntry } from './entries';
import { Uses } from './uses';

/** A ledger of a few lines for the specs of this folder: what it writes is what a replay reads. */
export class SpecLedger {
  private readonly set: RuleSet;
  private readonly uses: Uses;
  private readonly tierPoints = new Map<string, number>();
  private next = 0;

  constructor(
    rules: readonly JudgingRule[],
    private readonly tiers: readonly Tier[] = [],
  ) {
    this.set = ruleSet(rules);
    this.uses = new Uses(rules, 100);
  }

  /** A purchase of one line on a day of 2026. */
  buys(memberId: string, amountFen: number, day = '2026-06-15', storeId = '11'): EarnedEntry {
    this.next += 1;
    const before = tierFor(this.tiers, this.tierPoints.get(memberId) ?? 0);
    const facts = fact({
      amountFen,
      day,
      storeId,
      tier: before?.code ?? null,
      tierName: before?.name ?? null,
      tierPercent: before?.multiplierPercent ?? 100,
    });
    const at = new Date(`${day}T04:00:00Z`);
    const whose = { memberId, storeId, day };
    const decision = evaluate(this.set, { facts, at, limits: this.uses.limits(whose) });
    const { tierPoints, steps, passed, limits, why, points } = decision;
    this.uses.add(countsOf(steps, limits), whose);
    this.count(memberId, tierPoints);
    const trace: JudgedTrace = {
      v: 2,
      about: { purchaseNo: `P${this.next}` },
      facts: packFacts(facts),
      day,
      tierPoints,
      steps,
      passed,
      limits,
      why,
      credited: lotGroupsOf(steps).map((group, i) => ({ lotNo: i + 1, steps: group.steps })),
      tierAfter: this.tierOf(memberId),
      tierChanged: false,
    };
    // As the journal keeps it: text.
    const paid = paidOf(JSON.parse(JSON.stringify(trace)) as JudgedTrace);
    const reference = `purchase:${this.next}`;
    return { kind: 'earned', memberId, reference, storeId, at, points, paid, inside: true };
  }

  /** `fen` of the purchase's one line, after `before` of it were refunded earlier. */
  refunds(purchase: EarnedEntry, fen: number, before = 0, day = purchase.paid.day): RefundEntry {
    const refunded = (amount: number) =>
      purchase.paid.lines.map((line) => ({ ...line, refunded: { amountFen: amount, quantity: 0 } }));
    const span = { before: refunded(before), after: refunded(before + fen) };
    const { steps, limits } = purchase.paid;
    const { memberId, storeId, paid } = purchase;
    const back = givenBack(steps, limits, span);
    this.uses.add(back.counts, { memberId, storeId, day: paid.day });
    this.count(memberId, -back.tierPoints);
    const at = new Date(`${day}T10:00:00Z`);
    return { kind: 'refund', memberId, at, day, purchase, span, tierAfter: this.tierOf(memberId), inside: true };
  }

  private count(memberId: string, points: number): void {
    this.tierPoints.set(memberId, (this.tierPoints.get(memberId) ?? 0) + points);
  }

  private tierOf(memberId: string): string | null {
    return tierFor(this.tiers, this.tierPoints.get(memberId) ?? 0)?.code ?? null;
  }
}
