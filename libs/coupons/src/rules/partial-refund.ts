import { type CouponId, type Fen, formatFen, mulDivFloor, splitByLargestRemainder } from '@fanloop/kernel';
import type { BasketLine } from './basket';
import { eligibility } from './basket';
import { eligibleSum, piecesNeeded, piecesOf, take } from './benefit';
import { type Combinable, inOrder } from './combination';
import { whyTooLittle } from './discount';

/** A coupon of a purchase that is refunded in part. */
export interface UsedCoupon extends Combinable {
  /** What it took off each line of the purchase, in its order. */
  readonly lineDiscounts: readonly Fen[];
  /** What refunds have kept back for it so far. */
  readonly keptBackFen: Fen;
}

/** A line of the purchase as it stands after the refund. `amountFen` was paid, after all discounts. */
export interface StandingLine extends BasketLine {
  readonly refundedFen: Fen;
  readonly refundedQuantity: number;
}

/** What refunds so far, this one included, must have kept back for one coupon, and why. */
export interface Due {
  readonly couponId: CouponId;
  readonly dueFen: Fen;
  readonly why: string | null;
}

/**
 * Each line that stays keeps its own share of each discount, whatever else goes back (C8). Where the rest no longer reaches what a
 * coupon asks for, the terms say whether the shares stay (`keep`) or are taken from the refund's money (`deduct`). Only the
 * standing lines decide, so several refunds end where one refund of their sum does. When nothing stays, nothing is due.
 */
export const duesOf = (coupons: readonly UsedCoupon[], lines: readonly StandingLine[]): Due[] => {
  const used = inOrder(coupons);
  const shares = used.map(({ lineDiscounts }) => lines.map((line, i) => staying(lineDiscounts[i] ?? 0, line)));
  // What the shopper keeps, at the price before the coupons.
  let rest = lines.map((line, i) => ({
    ...line,
    quantity: line.quantity - line.refundedQuantity,
    amountFen: shares.reduce((sum, own) => sum + own[i]!, line.amountFen - line.refundedFen),
  }));
  return used.map((coupon, n) => {
    const own = shares[n]!;
    const sharedFen = own.reduce((sum, share) => sum + share, 0);
    const { earnedFen, why } = stillEarned(coupon, rest, sharedFen);
    const kept = splitByLargestRemainder(earnedFen, own);
    rest = rest.map((line, i) => ({ ...line, amountFen: line.amountFen - kept[i]! }));
    return { couponId: coupon.couponId, dueFen: sharedFen - earnedFen, why };
  });
};

/** The part of a line's share that stays with it: by its money, and where nothing was paid for it, by its pieces. */
const staying = (share: Fen, line: StandingLine): Fen =>
  line.amountFen > 0
    ? mulDivFloor(share, line.amountFen - line.refundedFen, line.amountFen)
    : mulDivFloor(share, line.quantity - line.refundedQuantity, Math.max(1, line.quantity));

const stillEarned = (
  { terms }: UsedCoupon,
  lines: readonly BasketLine[],
  sharedFen: Fen,
): { earnedFen: Fen; why: string | null } => {
  const covered = eligibility(terms.scope, lines);
  const eligibleFen = eligibleSum(lines, covered);
  const pieces = piecesOf(lines, covered);
  if (sharedFen === 0 || eligibleFen === 0) return { earnedFen: sharedFen, why: null };
  const short = whyTooLittle(terms, eligibleFen, pieces);
  const reached = short ? 0 : terms.kind === 'steps' ? stepFen(terms, lines, eligibleFen, covered) : sharedFen;
  if (reached >= sharedFen) return { earnedFen: sharedFen, why: null };
  const left =
    short?.code === 'PiecesMissing' ? `${pieces} 件，不足 ${piecesNeeded(terms)} 件` : moneyLeft(eligibleFen, reached);
  const head = `${terms.name}：退后适用商品剩 ${left}，`;
  if (terms.belowThreshold === 'keep') return { earnedFen: sharedFen, why: `${head}其余商品仍享已得的优惠` };
  return { earnedFen: reached, why: `${head}扣回优惠 ${formatFen(sharedFen - reached)}` };
};

const moneyLeft = (eligibleFen: Fen, reachedFen: Fen): string =>
  reachedFen > 0 ? `${formatFen(eligibleFen)}，只够减 ${formatFen(reachedFen)}` : `${formatFen(eligibleFen)}，不满门槛`;

const stepFen = (
  terms: UsedCoupon['terms'],
  lines: readonly BasketLine[],
  eligibleFen: Fen,
  covered: readonly boolean[],
): Fen =>
  take(terms, { lines, covered, eligibleFen, deliveryFen: 0 }).lineDiscounts.reduce((sum, share) => sum + share, 0);

export interface Settlement {
  /** Kept back from this refund's money; below zero: what earlier refunds kept back is given back. */
  readonly deductedFen: Fen;
  /** What each coupon has kept back from now on. */
  readonly keptBack: readonly { readonly couponId: CouponId; readonly fen: Fen }[];
  /** In the words of the till. */
  readonly why: readonly string[];
}

/** @param moneyFen what this refund can give at most: it never takes money from the shopper, and takes later what it could not */
export const settle = (coupons: readonly UsedCoupon[], lines: readonly StandingLine[], moneyFen: Fen): Settlement => {
  const dues = duesOf(coupons, lines);
  const before = coupons.reduce((sum, { keptBackFen }) => sum + keptBackFen, 0);
  const due = dues.reduce((sum, { dueFen }) => sum + dueFen, 0);
  const deductedFen = Math.min(due - before, moneyFen);
  let left = before + deductedFen;
  const keptBack = dues.map(({ couponId, dueFen }) => {
    const fen = Math.min(dueFen, left);
    left -= fen;
    return { couponId, fen };
  });
  const why = dues.flatMap((one) => one.why ?? []);
  return {
    deductedFen,
    keptBack,
    why: deductedFen < 0 ? [...why, `先前扣回的优惠 ${formatFen(-deductedFen)} 一并退还`] : why,
  };
};
