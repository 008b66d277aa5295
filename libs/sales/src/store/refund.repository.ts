import type { Fen, Id, PurchaseId } from '@fanloop/kernel';
import { chunks, num, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { StandingPurchase } from '../rules/purchase';
import type { LineProgress, RefundPlan } from '../rules/refund';

export interface NewRefund {
  readonly purchase: StandingPurchase;
  readonly plan: RefundPlan;
  readonly refundNo: string;
  readonly deductedFen: Fen;
  readonly reason: string;
  readonly actor: string;
  readonly at: Date;
}

const LINES_PER_STATEMENT = 500;

/** Each change names what it saw: under a lock that always holds, and without one nothing would be taken twice either. */
@Injectable()
export class RefundRepository {
  /** False when the purchase was refunded between the look and the change. */
  async moveOn(tx: Tx, purchase: StandingPurchase, plan: RefundPlan): Promise<boolean> {
    const changed = await tx.execute(
      `UPDATE sales_purchase SET refunded_fen = refunded_fen + ?, refund_state = ?
        WHERE id = ? AND refunded_fen = ? AND refund_state = ? AND refunded_fen + ? <= net_fen`,
      [
        plan.amountFen,
        plan.full ? 'full' : 'partial',
        purchase.purchaseId,
        purchase.refundedFen,
        purchase.refundState,
        plan.amountFen,
      ],
    );
    if (changed.affectedRows !== 1) return false;
    for (const part of chunks(plan.lines.filter(moved), LINES_PER_STATEMENT))
      if (!(await this.moveLines(tx, purchase.purchaseId, part))) return false;
    return true;
  }

  /** What the refunds of a purchase have kept back so far. Under the purchase's lock. */
  async keptBack(tx: Tx, purchaseId: PurchaseId): Promise<Fen> {
    const [row] = await tx.query<{ fen: string | null }>(
      'SELECT SUM(deducted_fen) AS fen FROM sales_refund WHERE purchase_id = ?',
      [purchaseId],
    );
    return num(row?.fen);
  }

  async insert(tx: Tx, refund: NewRefund): Promise<Id> {
    const { purchase, plan, refundNo, deductedFen, reason, actor, at } = refund;
    const { insertId } = await tx.execute(
      `INSERT INTO sales_refund (refund_no, purchase_id, member_id, store_id, amount_fen, deducted_fen, full, reason, actor, at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        refundNo,
        purchase.purchaseId,
        purchase.memberId,
        purchase.storeId,
        plan.amountFen,
        deductedFen,
        plan.full ? 1 : 0,
        reason,
        actor,
        at,
      ],
    );
    for (const part of chunks(plan.lines.filter(moved), LINES_PER_STATEMENT))
      await tx.execute('INSERT INTO sales_refund_line (refund_id, line_no, quantity, amount_fen) VALUES ?', [
        part.map((line) => [insertId, line.lineNo, quantityOf(line), amountOf(line)]),
      ]);
    return insertId;
  }

  private async moveLines(tx: Tx, purchaseId: PurchaseId, lines: readonly LineProgress[]): Promise<boolean> {
    // A derived table by UNION ALL, so that one statement moves many lines, each under its own condition.
    const rows = lines.map((_, i) =>
      i === 0 ? 'SELECT ? AS line_no, ? AS fen, ? AS things, ? AS had_fen, ? AS had_things' : 'SELECT ?, ?, ?, ?, ?',
    );
    const changed = await tx.execute(
      `UPDATE sales_purchase_line l JOIN (${rows.join(' UNION ALL ')}) d ON d.line_no = l.line_no
          SET l.refunded_fen = l.refunded_fen + d.fen, l.refunded_quantity = l.refunded_quantity + d.things
        WHERE l.purchase_id = ? AND l.refunded_fen = d.had_fen AND l.refunded_quantity = d.had_things
          AND l.refunded_fen + d.fen <= l.amount_fen AND l.refunded_quantity + d.things <= l.quantity`,
      [...lines.flatMap(valuesOf), purchaseId],
    );
    return changed.affectedRows === lines.length;
  }
}

const amountOf = (line: LineProgress): Fen => line.refundedAfter.amountFen - line.refundedBefore.amountFen;
const quantityOf = (line: LineProgress): number => line.refundedAfter.quantity - line.refundedBefore.quantity;
const moved = (line: LineProgress): boolean => amountOf(line) > 0 || quantityOf(line) > 0;
const valuesOf = (line: LineProgress): number[] => [
  line.lineNo,
  amountOf(line),
  quantityOf(line),
  line.refundedBefore.amountFen,
  line.refundedBefore.quantity,
];
