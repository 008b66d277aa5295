import { checkPurchase } from './check-purchase';
import type { LineDraft, PurchaseDraft } from './purchase';

const now = new Date('2026-06-15T04:00:00.000Z');
const line = (change: Partial<LineDraft> = {}): LineDraft => ({
  sku: 'tea-1',
  name: '茉莉奶绿',
  category: '茶饮/奶茶',
  quantity: 1,
  grossFen: 1800,
  discountFen: 0,
  amountFen: 1800,
  ...change,
});
const draft = (change: Partial<PurchaseDraft> = {}): PurchaseDraft => ({
  source: 'till',
  externalKey: 'k1',
  memberId: '1',
  storeId: '1',
  zone: 'Asia/Shanghai',
  clerkStaffId: '1',
  channel: 'store',
  occurredAt: now,
  lines: [line()],
  ...change,
});
const codeOf = (change: Partial<PurchaseDraft>): string | undefined => {
  try {
    checkPurchase(draft(change), now);
    return undefined;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('what may become a purchase', () => {
  it('takes a plain one', () => expect(codeOf({})).toBeUndefined());

  it.each([-1, 0, 0.5, 1000, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])(
    'L16 refuses the quantity %p',
    (quantity) => expect(codeOf({ lines: [line({ quantity })] })).toBe('QuantityNotAllowed'),
  );

  it.each([-1, 0.5, 100_000_01, Number.NaN, 2 ** 53])('L16 refuses the amount %p', (fen) =>
    expect(codeOf({ lines: [line({ grossFen: fen, amountFen: fen })] })).toBe('AmountNotAllowed'),
  );

  it('L16 refuses a negative discount, which would raise what earns points', () =>
    expect(codeOf({ lines: [line({ discountFen: -500, amountFen: 2300 })] })).toBe('AmountNotAllowed'));

  it('refuses amounts that do not add up', () => {
    expect(codeOf({ lines: [line({ amountFen: 1801 })] })).toBe('AmountsDoNotAddUp');
    expect(codeOf({ lines: [line({ couponDiscountFen: 1 })] })).toBe('AmountsDoNotAddUp');
  });

  it('refuses no lines, too many lines, the future and long texts', () => {
    expect(codeOf({ lines: [] })).toBe('NoLines');
    expect(codeOf({ lines: Array.from({ length: 201 }, () => line()) })).toBe('TooManyLines');
    expect(codeOf({ occurredAt: new Date('2026-06-15T04:06:00.000Z') })).toBe('OccurredInFuture');
    expect(codeOf({ lines: [line({ name: 'x'.repeat(129) })] })).toBe('TextTooLong');
  });

  it('takes a line of nothing from a history, but not from a till', () => {
    const nothing = line({ quantity: 0, grossFen: 0, amountFen: 0 });
    expect(codeOf({ channel: 'import', lines: [nothing] })).toBeUndefined();
    expect(codeOf({ lines: [nothing] })).toBe('QuantityNotAllowed');
    expect(codeOf({ channel: 'import', lines: [{ ...nothing, grossFen: 1, amountFen: 1 }] })).toBe(
      'QuantityNotAllowed',
    );
  });
});

/** What a client could send to be paid for buying, or to buy for nothing. */
const hostile: readonly Partial<LineDraft>[] = [
  { quantity: -1, grossFen: -1800, amountFen: -1800 },
  { quantity: 0 },
  { quantity: 0.5 },
  { quantity: 1e9 },
  { amountFen: -1, grossFen: -1 },
  { amountFen: 1e15, grossFen: 1e15 },
  { discountFen: -100, amountFen: 1900 },
  { amountFen: 1 },
];

describe('C4 figures from the client', () => {
  const passing = (check: (purchase: PurchaseDraft) => void): number =>
    hostile.filter((change) => {
      try {
        // Beside an honest line, which would hide a negative one in the sum.
        check(draft({ lines: [line(), line(change)] }));
        return true;
      } catch {
        return false;
      }
    }).length;

  it('C4 none of them becomes a purchase, and a check of the sum alone would let some through', () => {
    expect(passing((purchase) => checkPurchase(purchase, now))).toBe(0);
    const sumOnly = (purchase: PurchaseDraft): void => {
      if (purchase.lines.reduce((sum, one) => sum + one.amountFen, 0) < 0) throw new Error('negative');
    };
    expect(passing(sumOnly)).toBeGreaterThan(0);
  });
});
