import type { Coupon } from './coupon';
import { acceptGift, type Gift, giftUntil, whyNotGivable } from './gift';
import { whyNotRedeemable } from './redeem';
import { termsText } from './sentence';
import { type KeptTerms, termsOf } from './terms';

const at = new Date('2026-06-15T04:00:00Z');
const hours = (n: number): Date => new Date(at.getTime() + n * 3_600_000);

const terms = termsOf({
  kind: 'cash',
  name: '满 30 减 5',
  amountFen: 500,
  thresholdFen: 3000,
  scope: {},
  validity: { kind: 'days', days: 7 },
  returnGraceDays: 3,
  giving: { hours: 24, perReceiver: 1 },
} as KeptTerms);
const coupon = (more: Partial<Coupon> = {}): Coupon => ({
  couponId: '5',
  couponNo: 'ABCDEFGHJKMN',
  templateId: '3',
  memberId: '1',
  channel: 'claim',
  state: 'claimed',
  validFrom: hours(-1),
  validUntil: hours(100),
  lockReference: null,
  lockedUntil: null,
  graced: false,
  terms,
  ...more,
});
const held = (more: Partial<Coupon> = {}) =>
  coupon({ state: 'locked', lockReference: 'gift:9', lockedUntil: hours(24), ...more });

describe('a coupon that is given to a friend', () => {
  it.each<[string, Partial<Coupon>, string | undefined]>([
    ['one of its own', {}, undefined],
    ['one that is not valid yet', { validFrom: hours(9) }, undefined],
    ['one that is offered already', { state: 'locked', lockReference: 'gift:9', lockedUntil: hours(1) }, undefined],
    ['one that an order holds', { state: 'locked', lockReference: 'order:1', lockedUntil: hours(1) }, 'CouponLocked'],
    ['one whose order never came back', { state: 'locked', lockReference: 'order:1', lockedUntil: at }, undefined],
    ['one that was a gift', { channel: 'gift' }, 'GiftNotAgain'],
    ['one whose terms do not allow it', { terms: { ...terms, giving: null } }, 'GiftNotAllowed'],
    ['a used one', { state: 'redeemed' }, 'CouponRedeemed'],
    ['a void one', { state: 'void' }, 'CouponVoid'],
    ['one whose time is over', { validUntil: at }, 'CouponExpired'],
  ])('%s', (_, more, code) => {
    expect(whyNotGivable(coupon(more), at)?.code).toBe(code);
  });

  it('waits as long as its terms say, and never longer than the coupon lives', () => {
    expect(giftUntil(coupon(), at)).toEqual(hours(24));
    expect(giftUntil(coupon({ validUntil: hours(3) }), at)).toEqual(hours(3));
  });

  it('cannot be used meanwhile, and says why; afterwards it can', () => {
    expect(whyNotRedeemable(held(), { at, reference: 'P1' })?.code).toBe('CouponOffered');
    expect(whyNotRedeemable(held(), { at: hours(24), reference: 'P1' })).toBeNull();
  });

  it('says so on the ticket', () => {
    expect(termsText(terms, null)).toBe('满 ¥30 减 ¥5，全部门店可用，可转赠好友一次');
  });
});

describe('a gift that is accepted', () => {
  const gift = (more: Partial<Gift> = {}): Gift => ({
    giftId: '9',
    couponId: '5',
    templateId: '3',
    fromMemberId: '1',
    toMemberId: null,
    state: 'offered',
    expiresAt: hours(24),
    ...more,
  });
  const friend = { memberId: '2', at, received: 0 };
  const said = (outcome: ReturnType<typeof acceptGift>) => (outcome.ok ? outcome.value : outcome.refusal.code);

  it.each<[string, Gift, Coupon | undefined, Partial<typeof friend>, string]>([
    ['by a friend', gift(), held(), {}, 'now'],
    ['by oneself', gift(), held(), { memberId: '1' }, 'GiftOwn'],
    ['twice', gift({ state: 'accepted', toMemberId: '2' }), coupon({ memberId: '2' }), {}, 'again'],
    ['after another', gift({ state: 'accepted', toMemberId: '7' }), coupon({ memberId: '7' }), {}, 'GiftTaken'],
    ['after it was taken back', gift({ state: 'withdrawn' }), coupon(), {}, 'GiftWithdrawn'],
    ['at its last instant', gift(), held(), { at: new Date(hours(24).getTime() - 1) }, 'now'],
    ['too late', gift(), held(), { at: hours(24) }, 'GiftExpired'],
    ['after the sweep', gift({ state: 'expired' }), coupon(), {}, 'GiftExpired'],
    ['when the coupon is over', gift(), held({ validUntil: at }), {}, 'CouponExpired'],
    ['when the giver has left', gift(), held({ state: 'void' }), {}, 'GiftGone'],
    ['when the hold is gone', gift(), coupon(), {}, 'GiftGone'],
    ['when the coupon is used', gift(), coupon({ state: 'redeemed' }), {}, 'GiftGone'],
    ['when another gift holds it', gift(), held({ lockReference: 'gift:10' }), {}, 'GiftGone'],
    ['by who has had enough of them', gift(), held(), { received: 1 }, 'GiftLimitReached'],
  ])('%s', (_, one, its, who, expected) => {
    expect(said(acceptGift(one, its, { ...friend, ...who }))).toBe(expected);
  });
});
