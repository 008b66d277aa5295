import type { Clock } from '@fanloop/kernel';
import { CLOCK, chunks, numOrNull, Queryable, Tx } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { Product } from '../rules/product';

export interface ProductRow {
  sku: string;
  name: string;
  category: string | null;
  price_fen: string | null;
  picture_url: string | null;
}

const ROWS_PER_STATEMENT = 2000;

@Injectable()
export class ProductRepository {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  async bySkus(from: Queryable, skus: readonly string[]): Promise<Map<string, Product>> {
    if (skus.length === 0) return new Map();
    const rows = await from.query<ProductRow>(
      'SELECT sku, name, category, price_fen, picture_url FROM sales_product WHERE sku IN (?) AND on_sale = 1',
      [skus],
    );
    return new Map(rows.map((row) => [row.sku, toProduct(row)]));
  }

  /** New products are added, known ones get the new name, category, price and picture; equal ones stay untouched. */
  async put(tx: Tx, products: readonly Product[]): Promise<void> {
    const now = this.clock.now();
    for (const part of chunks(products, ROWS_PER_STATEMENT))
      await tx.execute(
        // MySQL assigns from left to right: the time is judged while the old values are still there.
        `INSERT INTO sales_product (sku, name, category, price_fen, picture_url, on_sale, updated_at) VALUES ?
         ON DUPLICATE KEY UPDATE
           updated_at = IF(name <=> VALUES(name) AND category <=> VALUES(category) AND price_fen <=> VALUES(price_fen)
             AND picture_url <=> VALUES(picture_url) AND on_sale = VALUES(on_sale), updated_at, VALUES(updated_at)),
           name = VALUES(name), category = VALUES(category), price_fen = VALUES(price_fen),
           picture_url = VALUES(picture_url), on_sale = VALUES(on_sale)`,
        [
          part.map((item) => [
            item.sku,
            item.name,
            item.category,
            item.priceFen,
            item.pictureUrl,
            item.onSale === false ? 0 : 1,
            now,
          ]),
        ],
      );
  }
}

export const toProduct = (row: ProductRow): Product => ({
  sku: row.sku,
  name: row.name,
  category: row.category,
  priceFen: numOrNull(row.price_fen),
  pictureUrl: row.picture_url,
});
