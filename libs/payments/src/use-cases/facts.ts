import { domainEvent } from '@fanloop/events';
import type { Payment } from '../rules/payment';
import type { Refund } from '../rules/refund';

/** What every event tells of a payment. */
export const factOf = (payment: Payment, at: Date) => {
  const { paymentNo, purpose, reference, memberId, amountFen } = payment;
  return { paymentNo, purpose, reference, memberId, amountFen, at: at.toISOString() };
};

export const closedEvent = (payment: Payment, at: Date) =>
  domainEvent('payments.payment-closed.v1', factOf(payment, at), at);

/** The same for a refund: the amount is the refund's. */
export const refundFactOf = (payment: Payment, refund: Refund, at: Date) => ({
  ...factOf(payment, at),
  amountFen: refund.amountFen,
  refundNo: refund.refundNo,
  refundReference: refund.reference,
});
