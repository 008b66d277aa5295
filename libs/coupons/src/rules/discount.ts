import type { Fen, Outcome } from '@fanloop/kernel';
import { accept, formatFen, reject, splitByLargestRemainder } from '@fanloop/kernel';
import type { Basket } from './basket';
import { coversStore, eligibility, linesSound, sumOf } from './basket';
import { refuse } from './refusals';
import type { CouponTerms } from './terms';

export interface Discount {
  readonly discountFen: Fen;
  /** One share for each line of the basket, in its order; they sum to `discountFen`. */
  readonly lineDiscounts: readonly Fen[];
}

/**
 * What the terms take off a basket, or why nothing. Threshold and discount look at the eligible lines only (C7); the
 * discount never exceeds them, and is split over them by the largest remainder, so that no fen appears or vanishes.
 */
export const discountOf = (terms: CouponTerms, basket: Basket): Outcome<Discount> => {
  if (!linesSound(basket.lines)) return reject(refuse('LinesInvalid'));
  if (!coversStore(terms.scope, basket.storeId)) return reject(refuse('StoreNotCovered'));
  const covered = eligibility(terms.scope, basket.lines);
  const eligibleFen = sumOf(basket.lines.filter((_, i) => covered[i]));
  if (eligibleFen === 0) return reject(refuse('NoEligibleLines'));
  const missingFen = terms.thresholdFen - eligibleFen;
  if (missingFen > 0) return reject(refuse('ThresholdNotMet', { missing: formatFen(missingFen), missingFen }));
  const discountFen = Math.min(terms.amountFen, eligibleFen);
  const weights = basket.lines.map((line, i) => (covered[i] ? line.amountFen : 0));
  return accept({ discountFen, lineDiscounts: splitByLargestRemainder(discountFen, weights) });
};
