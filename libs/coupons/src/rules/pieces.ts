import type { Fen } from '@fanloop/kernel';
import type { BasketLine } from './basket';

/** One piece of a line at its price. */
export interface Piece {
  readonly line: number;
  readonly fen: Fen;
}

/**
 * The dearest pieces of the eligible lines, at most `most`; ties in the order of the basket. A line whose amount does not divide by its
 * pieces has some that cost one fen more.
 */
export const dearestPieces = (lines: readonly BasketLine[], covered: readonly boolean[], most: number): Piece[] =>
  lines
    .flatMap((line, i) => (covered[i] ? piecesOf(line, i, most) : []))
    .sort((a, b) => b.fen - a.fen || a.line - b.line)
    .slice(0, most);

const piecesOf = ({ quantity, amountFen }: BasketLine, line: number, most: number): Piece[] => {
  const cheaper = Math.floor(amountFen / quantity);
  const dearer = amountFen - cheaper * quantity;
  return Array.from({ length: Math.min(quantity, most) }, (_, i) => ({
    line,
    fen: i < dearer ? cheaper + 1 : cheaper,
  }));
};
