import type { Fen } from '@fanloop/kernel';
import { num, type Queryable, randomCode, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { Refund } from '../rules/refund';

interface Row extends Omit<Refund, 'amountFen'> {
  amountFen: string;
}

const COLUMNS = `id AS refundId, payment_id AS paymentId, refund_no AS refundNo, reference, amount_fen AS amountFen, reason, state,
  failure, checks`;

export interface NewRefund {
  readonly paymentId: string;
  readonly reference: string;
  readonly amountFen: Fen;
  readonly reason: string;
  readonly requestedBy: string;
}

/** A refund with what WeChat wants to know of its payment. */
export interface OutgoingRefund extends Refund {
  readonly paymentNo: string;
  readonly totalFen: Fen;
}

const NUMBER = /^[0-9A-Z]{28}$/;

/** Refunds. A refund keeps its number however often it is sent: a new number would be new money. */
@Injectable()
export class RefundRepository {
  async insert(tx: Tx, refund: NewRefund, now: Date): Promise<string> {
    const refundNo = randomCode(28);
    const { paymentId, reference, amountFen, reason, requestedBy } = refund;
    await tx.execute(
      `INSERT INTO payments_refund (refund_no, payment_id, reference, amount_fen, reason, requested_by, check_at, created_at,
         updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [refundNo, paymentId, reference, amountFen, reason, requestedBy, now, now, now],
    );
    return refundNo;
  }

  async byReference(tx: Tx, paymentId: string, reference: string): Promise<Refund | null> {
    const sql = `SELECT ${COLUMNS} FROM payments_refund WHERE payment_id = ? AND reference = ?`;
    return one(await tx.query<Row>(sql, [paymentId, reference]));
  }

  /** With the number of its payment, which is locked first. */
  async paymentNoOf(from: Queryable, refundNo: string): Promise<string | null> {
    if (!NUMBER.test(refundNo)) return null;
    const [row] = await from.query<{ paymentNo: string }>(
      `SELECT p.payment_no AS paymentNo FROM payments_refund r JOIN payments_payment p ON p.id = r.payment_id
        WHERE r.refund_no = ?`,
      [refundNo],
    );
    return row?.paymentNo ?? null;
  }

  async outgoing(from: Queryable, refundNo: string): Promise<OutgoingRefund | null> {
    const [row] = await from.query<Row & { paymentNo: string; totalFen: string }>(
      `SELECT r.*, p.payment_no AS paymentNo, p.amount_fen AS totalFen
         FROM (SELECT ${COLUMNS} FROM payments_refund WHERE refund_no = ?) r
         JOIN payments_payment p ON p.id = r.paymentId`,
      [refundNo],
    );
    return row ? { ...toRefund(row), paymentNo: row.paymentNo, totalFen: num(row.totalFen) } : null;
  }

  async lock(tx: Tx, refundNo: string): Promise<Refund | null> {
    return one(
      await tx.query<Row>(`SELECT ${COLUMNS} FROM payments_refund WHERE refund_no = ? FOR UPDATE`, [refundNo]),
    );
  }

  /** WeChat has it. */
  async markProcessing(tx: Tx, refundId: string, wechatRefundId: string, now: Date): Promise<void> {
    await tx.execute(
      `UPDATE payments_refund SET state = 'processing', wechat_refund_id = ?, failure = NULL, updated_at = ?
        WHERE id = ? AND state IN ('requested', 'processing')`,
      [wechatRefundId, now, refundId],
    );
  }

  /** False when it was told before. What no card took (ABNORMAL) may succeed after all, by a person's hand. */
  async succeed(tx: Tx, refundId: string, wechatRefundId: string, at: Date, now: Date): Promise<boolean> {
    const written = await tx.execute(
      `UPDATE payments_refund SET state = 'succeeded', wechat_refund_id = ?, succeeded_at = ?, failure = NULL, check_at = NULL,
              updated_at = ?
        WHERE id = ? AND (state IN ('requested', 'processing') OR (state = 'failed' AND failure = 'ABNORMAL'))`,
      [wechatRefundId, at, now, refundId],
    );
    return written.affectedRows === 1;
  }

  async fail(tx: Tx, refundId: string, failure: string, now: Date): Promise<boolean> {
    const written = await tx.execute(
      `UPDATE payments_refund SET state = 'failed', failure = ?, check_at = NULL, updated_at = ?
        WHERE id = ? AND state IN ('requested', 'processing')`,
      [failure, now, refundId],
    );
    return written.affectedRows === 1;
  }

  /** Why it has not gone through yet, for people who look. */
  async noteTrouble(tx: Tx, refundId: string, code: string): Promise<void> {
    await tx.execute("UPDATE payments_refund SET failure = ? WHERE id = ? AND state IN ('requested', 'processing')", [
      code,
      refundId,
    ]);
  }

  async due(tx: Tx, now: Date, limit: number): Promise<Refund[]> {
    const rows = await tx.query<Row>(
      `SELECT ${COLUMNS} FROM payments_refund WHERE check_at <= ? ORDER BY check_at LIMIT ? FOR UPDATE SKIP LOCKED`,
      [now, limit],
    );
    return rows.map(toRefund);
  }

  async checkAgain(tx: Tx, refundId: string, at: Date): Promise<void> {
    await tx.execute('UPDATE payments_refund SET check_at = ?, checks = checks + 1 WHERE id = ?', [at, refundId]);
  }
}

const toRefund = (row: Row): Refund => ({ ...row, amountFen: num(row.amountFen) });
const one = ([row]: Row[]): Refund | null => (row ? toRefund(row) : null);
