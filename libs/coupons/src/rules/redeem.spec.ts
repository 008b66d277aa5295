import type { Coupon } from './coupon';
import { giveBack } from './give-back';
import { redeem, type Use } from './redeem';
import { termsOf } from './terms';

const at = new Date('2026-06-15T04:00:00Z');
const hours = (n: number): Date => new Date(at.getTime() + n * 3_600_000);

const coupon = (more: Partial<Coupon> = {}): Coupon => ({
  couponId: '9',
  channel: 'claim',
  couponNo: 'ABCDEFGH2345',
  templateId: '5',
  memberId: '1',
  state: 'claimed',
  validFrom: hours(-24),
  validUntil: hours(24),
  lockReference: null,
  lockedUntil: null,
  graced: false,
  terms: termsOf({
    kind: 'cash',
    name: '满减券',
    amountFen: 500,
    thresholdFen: 3000,
    scope: { stores: null, categories: null },
    validity: { kind: 'days', days: 7 },
    returnGraceDays: 3,
  }),
  ...more,
});

const use: Use = {
  memberId: '1',
  storeId: '7',
  reference: 'order-1',
  at,
  wall: { day: '2026-06-15', weekday: 1, time: '12:00', isHoliday: false },
  lines: [{ sku: null, category: null, quantity: 2, amountFen: 3800 }],
};

const answer = (of: Coupon | undefined, more: Partial<Use> = {}) => {
  const judged = redeem(of, { ...use, ...more });
  return judged.ok ? judged.value.discountFen : judged.refusal.code;
};

describe('redeem', () => {
  it.each<[string, Coupon | undefined, string | number]>([
    ['a claimed coupon in its time', coupon(), 500],
    ['one that is not there', undefined, 'CouponNotFound'],
    ["somebody else's: as if it were not there", coupon({ memberId: '2' }), 'CouponNotFound'],
    ['one that was used', coupon({ state: 'redeemed' }), 'CouponRedeemed'],
    ['one that expired', coupon({ state: 'expired' }), 'CouponExpired'],
    ['one that is void', coupon({ state: 'void' }), 'CouponVoid'],
    ['one whose last moment is over, before the sweep', coupon({ validUntil: at }), 'CouponExpired'],
    ['one in its first moment', coupon({ validFrom: at }), 500],
    ['one that begins later', coupon({ validFrom: hours(1) }), 'CouponNotYetValid'],
    [
      'one that another order holds',
      coupon({ state: 'locked', lockReference: 'x', lockedUntil: hours(1) }),
      'CouponLocked',
    ],
    ['one that this order holds', coupon({ state: 'locked', lockReference: 'order-1', lockedUntil: hours(1) }), 500],
    ['one whose lock lapsed', coupon({ state: 'locked', lockReference: 'x', lockedUntil: at }), 500],
  ])('%s', (_, of, expected) => {
    expect(answer(of)).toBe(expected);
  });
});

describe('giveBack', () => {
  /** Midnights in UTC, for reading. */
  const startOfDayAfter = (from: Date, days: number): Date =>
    new Date(Math.floor(from.getTime() / 86_400_000 + days) * 86_400_000);

  it('a coupon with enough time left comes back as it was', () => {
    const validUntil = hours(24 * 30);
    expect(giveBack(coupon({ validUntil }), at, startOfDayAfter)).toEqual({
      state: 'claimed',
      validUntil,
      graced: false,
    });
  });

  it('one that expired while it was used stays usable to the end of the third day', () => {
    const back = giveBack(coupon({ validUntil: hours(-1) }), at, startOfDayAfter);
    expect(back).toEqual({ state: 'claimed', validUntil: new Date('2026-06-19T00:00:00Z'), graced: true });
  });

  it('the grace is given once: buying and refunding in turns does not keep a coupon alive', () => {
    const back = giveBack(coupon({ validUntil: hours(-1), graced: true }), at, startOfDayAfter);
    expect(back).toMatchObject({ state: 'expired', graced: true });
  });

  it('terms without a grace let it expire', () => {
    const { terms } = coupon();
    const back = giveBack(coupon({ validUntil: at, terms: { ...terms, returnGraceDays: 0 } }), at, startOfDayAfter);
    expect(back).toEqual({ state: 'expired', validUntil: at, graced: false });
  });
});
