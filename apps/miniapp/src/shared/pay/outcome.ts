import type { SheetWord } from '@/platform';

/**
 * What became of a payment. paid: the server says so. confirming: the sheet says so, WeChat has not told the server yet.
 * cancelled, failed: nothing was paid, and it can be paid again. closed: nobody can pay it any more. returned: all of it goes back.
 */
export type PayOutcome = 'paid' | 'confirming' | 'cancelled' | 'failed' | 'closed' | 'returned';

/** A payment as the server tells of it. */
export interface ToldPayment {
  readonly state: 'created' | 'paying' | 'paid' | 'partially-refunded' | 'refunded' | 'closed';
  readonly amountFen: number;
  readonly reservedFen: number;
}

/** The server's word decides; the sheet's word only says what an open payment waits for. */
export const outcomeOf = (word: SheetWord, { state, amountFen, reservedFen }: ToldPayment): PayOutcome => {
  if (state === 'closed') return 'closed';
  if (state !== 'created' && state !== 'paying') return reservedFen >= amountFen ? 'returned' : 'paid';
  return word === 'ok' ? 'confirming' : word;
};

/** 14:05 until an instant; null once it is there. */
export const leftUntil = (until: string, now: number): string | null => {
  const seconds = Math.ceil((new Date(until).getTime() - now) / 1000);
  if (seconds <= 0) return null;
  const two = (value: number): string => (value < 10 ? `0${value}` : String(value));
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
};
