import { Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { Product } from '../rules/product';
import { ProductRow, toProduct } from '../store/product.repository';

/** The catalogue as a till shows it. */
@Injectable()
export class ProductsRead {
  constructor(private readonly reader: Reader) {}

  /** Products on sale whose name, SKU or category holds `q`, by category and name. */
  async search(q: string, limit = 100): Promise<Product[]> {
    const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
    const rows = await this.reader.query<ProductRow>(
      `SELECT sku, name, category, price_fen, picture_url FROM sales_product
        WHERE on_sale = 1 ${q === '' ? '' : 'AND (name LIKE ? OR sku LIKE ? OR category LIKE ?)'}
        ORDER BY category, name LIMIT ?`,
      q === '' ? [limit] : [like, like, like, limit],
    );
    return rows.map(toProduct);
  }

  /** Categories of products on sale. */
  async categories(): Promise<string[]> {
    const rows = await this.reader.query<{ category: string }>(
      'SELECT DISTINCT category FROM sales_product WHERE on_sale = 1 AND category IS NOT NULL ORDER BY category',
    );
    return rows.map((row) => row.category);
  }

  async count(): Promise<number> {
    const row = await this.reader.one<{ n: string }>('SELECT COUNT(*) AS n FROM sales_product');
    return Number(row?.n ?? 0);
  }
}
