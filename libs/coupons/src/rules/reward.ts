import type { Outcome, Refusal } from '@fanloop/kernel';

/** `limited`: the member has as many as the template allows, or it would be over already; nobody needs to look at it. */
export type RewardState = 'issued' | 'limited' | 'refused' | 'withdrawn' | 'dismissed';

/** Refusals that are the programme's own doing, not somebody's oversight. */
const EXPECTED = ['ClaimLimitReached', 'CouponExpired'];

export const stateOf = (outcome: Outcome<unknown>): { state: RewardState; refusal: string | null } => {
  if (outcome.ok) return { state: 'issued', refusal: null };
  const { code }: Refusal = outcome.refusal;
  return { state: EXPECTED.includes(code) ? 'limited' : 'refused', refusal: code };
};

const LATE_MS = 3 * 86_400_000;

/**
 * When a rewarded coupon counts as claimed: now, where the handling is at most three days late, so that its days are whole; at
 * the event's own time where history is imported.
 */
export const claimedAt = (at: Date, now: Date): Date => (now.getTime() - at.getTime() <= LATE_MS ? now : at);
