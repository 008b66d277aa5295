import { addMs } from '@fanloop/kernel';

const FIRST_MS = 10_000;
const LONGEST_MS = 300_000;
const CLOSING_MS = 15_000;
const REFUND_FIRST_MS = 30_000;
const REFUND_LONGEST_MS = 3_600_000;

const doubled = (first: number, longest: number, times: number): number =>
  Math.min(longest, first * 2 ** Math.min(times, 20));

/** When WeChat is asked next about a payment: after 10 s, 20 s, 40 s … 5 min, and at its end; then each 15 s until it is closed. */
export const nextPaymentCheck = (payment: { readonly expiresAt: Date; readonly checks: number }, now: Date): Date => {
  if (now >= payment.expiresAt) return addMs(now, CLOSING_MS);
  const waitMs = doubled(FIRST_MS, LONGEST_MS, payment.checks);
  return addMs(now, Math.min(waitMs, payment.expiresAt.getTime() - now.getTime()));
};

/** When a refund is looked at next: after 30 s, 1 min … 1 h, for as long as it takes. */
export const nextRefundCheck = (checks: number, now: Date): Date =>
  addMs(now, doubled(REFUND_FIRST_MS, REFUND_LONGEST_MS, checks));

/** A prepay id is good for two hours; a little before its end another one is fetched. */
const PREPAY_MS = 110 * 60_000;
export const isPrepayFresh = (prepaidAt: Date | null, now: Date): boolean =>
  prepaidAt !== null && now.getTime() - prepaidAt.getTime() < PREPAY_MS;
