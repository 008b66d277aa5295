import type { MemberId } from '@fanloop/kernel';
import type { PersonalDataSource } from '@fanloop/members';
import { num, Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';

interface Row {
  paymentNo: string;
  description: string;
  amountFen: string;
  refundedFen: string;
  state: string;
  transactionId: string | null;
  createdAt: Date;
  paidAt: Date | null;
}

/** Every payment of a member, for the member's own export. */
@Injectable()
export class PaymentsPersonalData implements PersonalDataSource {
  readonly context = 'payments';

  constructor(private readonly reader: Reader) {}

  async personalDataOf(memberId: MemberId): Promise<unknown> {
    const rows = await this.reader.query<Row>(
      `SELECT payment_no AS paymentNo, description, amount_fen AS amountFen, refunded_fen AS refundedFen, state,
              transaction_id AS transactionId, created_at AS createdAt, paid_at AS paidAt
         FROM payments_payment WHERE member_id = ? ORDER BY id`,
      [memberId],
    );
    return rows.map((row) => ({ ...row, amountFen: num(row.amountFen), refundedFen: num(row.refundedFen) }));
  }
}
