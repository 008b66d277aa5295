import { linesOf, sumFen, withCoupon } from './basket';

const products = new Map([['T1', { sku: 'T1', name: '茉莉奶绿', category: '奶茶', priceFen: 1800 }]]);
const seen: [string, number, number][] = [];
const checks = {
  quantity: (n: number, line: number) => {
    seen.push(['quantity', n, line]);
    if (!Number.isInteger(n) || n < 1) throw new Error('quantity');
  },
  amount: (n: number, line: number) => {
    seen.push(['amount', n, line]);
    if (!Number.isInteger(n) || n < 0) throw new Error('amount');
  },
};
const codeOf = (run: () => unknown): string | undefined => {
  try {
    run();
    return undefined;
  } catch (error) {
    return (error as { code?: string; message: string }).code ?? (error as Error).message;
  }
};

describe('a till’s basket', () => {
  it('takes name and category from the catalogue, whatever the caller says', () => {
    const [line] = linesOf(
      { lines: [{ sku: 'T1', name: '礼盒', quantity: 2, unitPriceFen: 1800 }] },
      products,
      checks,
      'list',
    );
    expect(line).toMatchObject({ name: '茉莉奶绿', category: '奶茶', grossFen: 3600, amountFen: 3600 });
  });

  it('C4 refuses a price that is not the listed one, and an unknown product', () => {
    const cheap = { lines: [{ sku: 'T1', quantity: 1, unitPriceFen: 1 }] };
    expect(codeOf(() => linesOf(cheap, products, checks, 'list'))).toBe('PriceDiffers');
    expect(linesOf(cheap, products, checks, 'stated')[0]!.amountFen).toBe(1);
    expect(
      codeOf(() => linesOf({ lines: [{ sku: 'X', quantity: 1, unitPriceFen: 1 }] }, products, checks, 'list')),
    ).toBe('ProductUnknown');
  });

  it('L16 a negative quantity times a negative price is no amount', () => {
    const twice = { lines: [{ name: 'x', quantity: -2, unitPriceFen: -1000 }] };
    expect(codeOf(() => linesOf(twice, products, checks, 'list'))).toBe('quantity');
  });

  it('wants lines or an amount, one of the two', () => {
    expect(codeOf(() => linesOf({ lines: [] }, products, checks, 'list'))).toBe('LinesOrAmount');
    const both = { lines: [{ name: 'x', quantity: 1, unitPriceFen: 1 }], amountFen: 5 };
    expect(codeOf(() => linesOf(both, products, checks, 'list'))).toBe('LinesOrAmount');
    expect(linesOf({ lines: [], amountFen: 3800 }, products, checks, 'list')[0]).toMatchObject({
      name: '消费',
      quantity: 1,
      amountFen: 3800,
    });
  });

  it('takes a coupon’s shares off its lines, never more than a line', () => {
    const lines = linesOf({ lines: [{ sku: 'T1', quantity: 1, unitPriceFen: 1800 }] }, products, checks, 'list');
    const after = withCoupon(lines, [500]);
    expect(after[0]).toMatchObject({ grossFen: 1800, discountFen: 500, couponDiscountFen: 500, amountFen: 1300 });
    expect(sumFen(after, 'amountFen')).toBe(1300);
    expect(() => withCoupon(lines, [1801])).toThrow(RangeError);
    expect(() => withCoupon(lines, [-1])).toThrow(RangeError);
  });
});
