import { isWhole } from '@fanloop/kernel';
import { Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { Product } from '../rules/product';
import { refuseSale } from '../rules/refusals';
import { ProductRepository } from '../store/product.repository';

const MOST_PRICE_FEN = 100_000_00;

/** Adds products to the catalogue, or brings known ones (by SKU) up to date. */
@Injectable()
export class PutProducts {
  constructor(private readonly products: ProductRepository) {}

  async execute(tx: Tx, products: readonly Product[]): Promise<number> {
    products.forEach((product, index) => {
      const line = index + 1;
      if (
        product.priceFen !== null &&
        (!isWhole(product.priceFen) || product.priceFen < 0 || product.priceFen > MOST_PRICE_FEN)
      )
        throw refuseSale('AmountNotAllowed', { line, mostYuan: MOST_PRICE_FEN / 100 });
      if (product.sku === '' || product.sku.length > 64) throw refuseSale('TextTooLong', { line, field: 'sku' });
      if (product.name.length > 128) throw refuseSale('TextTooLong', { line, field: 'name' });
      if ((product.category?.length ?? 0) > 190) throw refuseSale('TextTooLong', { line, field: 'category' });
    });
    await this.products.put(tx, products);
    return products.length;
  }
}
