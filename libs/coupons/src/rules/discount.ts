import type { Fen, Outcome, Refusal } from '@fanloop/kernel';
import { accept, formatFen, reject } from '@fanloop/kernel';
import { type BasketNow, coversStore, eligibility, linesSound, STRANGER } from './basket';
import { eligibleSum, piecesNeeded, piecesOf, take } from './benefit';
import { refuse } from './refusals';
import type { CouponTerms } from './terms';
import { whyNotNow } from './use-times';

export interface Discount {
  /** Off the lines and the delivery together. */
  readonly discountFen: Fen;
  /** One share for each line of the basket, in its order; with `deliveryFen` they sum to `discountFen`. */
  readonly lineDiscounts: readonly Fen[];
  readonly deliveryFen: Fen;
  /** What is handed over besides. */
  readonly gift: string | null;
}

/** What the terms take off a basket, or why nothing. Threshold and discount look at the eligible lines only (C7). */
export const discountOf = (terms: CouponTerms, basket: BasketNow): Outcome<Discount> => {
  const { lines, deliveryFen = 0 } = basket;
  if (!linesSound(lines)) return reject(refuse('LinesInvalid'));
  const refusal = whyNotHere(terms, basket);
  if (refusal) return reject(refusal);
  const covered = eligibility(terms.scope, lines);
  const eligibleFen = eligibleSum(lines, covered);
  if (!covered.includes(true) || (eligibleFen === 0 && terms.kind !== 'gift')) return reject(refuse('NoEligibleLines'));
  const short = whyTooLittle(terms, eligibleFen, piecesOf(lines, covered));
  if (short) return reject(short);
  if (terms.kind === 'free-delivery' && deliveryFen === 0) return reject(refuse('NoDelivery'));
  const taken = take(terms, { lines, covered, eligibleFen, deliveryFen });
  const discountFen = taken.deliveryFen + taken.lineDiscounts.reduce((sum, share) => sum + share, 0);
  if (discountFen === 0 && terms.kind !== 'gift') return reject(refuse('NothingToTake'));
  return accept({ ...taken, discountFen, gift: terms.kind === 'gift' ? terms.gift : null });
};

/** Store, channel, shopper and moment. */
const whyNotHere = ({ scope, useTimes }: CouponTerms, basket: BasketNow): Refusal | null => {
  const { storeId, channel = 'store', shopper = STRANGER, wall } = basket;
  if (!coversStore(scope, storeId)) return refuse('StoreNotCovered');
  if (scope.channels && !scope.channels.includes(channel)) return refuse('ChannelNotCovered');
  if (scope.tiers && !scope.tiers.some(({ code }) => code === shopper.tier)) return refuse('TierNotCovered');
  if (scope.tags && !scope.tags.some(({ code }) => shopper.tags.includes(code))) return refuse('TagNotCovered');
  if (scope.firstPurchaseOnly && !shopper.firstPurchase) return refuse('FirstPurchaseOnly');
  const when = whyNotNow(useTimes, wall);
  return when === null ? null : refuse('NotAtThisTime', { when });
};

/** What the eligible lines lack. */
export const whyTooLittle = (terms: CouponTerms, eligibleFen: Fen, pieces: number): Refusal | null => {
  const threshold = Math.max(terms.thresholdFen, terms.kind === 'steps' ? terms.steps[0]!.thresholdFen : 0);
  const missingFen = threshold - eligibleFen;
  if (missingFen > 0) return refuse('ThresholdNotMet', { missing: formatFen(missingFen), missingFen });
  const missing = piecesNeeded(terms) - pieces;
  return missing > 0 ? refuse('PiecesMissing', { missing }) : null;
};
