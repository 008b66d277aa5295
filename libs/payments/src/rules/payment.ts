import { type Fen, isWholeWithin, type MemberId } from '@fanloop/kernel';

/** created: nobody was asked to pay. paying: WeChat knows the order. The rest is what became of it. */
export type PaymentState = 'created' | 'paying' | 'paid' | 'partially-refunded' | 'refunded' | 'closed';

export interface Payment {
  readonly paymentId: string;
  /** Ours, with WeChat: 24 random signs. */
  readonly paymentNo: string;
  /** Which context's order, and which of them: together unique. */
  readonly purpose: string;
  readonly reference: string;
  readonly memberId: MemberId;
  readonly description: string;
  readonly amountFen: Fen;
  readonly state: PaymentState;
  /** Nobody can pay from then on. */
  readonly expiresAt: Date;
  readonly prepayId: string | null;
  readonly prepaidAt: Date | null;
  /** WeChat's number. */
  readonly transactionId: string | null;
  readonly paidAt: Date | null;
  /** Asked to go back, and not given up: never more than `amountFen`. */
  readonly reservedFen: Fen;
  /** Gone back. */
  readonly refundedFen: Fen;
  readonly refunds: number;
  /** How often WeChat was asked about it. */
  readonly checks: number;
}

export const isOpen = (state: PaymentState): boolean => state === 'created' || state === 'paying';

export interface NewPayment {
  readonly purpose: string;
  readonly reference: string;
  readonly memberId: MemberId;
  /** The shopper reads it in WeChat's bill. */
  readonly description: string;
  readonly amountFen: Fen;
  readonly expiresAt: Date;
}

const MOST_FEN = 100_000_000;
const PURPOSE = /^[a-z][a-z0-9.-]{2,31}$/;
const REFERENCE = /^[\x21-\x7e]{1,96}$/;
const LONGEST_DESCRIPTION = 127;

/** What keeps a payment from being started; null when nothing does. A price of nothing is not paid, so it is refused. */
export const problemOf = (payment: NewPayment, now: Date): string | null => {
  const { amountFen, description, expiresAt, purpose, reference } = payment;
  if (!isWholeWithin(amountFen, 1, MOST_FEN)) return 'amountFen';
  if (description.trim() === '' || [...description].length > LONGEST_DESCRIPTION) return 'description';
  if (!PURPOSE.test(purpose)) return 'purpose';
  if (!REFERENCE.test(reference)) return 'reference';
  return expiresAt > now ? null : 'expiresAt';
};

/** The same order again asks for the same money from the same person. */
export const isSameOrder = (known: Payment, asked: NewPayment): boolean =>
  known.memberId === asked.memberId && known.amountFen === asked.amountFen;
