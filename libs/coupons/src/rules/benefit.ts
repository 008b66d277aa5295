import { type Fen, mulDivFloor, splitByLargestRemainder } from '@fanloop/kernel';
import { type BasketLine, sumOf } from './basket';
import { dearestPieces, type Piece } from './pieces';
import type { Benefit } from './terms';

/** What a benefit takes off, by lines of the basket; all zeros where nothing is left to take. */
export interface Taken {
  readonly lineDiscounts: readonly Fen[];
  readonly deliveryFen: Fen;
}

interface On {
  readonly lines: readonly BasketLine[];
  readonly covered: readonly boolean[];
  readonly eligibleFen: Fen;
  readonly deliveryFen: Fen;
}

/** Never more than the eligible lines; split over them by the largest remainder, so that no fen appears or vanishes. */
export const take = (benefit: Benefit, on: On): Taken => {
  switch (benefit.kind) {
    case 'cash':
      return spread(benefit.amountFen, on);
    case 'percent': {
      const off = mulDivFloor(on.eligibleFen, 100 - benefit.percent, 100);
      return spread(Math.min(off, benefit.capFen ?? off), on);
    }
    case 'steps':
      return spread(stepOf(benefit.steps, on.eligibleFen)?.amountFen ?? 0, on);
    case 'nth-item': {
      const piece = dearestPieces(on.lines, on.covered, benefit.nth)[benefit.nth - 1];
      return ofPieces(piece ? [{ ...piece, fen: mulDivFloor(piece.fen, 100 - benefit.percent, 100) }] : [], on);
    }
    case 'buy-get': {
      const pieces = dearestPieces(on.lines, on.covered, benefit.buy + benefit.get);
      return ofPieces(pieces.slice(benefit.buy), on);
    }
    case 'exchange':
      return ofPieces(
        dearestPieces(on.lines, on.covered, 1).map((piece) => ({
          ...piece,
          fen: Math.max(0, piece.fen - benefit.payFen),
        })),
        on,
      );
    case 'gift':
      return ofPieces([], on);
    case 'free-delivery':
      return { ...ofPieces([], on), deliveryFen: Math.min(on.deliveryFen, benefit.capFen ?? on.deliveryFen) };
  }
};

/** The highest step that the sum reaches; undefined: none. */
const stepOf = <Step extends { readonly thresholdFen: Fen }>(steps: readonly Step[], sumFen: Fen) =>
  steps.findLast(({ thresholdFen }) => thresholdFen <= sumFen);

const spread = (wantedFen: Fen, { lines, covered, eligibleFen }: On): Taken => {
  const weights = lines.map((line, i) => (covered[i] ? line.amountFen : 0));
  return { lineDiscounts: splitByLargestRemainder(Math.min(wantedFen, eligibleFen), weights), deliveryFen: 0 };
};

const ofPieces = (pieces: readonly Piece[], { lines }: On): Taken => {
  const lineDiscounts = lines.map(() => 0);
  for (const { line, fen } of pieces) lineDiscounts[line]! += fen;
  return { lineDiscounts, deliveryFen: 0 };
};

/** How many pieces must be eligible for the benefit to take anything. */
export const piecesNeeded = (benefit: Benefit): number => {
  if (benefit.kind === 'nth-item') return benefit.nth;
  return benefit.kind === 'buy-get' ? benefit.buy + benefit.get : 1;
};

export const piecesOf = (lines: readonly BasketLine[], covered: readonly boolean[]): number =>
  lines.reduce((sum, line, i) => sum + (covered[i] ? line.quantity : 0), 0);

export const eligibleSum = (lines: readonly BasketLine[], covered: readonly boolean[]): Fen =>
  sumOf(lines.filter((_, i) => covered[i]));
