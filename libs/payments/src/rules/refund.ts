import { addDays, type Fen, isWhole, type Refusal } from '@fanloop/kernel';
import type { Payment, PaymentState } from './payment';
import { refuse } from './refusals';

/** requested: not sent yet, or not accepted. processing: WeChat has it. */
export type RefundState = 'requested' | 'processing' | 'succeeded' | 'failed';

export interface Refund {
  readonly refundId: string;
  readonly paymentId: string;
  readonly refundNo: string;
  /** As whoever asked for it names it: unique within the payment. */
  readonly reference: string;
  readonly amountFen: Fen;
  readonly reason: string;
  readonly state: RefundState;
  /** WeChat's code, for a failed one. */
  readonly failure: string | null;
  readonly checks: number;
}

/** WeChat's limits. */
export const MOST_REFUNDS = 50;
const LONGEST_DAYS = 365;

export const leftFen = (payment: Pick<Payment, 'amountFen' | 'reservedFen'>): Fen =>
  payment.amountFen - payment.reservedFen;

/** Why no refund of this size may be asked for, or null. */
export const whyNotRefundable = (payment: Payment, amountFen: Fen, now: Date): Refusal | null => {
  if (!isWhole(amountFen)) return refuse('RefundAmountInvalid');
  if (payment.state !== 'paid' && payment.state !== 'partially-refunded') return refuse('NotRefundable');
  if (amountFen < 1) return refuse('RefundAmountInvalid');
  if (amountFen > leftFen(payment)) return refuse('RefundTooLarge', { left: leftFen(payment) });
  if (payment.refunds >= MOST_REFUNDS) return refuse('TooManyRefunds', { limit: MOST_REFUNDS });
  return payment.paidAt && addDays(payment.paidAt, LONGEST_DAYS) > now ? null : refuse('RefundTooLate');
};

/** After `refundedFen` in all have gone back. */
export const stateAfter = (amountFen: Fen, refundedFen: Fen): PaymentState =>
  refundedFen >= amountFen ? 'refunded' : 'partially-refunded';

/** What WeChat tells of a refund. */
export interface RefundFact {
  /** Answers to our own calls do not name it. */
  readonly merchantId: string | null;
  readonly paymentNo: string;
  readonly refundFen: Fen;
  readonly totalFen: Fen;
  readonly status: 'SUCCESS' | 'CLOSED' | 'PROCESSING' | 'ABNORMAL';
}

/** Why WeChat's word is not about this refund, or null. */
export const differenceOf = (
  refund: Pick<Refund, 'amountFen'>,
  payment: Pick<Payment, 'amountFen' | 'paymentNo'>,
  fact: RefundFact,
  merchantId: string,
): Refusal | null => {
  const differs = (what: string): Refusal => refuse('RefundDiffers', { what });
  if (fact.merchantId !== null && fact.merchantId !== merchantId) return differs('merchant');
  if (fact.paymentNo !== payment.paymentNo) return differs('number');
  if (fact.refundFen !== refund.amountFen) return differs('amount');
  return fact.totalFen === payment.amountFen ? null : differs('total');
};

/** Money that no card takes (ABNORMAL) is out of our hands and stays reserved; what was never on its way is free again. */
export const staysReserved = (failure: string): boolean => failure === 'ABNORMAL';

/** Not a no: the balance is filled up, a right is given, a key is mended; then the same refund goes through. */
const WAITS = ['NOT_ENOUGH', 'SYSTEM_ERROR', 'FREQUENCY_LIMITED', 'RATELIMIT_EXCEEDED', 'SIGN_ERROR', 'NO_AUTH'];
export const mayStillGoThrough = (code: string | null): boolean => code === null || WAITS.includes(code);
