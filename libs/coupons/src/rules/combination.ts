import { accept, byId, type CouponId, type Fen, type Outcome, reject } from '@fanloop/kernel';
import type { BasketLine, BasketNow } from './basket';
import { type Discount, discountOf } from './discount';
import { refuse } from './refusals';
import { apartText, byOrder, MOST_PER_PURCHASE, together } from './stacking';
import type { CouponTerms } from './terms';

/** A coupon as a combination sees it. */
export interface Combinable {
  readonly couponId: CouponId;
  readonly validUntil: Date;
  readonly terms: CouponTerms;
}

export interface Combination {
  /** In the order in which they work. */
  readonly parts: readonly { readonly couponId: CouponId; readonly discount: Discount }[];
  readonly discountFen: Fen;
  /** What all of them take off each line of the basket. */
  readonly lineDiscounts: readonly Fen[];
  /** One of them is for a first purchase: whoever records the purchase knows for certain whether it is one. */
  readonly firstPurchaseOnly: boolean;
}

/** The same coupons always work in the same order, whoever names them: by kind, then the sooner to end, then the older. */
export const inOrder = <C extends Combinable>(coupons: readonly C[]): C[] =>
  [...coupons].sort(
    (a, b) =>
      byOrder(a.terms, b.terms) || a.validUntil.getTime() - b.validUntil.getTime() || byId(a.couponId, b.couponId),
  );

/** What several coupons take off a basket together: each sees the lines that those before it have left. Or why they do not go together. */
export const combine = (coupons: readonly Combinable[], basket: BasketNow): Outcome<Combination> => {
  if (coupons.length > MOST_PER_PURCHASE) return reject(refuse('TooManyCoupons', { most: MOST_PER_PURCHASE }));
  for (const [i, one] of coupons.entries())
    for (const other of coupons.slice(i + 1))
      if (!together(one.terms, other.terms))
        return reject(refuse('CouponsApart', { why: apartText(one.terms, other.terms) }));
  let { lines, deliveryFen = 0 } = basket;
  const parts: { couponId: CouponId; discount: Discount }[] = [];
  for (const { couponId, terms } of inOrder(coupons)) {
    const judged = discountOf(terms, { ...basket, lines, deliveryFen });
    if (!judged.ok) return judged;
    parts.push({ couponId, discount: judged.value });
    lines = without(lines, judged.value.lineDiscounts);
    deliveryFen -= judged.value.deliveryFen;
  }
  return accept({
    parts,
    discountFen: parts.reduce((sum, { discount }) => sum + discount.discountFen, 0),
    lineDiscounts: basket.lines.map((line, i) => line.amountFen - lines[i]!.amountFen),
    firstPurchaseOnly: coupons.some(({ terms }) => terms.scope.firstPurchaseOnly),
  });
};

export const without = (lines: readonly BasketLine[], discounts: readonly Fen[]): BasketLine[] =>
  lines.map((line, i) => ({ ...line, amountFen: line.amountFen - discounts[i]! }));
