import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { type LineDraft, type Product, roundedUnits } from '@fanloop/sales';
import { parse } from 'csv-parse';

/** One basket of the data set: one household, one store, one moment. */
export interface JourneyBasket {
  readonly basketId: string;
  readonly householdId: string;
  readonly storeId: string;
  /** Local time of the stores, `2017-01-28 14:06:53`. */
  readonly localTime: string;
  readonly lines: LineDraft[];
}

export interface JourneyFiles {
  readonly products: readonly Product[];
  /** In the order of their own time. */
  readonly baskets: readonly JourneyBasket[];
  readonly rows: number;
  readonly skipped: readonly { readonly row: number; readonly reason: string }[];
}

const UNKNOWN_PRODUCT = 'unknown product';

export const readJourney = async (folder: string): Promise<JourneyFiles> => {
  const products = (await readTable(join(folder, 'products.csv.gz'))).map(toProduct);
  const bySku = new Map(products.map((product) => [product.sku, product]));
  const records = await readTable(join(folder, 'transactions_sample.csv.gz'));
  const baskets = new Map<string, JourneyBasket>();
  const skipped: { row: number; reason: string }[] = [];
  records.forEach((record, index) => {
    const line = toLine(record, bySku);
    if (!line) skipped.push({ row: index + 2, reason: 'a figure cannot be read' });
    else basketOf(baskets, record).lines.push(line);
  });
  const ordered = [...baskets.values()].sort(
    (a, b) => compare(a.localTime, b.localTime) || compare(a.basketId, b.basketId),
  );
  return { products, baskets: ordered, rows: records.length, skipped };
};

type Cells = Readonly<Record<string, string>>;

const readTable = async (file: string): Promise<Cells[]> => {
  const text = (await promisify(gunzip)(await readFile(file))).toString('utf8');
  return new Promise((resolve, reject) => {
    parse(text, { columns: true, skip_empty_lines: true }, (error: Error | undefined | null, rows: Cells[]) =>
      error ? reject(error) : resolve(rows),
    );
  });
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const toProduct = (record: Cells): Product => {
  const [department = '', category = '', type = ''] = [
    record['department'],
    record['product_category'],
    record['product_type'],
  ];
  return {
    sku: record['product_id']!,
    name: type || category || department || UNKNOWN_PRODUCT,
    category: category || department || null,
    priceFen: null,
    pictureUrl: null,
    onSale: false,
  };
};

const basketOf = (baskets: Map<string, JourneyBasket>, record: Cells): JourneyBasket => {
  const basketId = record['basket_id']!;
  const known = baskets.get(basketId);
  if (known) return known;
  const basket = {
    basketId,
    householdId: record['household_id']!,
    storeId: record['store_id']!,
    localTime: record['transaction_timestamp']!,
    lines: [],
  };
  baskets.set(basketId, basket);
  return basket;
};

/**
 * `sales_value` is what the shop received: the amount. `retail_disc` and `coupon_match_disc` came off the shelf price;
 * `coupon_disc` was paid by the manufacturer's coupon and is a part of what the shop received. One figure of the source is
 * float dust (4.4e-16): it is rounded to the cent.
 */
const toLine = (record: Cells, products: ReadonlyMap<string, Product>): LineDraft | null => {
  const figures = ['sales_value', 'retail_disc', 'coupon_disc', 'coupon_match_disc'].map((name) =>
    roundedUnits(record[name] ?? '', 2),
  );
  const quantity = roundedUnits(record['quantity'] ?? '', 0);
  if (figures.includes(null) || quantity === null) return null;
  const [amountFen, retailFen, couponTenderFen, matchFen] = figures as [number, number, number, number];
  const product = products.get(record['product_id']!);
  return {
    sku: record['product_id']!,
    name: product?.name ?? UNKNOWN_PRODUCT,
    category: product?.category ?? null,
    quantity,
    grossFen: amountFen + retailFen + matchFen,
    discountFen: retailFen + matchFen,
    amountFen,
    couponDiscountFen: matchFen,
    couponTenderFen,
  };
};
