import type { Fen, MemberId, Points } from '@fanloop/kernel';
import type { Day } from '../calendar/days';
import type { Decision } from '../judging/decision';
import { MemberChanges } from './changes';
import type { EarnedEntry } from './entries';
import { contradictionTo, isOfVersions } from './recompute';
import type { Played, Replay } from './replay';
import type { DifferingPurchase, ReplayReport } from './report';
import { budgetsOf, movesOf, rulesOf } from './report-parts';
import { Sums } from './sums';
import { TopList } from './top-list';

const TOP = 20;
const DIFFERENCES_SHOWN = 5;

/** Adds up what a replay shows, entry by entry. The first set is the active one; a second one is compared with it. */
export class Tally {
  private readonly events = { purchases: 0, others: 0, refunds: 0, older: 0, otherVersions: 0 };
  private readonly differences: { count: number; first: ReplayReport['differences']['first'][number][] };
  private readonly days = new Map<Day, Points[]>();
  private readonly sums: readonly Sums[];
  private readonly changes = new MemberChanges();
  private readonly tierEnds = new Map<MemberId, readonly [string | null, string | null]>();
  private readonly top = new TopList<DifferingPurchase>(TOP);
  private readonly activeKeys: ReadonlySet<string>;

  constructor(
    private readonly replay: Replay,
    fenPer100Points: Fen,
  ) {
    this.differences = { count: 0, first: [] };
    this.sums = [null, ...replay.sets].map(() => new Sums(fenPer100Points));
    this.activeKeys = new Set(replay.sets[0]!.rules.map((rule) => rule.key));
  }

  /** What lies outside of the period is not counted. */
  add(played: Played): void {
    const { entry, ledger, sets } = played;
    if (!entry.inside) return;
    const isRefund = entry.kind === 'refund';
    const series = [ledger, ...sets];
    series.forEach((outcome, i) => {
      this.sums[i]!.add(outcome, isRefund);
    });
    this.addDay(
      isRefund ? entry.day : entry.paid.day,
      series.map(({ points }) => points),
    );
    // Drafts are compared with the active set; without any, the active set with the ledger.
    const [base, changed] = series.slice(-2) as [Played['ledger'], Played['ledger']];
    this.changes.add(entry.memberId, changed.points - base.points);
    if (base.tier === changed.tier) this.tierEnds.delete(entry.memberId);
    else this.tierEnds.set(entry.memberId, [base.tier, changed.tier]);
    if (isRefund) this.addRefund(played);
    else this.addEarned(entry, played, changed.points - base.points);
  }

  private addRefund({ entry, ledger, sets }: Played): void {
    this.events.refunds += 1;
    const active = sets[0]!;
    if (active.points === ledger.points && active.tierPoints === ledger.tierPoints) return;
    const problem = `refund: ${ledger.points} recorded, ${active.points} recomputed`;
    this.differ(entry.kind === 'refund' ? entry.purchase : entry, problem);
  }

  private addEarned(entry: EarnedEntry, { ledger, sets, decisions }: Played, change: Points): void {
    const { trace } = entry.paid;
    if (!trace) this.events.older += 1;
    else if (trace.facts.trigger === 'purchase') this.events.purchases += 1;
    else this.events.others += 1;
    const active = decisions[0];
    if (!trace || !active) return;
    const sameVersions = isOfVersions(trace, active, this.activeKeys);
    if (!sameVersions) this.events.otherVersions += 1;
    const problem = contradictionTo({ trace, points: entry.points }, active, sameVersions);
    if (problem) this.differ(entry, problem);
    if (change === 0) return;
    this.top.offer(Math.abs(change), () => ({
      reference: entry.reference,
      purchaseNo: trace.about.purchaseNo ?? null,
      memberId: entry.memberId,
      at: entry.at.toISOString(),
      ledger: ledger.points,
      active: active.points,
      draft: sets[1]?.points ?? null,
      why: (decisions.at(-1) as Decision).why,
    }));
  }

  private differ({ reference, memberId }: EarnedEntry, problem: string): void {
    this.differences.count += 1;
    if (this.differences.first.length < DIFFERENCES_SHOWN)
      this.differences.first.push({ reference, memberId, problem });
  }

  private addDay(day: Day, points: readonly Points[]): void {
    const known = this.days.get(day);
    this.days.set(day, known ? known.map((sum, i) => sum + points[i]!) : [...points]);
  }

  get report(): ReplayReport {
    const [ledger, active, draft] = this.sums as [Sums, Sums, Sums | undefined];
    const days = [...this.days].sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      events: this.events,
      members: this.changes.counts,
      differences: this.differences,
      totals: { ledger: ledger.totals, active: active.totals, draft: draft?.totals ?? null },
      days: days.map(([day, [ofLedger, ofActive, ofDraft]]) => ({
        day,
        ledger: ofLedger!,
        active: ofActive!,
        draft: ofDraft ?? null,
      })),
      rules: rulesOf(this.replay.sets, this.sums),
      changes: this.changes.bars,
      tierMoves: movesOf(this.tierEnds.values()),
      budgets: budgetsOf(this.replay.sets),
      top: this.top.all,
    };
  }
}
