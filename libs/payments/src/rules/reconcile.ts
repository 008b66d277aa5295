import type { Fen } from '@fanloop/kernel';

export type Subject = 'payment' | 'refund';

/** A line of WeChat's bill. */
export interface Billed {
  readonly subject: Subject;
  readonly number: string;
  readonly amountFen: Fen;
}

/** What we hold: of the numbers in the bill, and of the same day. */
export interface Held extends Billed {
  /** The money moved, as far as we know. */
  readonly isDone: boolean;
}

export type DifferenceKind = 'missing-here' | 'missing-there' | 'amount-differs';

export interface Difference {
  readonly subject: Subject;
  readonly number: string;
  readonly kind: DifferenceKind;
  readonly billFen: Fen | null;
  readonly ourFen: Fen | null;
}

/** Numbers of payments and of refunds are counted apart. */
export const keyOf = ({ subject, number }: Pick<Billed, 'subject' | 'number'>): string => `${subject} ${number}`;

/**
 * What the bill and our books say differently, in the bill's order, then what the bill lacks. A refund that WeChat has begun is in
 * its bill before the money arrives: it needs to be known to us, not done.
 * @param unbilled done here on that day, and in no bill so far
 */
export const differencesOf = (
  bill: readonly Billed[],
  held: readonly Held[],
  unbilled: readonly Billed[],
): Difference[] => {
  const ours = new Map(held.map((one) => [keyOf(one), one]));
  const billed = new Set(bill.map(keyOf));
  const there = bill.flatMap((line): Difference[] => {
    const { subject, number, amountFen: billFen } = line;
    const known = ours.get(keyOf(line));
    if (!known || (subject === 'payment' && !known.isDone))
      return [{ subject, number, kind: 'missing-here', billFen, ourFen: null }];
    if (known.amountFen === billFen) return [];
    return [{ subject, number, kind: 'amount-differs', billFen, ourFen: known.amountFen }];
  });
  const here = unbilled
    .filter((one) => !billed.has(keyOf(one)))
    .map(({ subject, number, amountFen }): Difference => {
      return { subject, number, kind: 'missing-there', billFen: null, ourFen: amountFen };
    });
  return [...there, ...here];
};

/**
 * What WeChat keeps for a day, in fen: payments cost, refunds give back. Null where the bill names no fees.
 * @param lines with the fee in thousandths of a fen, as exact as the bill
 */
export const feeOf = (lines: readonly { readonly feeMilliFen: number | null }[]): Fen | null => {
  const fees = lines.map((line) => line.feeMilliFen);
  if (fees.includes(null)) return null;
  return Math.round(fees.reduce<number>((sum, fee) => sum + fee!, 0) / 1000);
};
