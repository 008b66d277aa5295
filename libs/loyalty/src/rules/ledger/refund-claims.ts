import { mulDivFloor, type Points } from '@fanloop/kernel';

/** How much of a line has been refunded so far. */
export interface RefundedLine {
  readonly amountFen: number;
  readonly quantity: number;
  readonly refunded: { readonly amountFen: number; readonly quantity: number };
}

/**
 * What refunds claim so far of points that were split over the lines of a purchase: each line's points in proportion to what
 * was refunded of it, rounded down. It depends on nothing but what is refunded by now, so ANY sequence of partial refunds ends
 * exactly as one full refund does; the remainders of the rounding come back with the last part of each line.
 */
export const claimOf = (parts: readonly Points[], lines: readonly RefundedLine[]): Points =>
  parts.reduce((total, part, i) => total + (lines[i] ? claimOfLine(part, lines[i]) : 0), 0);

/** A free line goes by its pieces; one without pieces goes with the whole purchase. */
const claimOfLine = (part: Points, { amountFen, quantity, refunded }: RefundedLine): Points => {
  if (amountFen > 0) return mulDivFloor(part, Math.min(refunded.amountFen, amountFen), amountFen);
  if (quantity > 0) return mulDivFloor(part, Math.min(refunded.quantity, quantity), quantity);
  return part;
};

/** Everything that was paid has been given back. */
export const isFullyRefunded = (lines: readonly RefundedLine[]): boolean =>
  lines.every(({ amountFen, quantity, refunded }) =>
    amountFen > 0 ? refunded.amountFen >= amountFen : refunded.quantity >= quantity,
  );
