import type { StoreId } from '@fanloop/kernel';
import { json } from '@fanloop/platform';
import { type OlderTrace, type PaidLine, paidOf } from '../rules/judging/paid';
import type { JudgedTrace } from '../rules/judging/trace';
import type { RefundedLine } from '../rules/ledger/refund-claims';
import type { EarnedEntry, RefundEntry, ReplayEntry } from '../rules/replay/entries';
import type { BrandTime } from './brand-time';
import type { JournalRow, ReplayJournal } from './replay-journal';

/** Which entries are replayed; null: none of them, all count as they were judged. */
export interface Inside {
  readonly from: Date;
  /** Half-open. */
  readonly until: Date;
  readonly storeIds: ReadonlySet<StoreId> | null;
}

/** What a refund's trace tells; those of the time before refunds in part are of the whole. */
interface RefundTrace {
  readonly purchaseId?: string;
  readonly refunded?: { readonly before: readonly PaidLine[]; readonly after: readonly PaidLine[] };
  readonly tierAfter?: { readonly code: string } | null;
}

/** Turns rows into what a replay plays; reads the purchases that refunds belong to. A refund of a purchase that was not paid is left out. */
export class JournalEntries {
  constructor(
    private readonly journal: ReplayJournal,
    private readonly time: BrandTime,
    private readonly inside: Inside | null,
  ) {}

  async of(rows: readonly JournalRow[]): Promise<ReplayEntry[]> {
    const traces = new Map(
      rows.map((row) => [row, row.kind === 'clawback' ? json<RefundTrace>(row.trace ?? '{}') : null]),
    );
    const references = [...traces.values()].flatMap((trace) => (trace?.purchaseId ? [referenceOf(trace)] : []));
    const purchases = await this.journal.earned([...new Set(references)]);
    return rows.flatMap((row): ReplayEntry[] => {
      const trace = traces.get(row);
      if (!trace) return row.trace === null ? [] : [this.earned(row)];
      const purchase = purchases.get(referenceOf(trace));
      return purchase && purchase.trace !== null ? [this.refund(row, trace, this.earned(purchase))] : [];
    });
  }

  private earned(row: JournalRow): EarnedEntry {
    return {
      kind: 'earned',
      memberId: row.member_id,
      reference: row.reference,
      storeId: row.store_id,
      at: row.at,
      points: row.points + row.pending,
      paid: paidOf(json<JudgedTrace | OlderTrace>(row.trace)),
      inside: this.isInside(row),
    };
  }

  private refund(row: JournalRow, { refunded, tierAfter }: RefundTrace, purchase: EarnedEntry): RefundEntry {
    const { lines, trace } = purchase.paid;
    const { before, after } = refunded ?? { before: [], after: lines };
    const span = trace ? { before, after } : { before: summed(before), after: summed(after) };
    return {
      kind: 'refund',
      memberId: row.member_id,
      at: row.at,
      day: this.time.day(row.at),
      purchase,
      span: { before: refundedOf(lines, span.before), after: refundedOf(lines, span.after) },
      tierAfter: tierAfter?.code ?? null,
      inside: this.isInside(row),
    };
  }

  private isInside({ at, store_id }: JournalRow): boolean {
    if (!this.inside || at < this.inside.from || at >= this.inside.until) return false;
    return !this.inside.storeIds || (store_id !== null && this.inside.storeIds.has(store_id));
  }
}

const referenceOf = ({ purchaseId }: RefundTrace): string => `purchase:${purchaseId}`;

/** An older trace knows its basket as one line. */
const summed = (lines: readonly PaidLine[]): PaidLine[] => [
  {
    amountFen: lines.reduce((sum, line) => sum + line.amountFen, 0),
    quantity: lines.reduce((sum, line) => sum + line.quantity, 0),
  },
];

const refundedOf = (lines: readonly PaidLine[], refunds: readonly PaidLine[]): RefundedLine[] =>
  lines.map((line, i) => ({ ...line, refunded: refunds[i] ?? { amountFen: 0, quantity: 0 } }));
