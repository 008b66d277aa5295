import type { Fen, StoreId } from '@fanloop/kernel';
import { isWhole } from '@fanloop/kernel';
import type { Scope } from './terms';
import type { WallTime } from './use-times';

/** One line at the till, before any coupon. */
export interface BasketLine {
  readonly sku: string | null;
  readonly category: string | null;
  readonly quantity: number;
  readonly amountFen: Fen;
}

/** What a coupon may ask of the one who uses it. */
export interface Shopper {
  readonly tier: string | null;
  readonly tags: readonly string[];
  readonly firstPurchase: boolean;
}

export const STRANGER: Shopper = { tier: null, tags: [], firstPurchase: false };

export interface Basket {
  readonly storeId: StoreId;
  readonly lines: readonly BasketLine[];
  /** `store` when it is not said. */
  readonly channel?: string;
  /** Nothing is known when it is not said: coupons for certain shoppers then do not count. */
  readonly shopper?: Shopper;
  /** Absent where no delivery is paid. */
  readonly deliveryFen?: Fen;
}

/** A basket at a moment of its store. */
export interface BasketNow extends Basket {
  readonly wall: WallTime;
}

/** A till sends what a person typed: a negative or broken number must never turn a discount into money (C4). */
export const linesSound = (lines: readonly BasketLine[]): boolean =>
  isWhole(sumOf(lines)) &&
  lines.every((line) => isWhole(line.quantity) && line.quantity > 0 && isWhole(line.amountFen) && line.amountFen >= 0);

/**
 * True for each line that the scope covers. A line of unknown category is covered only by a coupon for all categories, or for its SKU.
 */
export const eligibility = ({ categories, skus }: Scope, lines: readonly BasketLine[]): boolean[] =>
  lines.map(
    ({ category, sku }) =>
      (categories === null && skus === null) ||
      (category !== null && categories?.includes(category) === true) ||
      (sku !== null && skus?.some(({ code }) => code === sku) === true),
  );

export const coversStore = (scope: Scope, storeId: StoreId): boolean =>
  scope.stores === null || scope.stores.includes(storeId);

export const sumOf = (lines: readonly BasketLine[]): Fen => lines.reduce((sum, line) => sum + line.amountFen, 0);
