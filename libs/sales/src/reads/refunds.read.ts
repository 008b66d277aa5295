import type { Fen, Id, MemberId, PurchaseId } from '@fanloop/kernel';
import { num, Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';

/** A refund as it was made. The money paid back is `amountFen − deductedFen`. */
export interface RefundFact {
  readonly refundId: Id;
  readonly refundNo: string;
  readonly purchaseId: PurchaseId;
  readonly purchaseNo: string;
  readonly amountFen: Fen;
  readonly deductedFen: Fen;
  /** True when nothing of the purchase was left afterwards. */
  readonly full: boolean;
  readonly reason: string;
  /** `staff:12`, `system:import`. */
  readonly actor: string;
  readonly at: Date;
  readonly lines: readonly {
    readonly lineNo: number;
    readonly name: string;
    readonly quantity: number;
    readonly amountFen: Fen;
  }[];
}

interface RefundRow {
  id: string;
  refund_no: string;
  purchase_id: string;
  purchase_no: string;
  amount_fen: string;
  deducted_fen: string;
  full: number;
  reason: string;
  actor: string;
  at: Date;
}

interface RefundLineRow {
  refund_id: string;
  line_no: number;
  name: string;
  quantity: number;
  amount_fen: string;
}

@Injectable()
export class RefundsRead {
  constructor(private readonly reader: Reader) {}

  /** The refunds of each of these purchases, in the order in which they were made; purchases without are left out. */
  async ofPurchases(ids: readonly PurchaseId[]): Promise<Map<PurchaseId, RefundFact[]>> {
    const grouped = new Map<PurchaseId, RefundFact[]>();
    if (ids.length === 0) return grouped;
    for (const refund of await this.select('WHERE r.purchase_id IN (?) ORDER BY r.id', [ids])) {
      const group = grouped.get(refund.purchaseId);
      if (group) group.push(refund);
      else grouped.set(refund.purchaseId, [refund]);
    }
    return grouped;
  }

  /** A member's refunds before an instant, newest first. */
  ofMember(memberId: MemberId, before: Date, limit: number): Promise<RefundFact[]> {
    return this.select('WHERE r.member_id = ? AND r.at < ? ORDER BY r.at DESC, r.id DESC LIMIT ?', [
      memberId,
      before,
      limit,
    ]);
  }

  private async select(rest: string, params: readonly unknown[]): Promise<RefundFact[]> {
    const rows = await this.reader.query<RefundRow>(
      `SELECT r.id, r.refund_no, r.purchase_id, p.purchase_no, r.amount_fen, r.deducted_fen, r.full, r.reason, r.actor, r.at
         FROM sales_refund r JOIN sales_purchase p ON p.id = r.purchase_id ${rest}`,
      params,
    );
    if (rows.length === 0) return [];
    const lines = await this.reader.query<RefundLineRow>(
      `SELECT l.refund_id, l.line_no, p.name, l.quantity, l.amount_fen
         FROM sales_refund_line l JOIN sales_refund r ON r.id = l.refund_id
         JOIN sales_purchase_line p ON p.purchase_id = r.purchase_id AND p.line_no = l.line_no
        WHERE l.refund_id IN (?) ORDER BY l.refund_id, l.line_no`,
      [rows.map((row) => row.id)],
    );
    const byRefund = new Map<Id, RefundLineRow[]>(rows.map((row) => [row.id, []]));
    for (const line of lines) byRefund.get(line.refund_id)?.push(line);
    return rows.map((row) => toFact(row, byRefund.get(row.id) ?? []));
  }
}

const toFact = (row: RefundRow, lines: readonly RefundLineRow[]): RefundFact => ({
  refundId: row.id,
  refundNo: row.refund_no,
  purchaseId: row.purchase_id,
  purchaseNo: row.purchase_no,
  amountFen: num(row.amount_fen),
  deductedFen: num(row.deducted_fen),
  full: row.full === 1,
  reason: row.reason,
  actor: row.actor,
  at: row.at,
  lines: lines.map((line) => ({
    lineNo: line.line_no,
    name: line.name,
    quantity: line.quantity,
    amountFen: num(line.amount_fen),
  })),
});
