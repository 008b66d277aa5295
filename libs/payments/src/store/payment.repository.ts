import type { Fen } from '@fanloop/kernel';
import { num, type Queryable, randomCode, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { NewPayment, Payment, PaymentState } from '../rules/payment';

interface Row extends Omit<Payment, 'amountFen' | 'reservedFen' | 'refundedFen'> {
  amountFen: string;
  reservedFen: string;
  refundedFen: string;
}

const COLUMNS = `id AS paymentId, payment_no AS paymentNo, purpose, reference, member_id AS memberId, description,
  amount_fen AS amountFen, state, expires_at AS expiresAt, prepay_id AS prepayId, prepaid_at AS prepaidAt,
  transaction_id AS transactionId, paid_at AS paidAt, reserved_fen AS reservedFen, refunded_fen AS refundedFen,
  refunds, checks`;

export interface SettledAs {
  readonly from: readonly PaymentState[];
  readonly late: boolean;
  readonly transactionId: string;
  readonly payerFen: Fen | null;
  readonly paidAt: Date;
  readonly settledBy: 'notification' | 'query';
}

/** Anything else is nobody's number, and not for the database to puzzle over. */
const NUMBER = /^[0-9A-Z]{24}$/;
export const isPaymentNo = (text: string): boolean => NUMBER.test(text);

/** Payments. Every change of state names the states that it starts from. */
@Injectable()
export class PaymentRepository {
  async insert(tx: Tx, payment: NewPayment, now: Date): Promise<string> {
    const paymentNo = randomCode(24);
    const { purpose, reference, memberId, description, amountFen, expiresAt } = payment;
    await tx.execute(
      `INSERT INTO payments_payment (payment_no, purpose, reference, member_id, description, amount_fen, state, expires_at,
         check_at, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, 'created', ?, ?, ?, ?)`,
      [paymentNo, purpose, reference, memberId, description, amountFen, expiresAt, expiresAt, now, now],
    );
    return paymentNo;
  }

  async find(from: Queryable, paymentNo: string): Promise<Payment | null> {
    if (!isPaymentNo(paymentNo)) return null;
    return one(await from.query<Row>(`SELECT ${COLUMNS} FROM payments_payment WHERE payment_no = ?`, [paymentNo]));
  }

  async byReference(from: Queryable, purpose: string, reference: string): Promise<Payment | null> {
    const sql = `SELECT ${COLUMNS} FROM payments_payment WHERE purpose = ? AND reference = ?`;
    return one(await from.query<Row>(sql, [purpose, reference]));
  }

  /** The row stays ours until the end of the transaction: payments are locked before their refunds. */
  async lock(tx: Tx, paymentNo: string): Promise<Payment | null> {
    if (!isPaymentNo(paymentNo)) return null;
    return one(
      await tx.query<Row>(`SELECT ${COLUMNS} FROM payments_payment WHERE payment_no = ? FOR UPDATE`, [paymentNo]),
    );
  }

  /** WeChat is about to know it. False when nobody can pay it any more. */
  async markPaying(tx: Tx, paymentId: string, checkAt: Date, now: Date): Promise<boolean> {
    const written = await tx.execute(
      `UPDATE payments_payment SET state = 'paying', check_at = ?, updated_at = ?
        WHERE id = ? AND state IN ('created', 'paying') AND expires_at > ?`,
      [checkAt, now, paymentId, now],
    );
    return written.affectedRows === 1;
  }

  /** False when it was closed while WeChat answered. */
  async keepPrepay(tx: Tx, paymentId: string, prepayId: string, now: Date): Promise<boolean> {
    const written = await tx.execute(
      "UPDATE payments_payment SET prepay_id = ?, prepaid_at = ?, updated_at = ? WHERE id = ? AND state = 'paying'",
      [prepayId, now, now, paymentId],
    );
    return written.affectedRows === 1;
  }

  async settle(tx: Tx, paymentId: string, as: SettledAs, now: Date): Promise<boolean> {
    const written = await tx.execute(
      `UPDATE payments_payment SET state = 'paid', late = ?, transaction_id = ?, payer_fen = ?, paid_at = ?, settled_by = ?,
              check_at = NULL, updated_at = ?
        WHERE id = ? AND state IN (?)`,
      [as.late ? 1 : 0, as.transactionId, as.payerFen, as.paidAt, as.settledBy, now, paymentId, as.from],
    );
    return written.affectedRows === 1;
  }

  async close(tx: Tx, paymentId: string, now: Date): Promise<boolean> {
    const written = await tx.execute(
      `UPDATE payments_payment SET state = 'closed', check_at = NULL, updated_at = ?
        WHERE id = ? AND state IN ('created', 'paying')`,
      [now, paymentId],
    );
    return written.affectedRows === 1;
  }

  /** Its time is over now: the sweep closes it. False when it is not open. */
  async expire(tx: Tx, paymentNo: string, now: Date): Promise<boolean> {
    const written = await tx.execute(
      `UPDATE payments_payment SET expires_at = LEAST(expires_at, ?), check_at = ?, updated_at = ?
        WHERE payment_no = ? AND state IN ('created', 'paying')`,
      [now, now, now, paymentNo],
    );
    return written.affectedRows === 1;
  }

  /** Sets money aside for a refund; false when so much is not left. The condition, not what was read before, decides. */
  async reserve(tx: Tx, paymentId: string, amountFen: Fen, now: Date): Promise<boolean> {
    const written = await tx.execute(
      `UPDATE payments_payment SET reserved_fen = reserved_fen + ?, refunds = refunds + 1, updated_at = ?
        WHERE id = ? AND state IN ('paid', 'partially-refunded') AND amount_fen - reserved_fen >= ?`,
      [amountFen, now, paymentId, amountFen],
    );
    return written.affectedRows === 1;
  }

  /** What was set aside did not go back and is not on its way. */
  async release(tx: Tx, paymentId: string, amountFen: Fen, now: Date): Promise<boolean> {
    const written = await tx.execute(
      `UPDATE payments_payment SET reserved_fen = reserved_fen - ?, updated_at = ?
        WHERE id = ? AND reserved_fen - refunded_fen >= ?`,
      [amountFen, now, paymentId, amountFen],
    );
    return written.affectedRows === 1;
  }

  /** What was set aside went back. */
  async addRefunded(tx: Tx, paymentId: string, amountFen: Fen, state: PaymentState, now: Date): Promise<boolean> {
    const written = await tx.execute(
      `UPDATE payments_payment SET refunded_fen = refunded_fen + ?, state = ?, updated_at = ?
        WHERE id = ? AND state IN ('paid', 'partially-refunded') AND refunded_fen + ? <= reserved_fen`,
      [amountFen, state, now, paymentId, amountFen],
    );
    return written.affectedRows === 1;
  }

  /** Up to `limit` payments about which WeChat is to be asked; another sweep that runs beside takes others. */
  async due(tx: Tx, now: Date, limit: number): Promise<Payment[]> {
    const rows = await tx.query<Row>(
      `SELECT ${COLUMNS} FROM payments_payment WHERE check_at <= ? ORDER BY check_at LIMIT ? FOR UPDATE SKIP LOCKED`,
      [now, limit],
    );
    return rows.map(toPayment);
  }

  async checkAgain(tx: Tx, paymentId: string, at: Date): Promise<void> {
    await tx.execute('UPDATE payments_payment SET check_at = ?, checks = checks + 1 WHERE id = ?', [at, paymentId]);
  }
}

const toPayment = (row: Row): Payment => ({
  ...row,
  amountFen: num(row.amountFen),
  reservedFen: num(row.reservedFen),
  refundedFen: num(row.refundedFen),
});

const one = ([row]: Row[]): Payment | null => (row ? toPayment(row) : null);
