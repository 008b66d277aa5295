import { addDays, type Day, type Refusal } from '@fanloop/kernel';
import { refuse } from './refusals';

/**
 * ordered: waits for its payment. upcoming: paid, begins after the card that it renews. active: runs. ended: its time is over.
 * refunded: given back, for the rest of its days or as a whole. closed: nobody paid in time.
 */
export const CARD_STATES = ['ordered', 'upcoming', 'active', 'ended', 'refunded', 'closed'] as const;
export type CardState = (typeof CARD_STATES)[number];

/** Who gave it back. not-honoured: the money came, and the card could not begin (the account or the tier is gone). */
export const REFUND_CAUSES = ['member', 'staff', 'account-closed', 'not-honoured'] as const;
export type RefundCause = (typeof REFUND_CAUSES)[number];

/** What decisions look at. Days are of the brand's zone; both are counted. */
export interface HeldCard {
  readonly state: CardState;
  readonly startsOn: Day | null;
  readonly lastOn: Day | null;
}

/** What screens show and refunds go by: time decides, not the sweep. */
export const shownState = ({ state, startsOn, lastOn }: HeldCard, today: Day): CardState => {
  if (state !== 'upcoming' && state !== 'active') return state;
  if (lastOn !== null && lastOn < today) return 'ended';
  return startsOn !== null && startsOn <= today ? 'active' : 'upcoming';
};

/** Paid, and not over: those that a new card of the same kind waits for. */
export const isLive = (card: HeldCard, today: Day): boolean => ['upcoming', 'active'].includes(shownState(card, today));

/** WeChat takes nothing back later than this. */
const LONGEST_DAYS = 365;

/** Why a card cannot be given back now, whatever the amount; null where nothing is in the way. */
export const whyNotRefund = (
  card: HeldCard & { readonly paidAt: Date | null },
  at: { readonly now: Date; readonly today: Day; readonly isRenewed: boolean },
): Refusal | null => {
  const state = shownState(card, at.today);
  if (state === 'refunded') return refuse('CardRefunded');
  if (state === 'ordered' || state === 'closed') return refuse('CardNotPaid');
  if (state === 'ended') return refuse('CardEnded');
  if (at.isRenewed) return refuse('RenewalFirst');
  return card.paidAt !== null && addDays(card.paidAt, LONGEST_DAYS) > at.now ? null : refuse('RefundTooLong');
};

/** What is left of the stock, from what was sold of it. */
export const leftOf = (stockTotal: number | null, sold: number): number | null =>
  stockTotal === null ? null : Math.max(0, stockTotal - sold);
