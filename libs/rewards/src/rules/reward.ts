import type { Refusal, StoreId } from '@fanloop/kernel';
import { refuse } from './refusals';

/**
 * reserved: points and stock are taken, the part in ¥ is not paid yet; ready: waits in the store; delivered: was handed over by
 * the system at once (coupon, code, donation).
 */
export const REWARD_STATES = ['reserved', 'ready', 'picked-up', 'delivered', 'cancelled', 'expired'] as const;
export type RewardState = (typeof REWARD_STATES)[number];

/** not-paid: the time to pay ran out; undeliverable: it was paid, and then there was nothing to hand out. */
export const CANCEL_CAUSES = ['member', 'manager', 'expired', 'account-closed', 'not-paid', 'undeliverable'] as const;
export type CancelCause = (typeof CANCEL_CAUSES)[number];

/** How long an item is kept for somebody who has not paid yet. */
export const RESERVED_MS = 15 * 60_000;
/** The payment's purpose; its reference is the reward's number. */
export const REWARD_PURPOSE = 'rewards.reward';

export interface HeldReward {
  readonly state: RewardState;
  /** The first instant at which it is no longer kept; null where nothing waits. */
  readonly expiresAt: Date | null;
  readonly endedAt: Date | null;
}

const isOver = ({ expiresAt }: HeldReward, now: Date): boolean => expiresAt !== null && now >= expiresAt;

/**
 * Why it may not be handed over here and now. What happened before comes first: a second attempt is told of the first.
 * @param storeIds where it is picked up; null: everywhere
 */
export const whyNotPickUp = (
  reward: HeldReward,
  place: { readonly storeId: StoreId; readonly storeIds: readonly StoreId[] | null },
  now: Date,
): Refusal | null => {
  const refusal = whyNotWaiting(reward, now);
  if (refusal) return refusal;
  return place.storeIds === null || place.storeIds.includes(place.storeId) ? null : refuse('NotInThisStore');
};

/**
 * Why it does not wait any more, and so can neither be handed over nor be cancelled. What lies there beyond its time is
 * expired, also when the sweep has not come by yet.
 */
export const whyNotWaiting = (reward: HeldReward, now: Date): Refusal | null => {
  if (reward.state === 'reserved') return refuse('RewardUnpaid');
  if (reward.state === 'picked-up') return refuse('RewardPickedUp', { at: reward.endedAt?.toISOString() ?? null });
  if (reward.state === 'cancelled') return refuse('RewardCancelled');
  if (reward.state === 'delivered') return refuse('RewardDelivered');
  if (reward.state === 'expired' || isOver(reward, now)) return refuse('RewardExpired');
  return null;
};

/** Why it cannot be cancelled. What is reserved can be, also beyond its time: the payment alone says when that is over. */
export const whyNotCancel = (reward: HeldReward, now: Date): Refusal | null =>
  reward.state === 'reserved' ? null : whyNotWaiting(reward, now);

/** It was given back: whoever pays for it now gets the money back. */
export const isGivenBack = (state: RewardState): boolean => state === 'cancelled' || state === 'expired';

/** What screens show: time decides, not the sweep. */
export const shownState = (reward: HeldReward, now: Date): RewardState =>
  reward.state === 'ready' && isOver(reward, now) ? 'expired' : reward.state;
