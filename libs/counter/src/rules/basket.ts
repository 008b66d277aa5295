import { formatFen, isWhole } from '@fanloop/kernel';
import { refuse } from './refusals';

/** A line as the clerk's screen sends it. */
export interface TillLine {
  readonly sku?: string | null;
  readonly name?: string | null;
  readonly quantity: number;
  readonly unitPriceFen: number;
}

export interface TillBasket {
  readonly lines: readonly TillLine[];
  /** Instead of lines: one amount. */
  readonly amountFen?: number | null;
}

/** What the catalogue knows of a SKU. */
export interface ListedProduct {
  readonly sku: string;
  readonly name: string;
  readonly category: string | null;
  readonly priceFen: number | null;
}

export interface BasketLine {
  readonly sku: string | null;
  readonly name: string;
  readonly category: string | null;
  readonly quantity: number;
  readonly grossFen: number;
  readonly discountFen: number;
  readonly amountFen: number;
  readonly couponDiscountFen: number;
}

/** The bounds of one figure; sales names the limits and refuses with its own codes. */
export interface FigureChecks {
  quantity(quantity: number, line: number): void;
  amount(fen: number, line: number): void;
}

/** How strictly a stated price is held against the list: a purchase that was queued was sold at the price of its time. */
export type PriceCheck = 'list' | 'stated';

/**
 * The lines of a basket before any discount. Name and category come from the catalogue, never from the caller: they
 * decide which rules and coupons apply. Each figure is checked before it is multiplied.
 */
export const linesOf = (
  basket: TillBasket,
  products: ReadonlyMap<string, ListedProduct>,
  checks: FigureChecks,
  prices: PriceCheck,
): BasketLine[] => {
  const amount = basket.amountFen ?? null;
  if (basket.lines.length > 0 === (amount !== null)) throw refuse('LinesOrAmount');
  if (amount !== null) {
    checks.amount(amount, 1);
    return [plainLine({ sku: null, name: '消费', category: null }, 1, amount)];
  }
  return basket.lines.map((line, index) => {
    checks.quantity(line.quantity, index + 1);
    checks.amount(line.unitPriceFen, index + 1);
    const product = productOf(line, products);
    if (prices === 'list' && product.priceFen !== null && product.priceFen !== line.unitPriceFen)
      throw refuse('PriceDiffers', { name: product.name, price: formatFen(product.priceFen) });
    const gross = line.quantity * line.unitPriceFen;
    checks.amount(gross, index + 1);
    return plainLine(product, line.quantity, gross);
  });
};

const productOf = (
  line: TillLine,
  products: ReadonlyMap<string, ListedProduct>,
): Omit<ListedProduct, 'sku'> & { sku: string | null } => {
  if (!line.sku) return { sku: null, name: line.name?.trim() || '消费', category: null, priceFen: null };
  const product = products.get(line.sku);
  if (!product) throw refuse('ProductUnknown', { sku: line.sku.slice(0, 64) });
  return product;
};

const plainLine = (
  product: Pick<BasketLine, 'sku' | 'name' | 'category'>,
  quantity: number,
  grossFen: number,
): BasketLine => ({
  sku: product.sku,
  name: product.name,
  category: product.category,
  quantity,
  grossFen,
  discountFen: 0,
  amountFen: grossFen,
  couponDiscountFen: 0,
});

/** The lines with a coupon's shares taken off. Refuses shares that are not whole, negative or larger than their line. */
export const withCoupon = (lines: readonly BasketLine[], shares: readonly number[]): BasketLine[] => {
  if (shares.length !== lines.length) throw new RangeError('one share of the discount per line is needed');
  return lines.map((line, index) => {
    const share = shares[index]!;
    if (!isWhole(share) || share < 0 || share > line.amountFen)
      throw new RangeError('a coupon takes more than its line');
    return {
      ...line,
      discountFen: line.discountFen + share,
      couponDiscountFen: share,
      amountFen: line.amountFen - share,
    };
  });
};

export const sumFen = (lines: readonly BasketLine[], field: 'grossFen' | 'discountFen' | 'amountFen'): number =>
  lines.reduce((sum, line) => sum + line[field], 0);
