import { isWhole } from '@fanloop/kernel';

/** What a refund does to money, points and coupon: the figures that a clerk sees before confirming, and states again then. */
export interface RefundFigures {
  /** Taken off the sale. */
  readonly amountFen: number;
  /** Kept back from the money for points that were spent already. The shopper gets `amountFen − deductedFen − couponDeductedFen`. */
  readonly deductedFen: number;
  /**
   * Kept back for a discount that what stays no longer earns, where the coupon's terms say so; below zero: what earlier refunds kept
   * back for it is given back.
   */
  readonly couponDeductedFen: number;
  /** Taken from the balance and added as debt together. */
  readonly pointsClawedBack: number;
  /** Those of them that were spent already and are owed now. */
  readonly debtPoints: number;
  /** Spent already and paid for out of the money. */
  readonly deductedPoints: number;
  /** Spent already and left to the shopper. */
  readonly writtenOffPoints: number;
  readonly couponReturned: boolean;
}

/** What loyalty answers to a refund, done or previewed. */
export interface PointsTaken {
  readonly pointsClawedBack: number;
  readonly debtAdded: number;
  readonly deductedPoints: number;
  readonly deductedFen: number;
  readonly writtenOff: number;
  readonly balanceAfter: number | null;
  readonly tierAfter: { readonly code: string; readonly name: string } | null;
  readonly why: readonly string[];
}

/** A purchase without a member has no points to take. */
export const NO_POINTS: PointsTaken = {
  pointsClawedBack: 0,
  debtAdded: 0,
  deductedPoints: 0,
  deductedFen: 0,
  writtenOff: 0,
  balanceAfter: null,
  tierAfter: null,
  why: [],
};

export const figuresOf = (
  amountFen: number,
  taken: PointsTaken,
  { couponReturned, couponDeductedFen }: Pick<RefundFigures, 'couponReturned' | 'couponDeductedFen'>,
): RefundFigures => ({
  amountFen,
  deductedFen: taken.deductedFen,
  couponDeductedFen,
  pointsClawedBack: taken.pointsClawedBack,
  debtPoints: taken.debtAdded,
  deductedPoints: taken.deductedPoints,
  writtenOffPoints: taken.writtenOff,
  couponReturned,
});

export const sameFigures = (seen: RefundFigures, now: RefundFigures): boolean =>
  (Object.keys(now) as (keyof RefundFigures)[]).every((figure) => seen[figure] === now[figure]);

/** Old callers take a whole purchase back without having looked; whoever takes a part has seen what it does. */
export const isPart = (wish: { readonly lines?: unknown; readonly amountFen?: number | null }): boolean =>
  Boolean(wish.lines) || (wish.amountFen ?? null) !== null;

export const paidBackOf = ({ amountFen, deductedFen, couponDeductedFen }: RefundFigures): number =>
  amountFen - deductedFen - couponDeductedFen;

interface Progress {
  readonly lineNo: number;
  readonly refundedBefore: { readonly amountFen: number; readonly quantity: number };
  readonly refundedAfter: { readonly amountFen: number; readonly quantity: number };
}

/** What each line loses by a plan, with its name. */
export const linesTaken = (
  plan: { readonly lines: readonly Progress[] },
  lines: readonly { readonly lineNo: number; readonly name: string }[],
): { lineNo: number; name: string; quantity: number; amountFen: number }[] => {
  const names = new Map(lines.map((line) => [line.lineNo, line.name]));
  return plan.lines.flatMap(({ lineNo, refundedBefore: before, refundedAfter: after }) => {
    const quantity = after.quantity - before.quantity;
    const amountFen = after.amountFen - before.amountFen;
    return quantity > 0 || amountFen > 0 ? [{ lineNo, name: names.get(lineNo) ?? '', quantity, amountFen }] : [];
  });
};

/** JSON writes NaN and Infinity as null: such figures are refused later, and must not look alike before. */
export const exact = (value: number | null): number | string | null =>
  value === null || isWhole(value) ? value : String(value);

interface Standing {
  readonly sku: string | null;
  readonly category: string | null;
  readonly quantity: number;
  readonly amountFen: number;
}

/** Every line of a purchase as it stands after a plan, for coupons to judge what of their discounts is still earned. */
export const linesAfter = (plan: { readonly lines: readonly Progress[] }, lines: readonly Standing[]) =>
  lines.map(({ sku, category, quantity, amountFen }, i) => {
    const { refundedAfter } = plan.lines[i]!;
    return {
      sku,
      category,
      quantity,
      amountFen,
      refundedFen: refundedAfter.amountFen,
      refundedQuantity: refundedAfter.quantity,
    };
  });
