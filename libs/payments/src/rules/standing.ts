import type { Fen } from '@fanloop/kernel';
import type { PaymentState } from './payment';
import { type RefundState, staysReserved } from './refund';

export interface RefundOutline {
  readonly amountFen: Fen;
  readonly state: RefundState;
  readonly failure: string | null;
}

/** Money on its way back, in one word: failed where a person has to see to it. */
export interface RefundStanding {
  readonly state: 'processing' | 'succeeded' | 'failed';
  readonly amountFen: Fen;
}

/** How the payment of an order stands, for whoever shows the order. */
export interface PaymentStanding {
  readonly paymentNo: string;
  readonly state: PaymentState;
  readonly amountFen: Fen;
  readonly expiresAt: Date;
  /** Null where nothing was asked to go back. */
  readonly refund: RefundStanding | null;
}

/** WeChat cannot give it back by itself: no card takes it. */
export const needsPerson = ({ state, failure }: Pick<RefundOutline, 'state' | 'failure'>): boolean =>
  state === 'failed' && failure !== null && staysReserved(failure);

/** Several refunds of one payment as one: the one that needs somebody comes first, then what is on its way. */
export const refundStanding = (refunds: readonly RefundOutline[]): RefundStanding | null => {
  const [latest] = refunds.slice(-1);
  if (!latest) return null;
  // What WeChat refused for good never left: only its successor counts.
  const alive = refunds.filter((refund) => refund.state !== 'failed' || needsPerson(refund));
  if (alive.length === 0) return { state: 'failed', amountFen: latest.amountFen };
  const amountFen = alive.reduce((sum, refund) => sum + refund.amountFen, 0);
  if (alive.some(needsPerson)) return { state: 'failed', amountFen };
  const done = alive.every(({ state }) => state === 'succeeded');
  return { state: done ? 'succeeded' : 'processing', amountFen };
};
