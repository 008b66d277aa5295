import { accept, type Day, daysBetween, type Fen, mulDivFloor, type Outcome, reject } from '@fanloop/kernel';
import { daysOf, type Period } from './period';
import type { UsedCouponRule } from './plan';
import { refuse } from './refusals';

export interface RefundQuestion extends Pick<Period, 'startsOn' | 'lastOn'> {
  readonly priceFen: Fen;
  readonly today: Day;
  readonly usedCoupons: UsedCouponRule;
  /** What the welcome coupons that were used are worth together, and how many they are. */
  readonly used: { readonly count: number; readonly worthFen: Fen };
}

export interface RefundSum {
  readonly amountFen: Fen;
  /** Days of the card, and those of them that are left: today has begun and counts as used. */
  readonly daysTotal: number;
  readonly daysLeft: number;
  /** What the days that are left are worth, before used coupons. */
  readonly daysFen: Fen;
  readonly deductedFen: Fen;
  /** It has not begun: the whole price. */
  readonly isWhole: boolean;
}

/**
 * What a card is worth when it is given back: the price times the days left, divided by its days, rounded down to a fen. Whatever begins
 * counts as used, so it is one division of one amount and nothing is left to distribute. A card that has not begun goes back whole.
 * Refuses CouponUsedUp, NothingToRefund.
 */
export const refundOf = (question: RefundQuestion): Outcome<RefundSum> => {
  const { priceFen, startsOn, lastOn, today, used } = question;
  const daysTotal = daysOf({ startsOn, lastOn });
  if (today < startsOn)
    return accept({
      amountFen: priceFen,
      daysTotal,
      daysLeft: daysTotal,
      daysFen: priceFen,
      deductedFen: 0,
      isWhole: true,
    });
  if (question.usedCoupons === 'forbid' && used.count > 0) return reject(refuse('CouponUsedUp'));
  const daysLeft = Math.max(0, daysBetween(today, lastOn));
  const daysFen = mulDivFloor(priceFen, daysLeft, daysTotal);
  const deductedFen = question.usedCoupons === 'deduct' ? Math.min(daysFen, used.worthFen) : 0;
  const amountFen = daysFen - deductedFen;
  if (amountFen < 1) return reject(refuse('NothingToRefund'));
  return accept({ amountFen, daysTotal, daysLeft, daysFen, deductedFen, isWhole: false });
};
