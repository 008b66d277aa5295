import type { Fen, MemberId } from '@fanloop/kernel';
import { Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { PaymentState } from '../rules/payment';
import { refuse } from '../rules/refusals';
import { PaymentRepository } from '../store/payment.repository';

/** A payment as the member who makes it sees it. */
export interface MyPayment {
  readonly paymentNo: string;
  readonly description: string;
  readonly amountFen: Fen;
  readonly state: PaymentState;
  readonly expiresAt: Date;
  readonly paidAt: Date | null;
  /** On its way back, or back already. */
  readonly reservedFen: Fen;
  readonly refundedFen: Fen;
}

@Injectable()
export class MyPaymentRead {
  constructor(
    private readonly reader: Reader,
    private readonly payments: PaymentRepository,
  ) {}

  /** Refuses PaymentNotFound, for somebody else's as well. */
  async of(paymentNo: string, memberId: MemberId): Promise<MyPayment> {
    const payment = await this.payments.find(this.reader, paymentNo);
    if (!payment || payment.memberId !== memberId) throw refuse('PaymentNotFound');
    const { description, amountFen, state, expiresAt, paidAt, reservedFen, refundedFen } = payment;
    return { paymentNo, description, amountFen, state, expiresAt, paidAt, reservedFen, refundedFen };
  }
}
