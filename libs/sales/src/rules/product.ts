import type { Fen } from '@fanloop/kernel';

export interface Product {
  readonly sku: string;
  readonly name: string;
  /** Path from coarse to fine, for example `茶饮/奶茶`. */
  readonly category: string | null;
  /** Null where the price is not kept (a history of another shop). */
  readonly priceFen: Fen | null;
  readonly pictureUrl: string | null;
  /** False: known from a history, but not sold at the tills (default true). */
  readonly onSale?: boolean;
}
