import fc from 'fast-check';
import { combine } from './combination';
import { type Settlement, type StandingLine, settle, type UsedCoupon } from './partial-refund';
import { type KeptTerms, termsOf } from './terms';

const WALL = { day: '2026-06-15', weekday: 1, time: '12:00', isHoliday: false };
const UNTIL = new Date('2026-07-15T16:00:00.000Z');

/** What was bought: SKU, pieces and the price of all of them. */
interface Bought {
  readonly sku: string;
  readonly quantity: number;
  readonly fen: number;
}

const coupon = (kept: Partial<KeptTerms>, couponId = '1') => ({
  couponId,
  validUntil: UNTIL,
  terms: termsOf({
    kind: 'cash',
    name: '满 30 减 5',
    amountFen: 500,
    thresholdFen: 3000,
    validity: { kind: 'days', days: 30 },
    scope: {},
    returnGraceDays: 3,
    belowThreshold: 'deduct',
    stacking: { class: couponId, with: 'other-classes' },
    ...kept,
  } as KeptTerms),
});
type Given = ReturnType<typeof coupon>;

/** A purchase with its coupons used, as the till writes it down. */
const bought = (coupons: readonly Given[], basket: readonly Bought[]) => {
  const lines = basket.map(({ sku, quantity, fen }) => ({ sku, category: null, quantity, amountFen: fen }));
  const combined = combine(coupons, { storeId: '1', lines, wall: WALL });
  if (!combined.ok) throw combined.refusal;
  const { parts, lineDiscounts } = combined.value;
  const used = coupons.map(
    (one): UsedCoupon => ({
      ...one,
      lineDiscounts: parts.find(({ couponId }) => couponId === one.couponId)!.discount.lineDiscounts,
      keptBackFen: 0,
    }),
  );
  const standing = lines.map(
    (line, i): StandingLine => ({
      ...line,
      amountFen: line.amountFen - lineDiscounts[i]!,
      refundedFen: 0,
      refundedQuantity: 0,
    }),
  );
  return { used, standing };
};

/** After `fen` of money and `quantity` pieces more of one line went back. */
const back = (lines: readonly StandingLine[], i: number, quantity: number, fen: number): StandingLine[] =>
  lines.map((line, n) =>
    n === i
      ? { ...line, refundedQuantity: line.refundedQuantity + quantity, refundedFen: line.refundedFen + fen }
      : line,
  );

const after = (used: readonly UsedCoupon[], { keptBack }: Settlement): UsedCoupon[] =>
  used.map((one) => ({ ...one, keptBackFen: keptBack.find(({ couponId }) => couponId === one.couponId)!.fen }));

const TWO_TEAS = [{ sku: 'TEA', quantity: 2, fen: 3200 }];

describe('C8 a part goes back', () => {
  it('C8 the rest keeps its share where the terms say so: the shopper gets what he paid for that part', () => {
    const { used, standing } = bought([coupon({ belowThreshold: 'keep' })], TWO_TEAS);
    expect(standing[0]!.amountFen).toBe(2700);
    expect(settle(used, back(standing, 0, 1, 1350), 1350)).toEqual({
      deductedFen: 0,
      keptBack: [{ couponId: '1', fen: 0 }],
      why: ['满 30 减 5：退后适用商品剩 ¥16.00，不满门槛，其余商品仍享已得的优惠'],
    });
  });

  it('C8 or pays back what it no longer earns: one tea is kept for its full ¥16.00', () => {
    const { used, standing } = bought([coupon({})], TWO_TEAS);
    const first = settle(used, back(standing, 0, 1, 1350), 1350);
    expect(first).toEqual({
      deductedFen: 250,
      keptBack: [{ couponId: '1', fen: 250 }],
      why: ['满 30 减 5：退后适用商品剩 ¥16.00，不满门槛，扣回优惠 ¥2.50'],
    });
    // 1350 − 250 came back: 2700 − 1100 = 1600 for the tea that stayed. With it everything comes back, the 250 as well.
    expect(settle(after(used, first), back(standing, 0, 2, 2700), 1350)).toEqual({
      deductedFen: -250,
      keptBack: [{ couponId: '1', fen: 0 }],
      why: ['先前扣回的优惠 ¥2.50 一并退还'],
    });
  });

  it('C8 a line’s own share stays with it while the rest reaches the threshold, whatever else goes back', () => {
    const { used, standing } = bought([coupon({})], [...TWO_TEAS, { sku: 'MLK', quantity: 2, fen: 3000 }]);
    expect(standing.map((line) => line.amountFen)).toEqual([2942, 2758]);
    expect(settle(used, back(standing, 1, 2, 2758), 2758)).toMatchObject({ deductedFen: 0, why: [] });
  });

  it('C7 C8 only eligible lines count for the threshold of the rest', () => {
    const tea = coupon({ scope: { skus: [{ code: 'TEA', name: '桂花乌龙' }] } });
    const { used, standing } = bought([tea], [...TWO_TEAS, { sku: 'MLK', quantity: 1, fen: 9000 }]);
    expect(settle(used, back(standing, 0, 1, 1350), 1350)).toMatchObject({ deductedFen: 250 });
    expect(settle(used, back(standing, 1, 1, 9000), 9000)).toMatchObject({ deductedFen: 0, why: [] });
  });

  it('of steps the lower one is still earned', () => {
    const steps = [
      { thresholdFen: 5000, amountFen: 800 },
      { thresholdFen: 10_000, amountFen: 2000 },
    ];
    const cut = coupon({ kind: 'steps', steps, thresholdFen: 0, name: '阶梯券' } as Partial<KeptTerms>);
    const { used, standing } = bought(
      [cut],
      [
        { sku: 'A', quantity: 1, fen: 6000 },
        { sku: 'B', quantity: 1, fen: 4000 },
      ],
    );
    expect(standing.map((line) => line.amountFen)).toEqual([4800, 3200]);
    // A stays at ¥60 with a share of ¥12, of which a purchase of ¥60 earns ¥8.
    expect(settle(used, back(standing, 1, 1, 3200), 3200)).toMatchObject({
      deductedFen: 400,
      why: ['阶梯券：退后适用商品剩 ¥60.00，只够减 ¥8.00，扣回优惠 ¥4.00'],
    });
  });

  it('of “buy two, get one” the free one is paid when a paid one goes back', () => {
    const free = coupon({ kind: 'buy-get', buy: 2, get: 1, thresholdFen: 0, name: '买 2 赠 1' } as Partial<KeptTerms>);
    const { used, standing } = bought(
      [free],
      [
        { sku: 'A', quantity: 2, fen: 4000 },
        { sku: 'B', quantity: 1, fen: 1500 },
      ],
    );
    expect(standing.map((line) => line.amountFen)).toEqual([4000, 0]);
    expect(settle(used, back(standing, 0, 1, 2000), 2000)).toMatchObject({
      deductedFen: 1500,
      why: ['买 2 赠 1：退后适用商品剩 2 件，不足 3 件，扣回优惠 ¥15.00'],
    });
    // The free one itself goes back: nothing was paid for it, and nothing is owed for it.
    expect(settle(used, back(standing, 1, 1, 0), 0)).toMatchObject({ deductedFen: 0, why: [] });
  });

  it('several coupons answer each for itself, and one that falls raises what the next one sees', () => {
    const fold = coupon(
      { kind: 'percent', percent: 90, capFen: null, thresholdFen: 3000, name: '九折' } as Partial<KeptTerms>,
      '1',
    );
    const cash = coupon({ name: '减 5', thresholdFen: 1500, amountFen: 500 }, '2');
    const { used, standing } = bought([fold, cash], TWO_TEAS);
    expect(standing[0]!.amountFen).toBe(3200 - 320 - 500);
    // One tea stays: ¥16.00 misses the fold's ¥30, and without the fold it reaches the ¥15 of the other.
    expect(settle(used, back(standing, 0, 1, 1190), 1190)).toMatchObject({
      deductedFen: 160,
      keptBack: [
        { couponId: '1', fen: 160 },
        { couponId: '2', fen: 0 },
      ],
    });
  });

  it('never takes money from the shopper: what one refund cannot pay, the next one does', () => {
    const { used, standing } = bought([coupon({})], TWO_TEAS);
    const first = settle(used, back(standing, 0, 0, 200), 200);
    expect(first.deductedFen).toBe(200);
    const second = settle(after(used, first), back(standing, 0, 1, 1350), 1150);
    expect(first.deductedFen + second.deductedFen).toBe(250);
  });
});

const anyBasket = fc.array(
  fc.record({
    sku: fc.constantFrom('A', 'B', 'C'),
    quantity: fc.integer({ min: 1, max: 4 }),
    fen: fc.integer({ min: 200, max: 5000 }),
  }),
  { minLength: 1, maxLength: 5 },
);
const anySteps = fc.array(fc.record({ line: fc.nat(), part: fc.nat() }), { maxLength: 12 });

describe('C8 any sequence of parts', () => {
  it('C8 gives what one refund of their sum gives, never less, more only by what was paid out before; and all of it in the end', () => {
    fc.assert(
      fc.property(
        anyBasket,
        anySteps,
        fc.constantFrom('keep', 'deduct'),
        fc.integer({ min: 1, max: 4000 }),
        (basket, steps, belowThreshold, thresholdFen) => {
          const total = basket.reduce((sum, { fen }) => sum + fen, 0);
          const amountFen = Math.min(100, thresholdFen);
          fc.pre(total >= thresholdFen);
          const start = bought([coupon({ thresholdFen, amountFen, belowThreshold })], basket);
          const paid = start.standing.reduce((sum, line) => sum + line.amountFen, 0);
          let { used, standing } = start;
          let [given, most] = [0, 0];
          const sumBack = (): number => standing.reduce((sum, line) => sum + line.refundedFen, 0);
          const refund = (i: number, fen: number): void => {
            standing = back(
              standing,
              i,
              fen === standing[i]!.amountFen - standing[i]!.refundedFen
                ? standing[i]!.quantity - standing[i]!.refundedQuantity
                : 0,
              fen,
            );
            const settled = settle(used, standing, fen);
            used = after(used, settled);
            expect(settled.deductedFen).toBeLessThanOrEqual(fen);
            given += fen - settled.deductedFen;
            // What one refund of all that went back so far would give.
            const whole = sumBack() - settle(start.used, standing, sumBack()).deductedFen;
            most = Math.max(most, whole);
            expect(given).toBe(most);
            if (belowThreshold === 'keep') expect(given).toBe(sumBack());
          };
          for (const { line, part } of steps) {
            const i = line % standing.length;
            const left = standing[i]!.amountFen - standing[i]!.refundedFen;
            if (left > 0) refund(i, 1 + (part % left));
          }
          standing.forEach((_, i) => {
            const left = standing[i]!.amountFen - standing[i]!.refundedFen;
            if (left > 0) refund(i, left);
          });
          expect(given).toBe(paid);
          expect(used.map(({ keptBackFen }) => keptBackFen)).toEqual([0]);
        },
      ),
      { numRuns: 150 },
    );
  });
});
