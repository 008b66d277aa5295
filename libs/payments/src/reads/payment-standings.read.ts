import { num, Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { PaymentState } from '../rules/payment';
import type { RefundState } from '../rules/refund';
import { type PaymentStanding, type RefundOutline, refundStanding } from '../rules/standing';

interface Row {
  paymentId: string;
  reference: string;
  paymentNo: string;
  state: PaymentState;
  amountFen: string;
  expiresAt: Date;
}

interface RefundRow {
  paymentId: string;
  amountFen: string;
  state: RefundState;
  failure: string | null;
}

/** How the payments of many orders stand, with their refunds. */
@Injectable()
export class PaymentStandings {
  constructor(private readonly reader: Reader) {}

  /** By reference; an order without a payment is left out. */
  async of(purpose: string, references: readonly string[]): Promise<Map<string, PaymentStanding>> {
    if (references.length === 0) return new Map();
    const rows = await this.reader.query<Row>(
      `SELECT id AS paymentId, reference, payment_no AS paymentNo, state, amount_fen AS amountFen, expires_at AS expiresAt
         FROM payments_payment WHERE purpose = ? AND reference IN (?)`,
      [purpose, references],
    );
    const refunds = await this.refundsOf(rows.map((row) => row.paymentId));
    return new Map(
      rows.map(({ paymentId, reference, amountFen, ...row }) => {
        const refund = refundStanding(refunds.get(paymentId) ?? []);
        return [reference, { ...row, amountFen: num(amountFen), refund }];
      }),
    );
  }

  /** Oldest first. */
  private async refundsOf(paymentIds: readonly string[]): Promise<Map<string, RefundOutline[]>> {
    const found = new Map<string, RefundOutline[]>();
    if (paymentIds.length === 0) return found;
    const rows = await this.reader.query<RefundRow>(
      `SELECT payment_id AS paymentId, amount_fen AS amountFen, state, failure FROM payments_refund
        WHERE payment_id IN (?) ORDER BY id`,
      [paymentIds],
    );
    for (const { paymentId, amountFen, ...row } of rows)
      found.set(paymentId, [...(found.get(paymentId) ?? []), { ...row, amountFen: num(amountFen) }]);
    return found;
  }
}
