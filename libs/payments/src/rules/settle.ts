import { accept, type Fen, type Outcome, reject } from '@fanloop/kernel';
import { isOpen, type Payment } from './payment';
import { refuse } from './refusals';

/** What WeChat tells of an order that was paid. */
export interface PaidFact {
  readonly merchantId: string;
  readonly appId: string;
  readonly paymentNo: string;
  readonly transactionId: string | null;
  /** The price, before WeChat's own coupons. */
  readonly amountFen: Fen | null;
  readonly currency: string;
}

export interface Merchant {
  readonly merchantId: string;
  readonly appId: string;
}

/** paid: in time. late: the payment was closed, so the money goes back. already: told before. */
export type Settlement = 'paid' | 'late' | 'already';

/**
 * What a verified word of WeChat makes of a payment. Whoever it names as merchant, app or amount must be ours: a signature
 * says that WeChat wrote it, not that it is about this order. Refuses PaymentDiffers.
 */
export const settle = (payment: Payment, fact: PaidFact, merchant: Merchant): Outcome<Settlement> => {
  const what = differenceOf(payment, fact, merchant);
  if (what) return reject(refuse('PaymentDiffers', { what }));
  if (isOpen(payment.state)) return accept('paid');
  if (payment.state === 'closed') return accept('late');
  return payment.transactionId === fact.transactionId
    ? accept('already')
    : reject(refuse('PaymentDiffers', { what: 'transaction' }));
};

const differenceOf = (payment: Payment, fact: PaidFact, merchant: Merchant): string | null => {
  if (fact.merchantId !== merchant.merchantId) return 'merchant';
  if (fact.appId !== merchant.appId) return 'app';
  if (fact.paymentNo !== payment.paymentNo) return 'number';
  if (fact.amountFen !== payment.amountFen) return 'amount';
  if (fact.currency !== 'CNY') return 'currency';
  return fact.transactionId ? null : 'transaction';
};
