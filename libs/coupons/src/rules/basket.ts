import type { Fen, StoreId } from '@fanloop/kernel';
import { isWhole } from '@fanloop/kernel';
import type { Scope } from './terms';

/** One line at the till, before any coupon. */
export interface BasketLine {
  readonly sku: string | null;
  readonly category: string | null;
  readonly quantity: number;
  readonly amountFen: Fen;
}

export interface Basket {
  readonly storeId: StoreId;
  readonly lines: readonly BasketLine[];
}

/** A till sends what a person typed: a negative or broken number must never turn a discount into money (C4). */
export const linesSound = (lines: readonly BasketLine[]): boolean =>
  isWhole(sumOf(lines)) &&
  lines.every((line) => isWhole(line.quantity) && line.quantity > 0 && isWhole(line.amountFen) && line.amountFen >= 0);

/**
 * True for each line that the scope covers. A line of unknown category is covered only by a coupon for all categories.
 */
export const eligibility = (scope: Scope, lines: readonly BasketLine[]): boolean[] =>
  lines.map(
    (line) => scope.categories === null || (line.category !== null && scope.categories.includes(line.category)),
  );

export const coversStore = (scope: Scope, storeId: StoreId): boolean =>
  scope.stores === null || scope.stores.includes(storeId);

export const sumOf = (lines: readonly BasketLine[]): Fen => lines.reduce((sum, line) => sum + line.amountFen, 0);
