import { Refusal } from '@fanloop/kernel';
import fc from 'fast-check';
import { checkDeduction, type LineProgress, leftOf, planRefund, priceOf, type RefundWish } from './refund';

interface Line {
  lineNo: number;
  quantity: number;
  amountFen: number;
  refundedFen: number;
  refundedQuantity: number;
}

const line = (lineNo: number, quantity: number, amountFen: number, refundedQuantity = 0, refundedFen = 0): Line => ({
  lineNo,
  quantity,
  amountFen,
  refundedQuantity,
  refundedFen,
});

const purchase = (...lines: Line[]) => {
  const netFen = lines.reduce((sum, one) => sum + one.amountFen, 0);
  const refundedFen = lines.reduce((sum, one) => sum + one.refundedFen, 0);
  const things = lines.reduce((sum, one) => sum + one.refundedQuantity, 0);
  return {
    netFen,
    refundedFen,
    refundState: refundedFen + things === 0 ? ('none' as const) : ('partial' as const),
    lines,
  };
};
type Purchase = Omit<ReturnType<typeof purchase>, 'refundState'> & { refundState: 'none' | 'partial' | 'full' };

/** Line number, things and fen that a refund takes: `1: 2/3200`. */
const taken = (lines: readonly LineProgress[]): string[] =>
  lines.flatMap(({ lineNo, refundedBefore: before, refundedAfter: after }) =>
    after.amountFen === before.amountFen && after.quantity === before.quantity
      ? []
      : [`${lineNo}: ${after.quantity - before.quantity}/${after.amountFen - before.amountFen}`],
  );

const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'ok';
  } catch (error) {
    return error instanceof Refusal ? error.code : String(error);
  }
};

// Two teas ¥32.00, three milk teas ¥10.00 (a coupon left an amount that does not divide), a gift of ¥0.
const basket = () => purchase(line(1, 2, 3200), line(2, 3, 1000), line(3, 1, 0));

describe('planRefund', () => {
  it.each<[string, RefundWish, string[], number, boolean]>([
    ['all that is left', {}, ['1: 2/3200', '2: 3/1000', '3: 1/0'], 4200, true],
    ['one of two, at its price', { lines: [{ lineNo: 1, quantity: 1 }] }, ['1: 1/1600'], 1600, false],
    ['one of three: the first carries the fen', { lines: [{ lineNo: 2, quantity: 1 }] }, ['2: 1/334'], 334, false],
    ['two of three', { lines: [{ lineNo: 2, quantity: 2 }] }, ['2: 2/667'], 667, false],
    ['a whole line', { lines: [{ lineNo: 2, quantity: 3 }] }, ['2: 3/1000'], 1000, false],
    ['money back, the goods stay', { lines: [{ lineNo: 1, quantity: 0, amountFen: 500 }] }, ['1: 0/500'], 500, false],
    [
      'a thing for less than its price',
      { lines: [{ lineNo: 1, quantity: 1, amountFen: 900 }] },
      ['1: 1/900'],
      900,
      false,
    ],
    [
      'all money of a line counts as returned',
      { lines: [{ lineNo: 1, quantity: 1, amountFen: 3200 }] },
      ['1: 2/3200'],
      3200,
      false,
    ],
    ['the gift alone', { lines: [{ lineNo: 3, quantity: 1 }] }, ['3: 1/0'], 0, false],
    ['an amount, spread by the largest remainder', { amountFen: 101 }, ['1: 0/77', '2: 0/24'], 101, false],
    ['one fen', { amountFen: 1 }, ['1: 0/1'], 1, false],
    ['the whole amount ends the gift as well', { amountFen: 4200 }, ['1: 2/3200', '2: 3/1000', '3: 1/0'], 4200, true],
  ])('%s', (_, wish, lines, amountFen, full) => {
    const plan = planRefund(basket(), wish);
    expect([taken(plan.lines), plan.amountFen, plan.full]).toEqual([lines, amountFen, full]);
    expect(plan.lines).toHaveLength(3);
  });

  it('tells every line with what was refunded before and after', () => {
    const plan = planRefund(purchase(line(1, 2, 3200, 1, 1600), line(2, 3, 1000)), {
      lines: [{ lineNo: 2, quantity: 1 }],
    });
    expect(plan.lines).toEqual([
      {
        lineNo: 1,
        amountFen: 3200,
        quantity: 2,
        refundedBefore: { amountFen: 1600, quantity: 1 },
        refundedAfter: { amountFen: 1600, quantity: 1 },
      },
      {
        lineNo: 2,
        amountFen: 1000,
        quantity: 3,
        refundedBefore: { amountFen: 0, quantity: 0 },
        refundedAfter: { amountFen: 334, quantity: 1 },
      },
    ]);
  });

  it.each<[RefundWish, string]>([
    [{ lines: [] }, 'RefundEmpty'],
    [{ lines: [{ lineNo: 1, quantity: 1 }], amountFen: 5 }, 'RefundEmpty'],
    [{ lines: [{ lineNo: 9, quantity: 1 }] }, 'RefundLineUnknown'],
    [{ lines: [{ lineNo: Number.NaN, quantity: 1 }] }, 'RefundLineUnknown'],
    [
      {
        lines: [
          { lineNo: 1, quantity: 1 },
          { lineNo: 1, quantity: 1 },
        ],
      },
      'RefundLineTwice',
    ],
    [{ lines: [{ lineNo: 1, quantity: 3 }] }, 'RefundQuantityTooHigh'],
    [{ lines: [{ lineNo: 1, quantity: -1 }] }, 'RefundQuantityNotAllowed'],
    [{ lines: [{ lineNo: 1, quantity: 0.5 }] }, 'RefundQuantityNotAllowed'],
    [{ lines: [{ lineNo: 1, quantity: Number.NaN }] }, 'RefundQuantityNotAllowed'],
    [{ lines: [{ lineNo: 1, quantity: Number.POSITIVE_INFINITY }] }, 'RefundQuantityNotAllowed'],
    [{ lines: [{ lineNo: 1, quantity: 1e300 }] }, 'RefundQuantityNotAllowed'],
    [{ lines: [{ lineNo: 1, quantity: 0 }] }, 'RefundAmountNotAllowed'],
    [{ lines: [{ lineNo: 1, quantity: 1, amountFen: 0 }] }, 'RefundAmountNotAllowed'],
    [{ lines: [{ lineNo: 1, quantity: 1, amountFen: -1600 }] }, 'RefundAmountNotAllowed'],
    [{ lines: [{ lineNo: 1, quantity: 1, amountFen: Number.NaN }] }, 'RefundAmountNotAllowed'],
    [{ lines: [{ lineNo: 1, quantity: 1, amountFen: 3201 }] }, 'RefundLineAmountTooHigh'],
    [{ amountFen: 0 }, 'RefundAmountNotAllowed'],
    [{ amountFen: -1 }, 'RefundAmountNotAllowed'],
    [{ amountFen: 0.5 }, 'RefundAmountNotAllowed'],
    [{ amountFen: Number.NaN }, 'RefundAmountNotAllowed'],
    [{ amountFen: 2 ** 60 }, 'RefundAmountNotAllowed'],
    [{ amountFen: 4201 }, 'RefundAmountTooHigh'],
  ])('L16 refuses %j with %s', (wish, code) => {
    expect(codeOf(() => planRefund(basket(), wish))).toBe(code);
  });

  it('refuses more than is left of what was refunded before, and anything once all is back', () => {
    const partly = purchase(line(1, 2, 3200, 1, 1600));
    expect(codeOf(() => planRefund(partly, { lines: [{ lineNo: 1, quantity: 2 }] }))).toBe('RefundQuantityTooHigh');
    expect(codeOf(() => planRefund(partly, { amountFen: 1601 }))).toBe('RefundAmountTooHigh');
    expect(planRefund(partly, {})).toMatchObject({ amountFen: 1600, full: true });
    expect(codeOf(() => planRefund({ ...partly, refundState: 'full' }, {}))).toBe('AlreadyRefunded');
  });

  it('ends a purchase of ¥0 when its things are back', () => {
    expect(planRefund(purchase(line(1, 2, 0)), { lines: [{ lineNo: 1, quantity: 1 }] }).full).toBe(false);
    expect(planRefund(purchase(line(1, 2, 0)), {}).full).toBe(true);
    expect(planRefund(purchase(line(1, 0, 0)), {}).full).toBe(true);
  });

  it('keeps back nothing negative and no more than the refund', () => {
    const codes = [0, 500, 501, -1, 0.5, Number.NaN].map((fen) => codeOf(() => checkDeduction(fen, 500)));
    const refused = 'DeductionNotAllowed';
    expect(codes).toEqual(['ok', 'ok', refused, refused, refused, refused]);
  });
});

const anyLine = fc
  .record({ quantity: fc.integer({ min: 1, max: 40 }), amountFen: fc.integer({ min: 0, max: 20_000_00 }) })
  .map(({ quantity, amountFen }) => ({ quantity, amountFen }));
const anyStep = fc.record({
  kind: fc.constantFrom('thing', 'money', 'amount', 'rest'),
  pick: fc.nat(),
  part: fc.nat(),
});

/** A wish that the purchase can fulfil, made of two free numbers. */
const wishOf = (of: Purchase, { kind, pick, part }: { kind: string; pick: number; part: number }): RefundWish => {
  const open = of.lines.filter((one) => leftOf(one).amountFen > 0 || leftOf(one).quantity > 0);
  const chosen = open[pick % open.length]!;
  const left = leftOf(chosen);
  const money = of.netFen - of.refundedFen;
  if (kind === 'thing' && left.quantity > 0)
    return { lines: [{ lineNo: chosen.lineNo, quantity: 1 + (part % left.quantity) }] };
  if (kind === 'money' && left.amountFen > 0)
    return { lines: [{ lineNo: chosen.lineNo, quantity: 0, amountFen: 1 + (part % left.amountFen) }] };
  return kind === 'amount' && money > 0 ? { amountFen: 1 + (part % money) } : {};
};

const after = (of: Purchase, wish: RefundWish): Purchase => {
  const plan = planRefund(of, wish);
  const lines = plan.lines.map(({ lineNo, quantity, amountFen, refundedAfter }) =>
    line(lineNo, quantity, amountFen, refundedAfter.quantity, refundedAfter.amountFen),
  );
  return { ...purchase(...lines), refundState: plan.full ? 'full' : 'partial' };
};

describe('any sequence of refunds', () => {
  it('L6 never takes more than is there, and ends in exactly the whole', () => {
    fc.assert(
      fc.property(
        fc.array(anyLine, { minLength: 1, maxLength: 6 }),
        fc.array(anyStep, { maxLength: 25 }),
        (drafts, steps) => {
          let now: Purchase = purchase(...drafts.map(({ quantity, amountFen }, i) => line(i + 1, quantity, amountFen)));
          let paid = 0;
          for (const step of [...steps, { kind: 'rest', pick: 0, part: 0 }]) {
            if (now.refundState === 'full') break;
            const before = now.refundedFen;
            now = after(now, wishOf(now, step));
            paid += now.refundedFen - before;
            for (const one of now.lines) {
              expect(one.refundedFen).toBeLessThanOrEqual(one.amountFen);
              expect(one.refundedQuantity).toBeLessThanOrEqual(one.quantity);
            }
          }
          expect(now.refundState).toBe('full');
          expect(paid).toBe(now.netFen);
          for (const one of now.lines)
            expect([one.refundedFen, one.refundedQuantity]).toEqual([one.amountFen, one.quantity]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('L6 things of a line cost the same one by one as together', () => {
    fc.assert(
      fc.property(anyLine, ({ quantity, amountFen }) => {
        let now = line(1, quantity, amountFen);
        let alone = 0;
        for (let i = 0; i < quantity; i += 1) {
          const fen = priceOf(now, 1);
          alone += fen;
          now = { ...now, refundedQuantity: now.refundedQuantity + 1, refundedFen: now.refundedFen + fen };
        }
        expect(alone).toBe(priceOf(line(1, quantity, amountFen), quantity));
        expect(alone).toBe(amountFen);
      }),
    );
  });
});
