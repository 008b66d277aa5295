import type { Answer, paths } from '@fanloop/api-client';

// A coupon in hand, and one that can be had; typed by the OpenAPI document as the others are.

type Made<P extends keyof paths> = Answer<P, 'post'>;

const AT = '2026-11-20T06:30:00.000Z';
const soon = (ms: number): string => new Date(Date.now() + ms).toISOString();

export const coupon: Made<'/api/member/coupons/templates/{templateId}/claims'> = {
  couponId: '21',
  couponNo: 'C20938475',
  templateId: '1',
  name: '会员日立减券',
  kind: 'cash',
  headline: '¥10',
  amountFen: 1000,
  thresholdFen: 5000,
  terms: '满 ¥50 可用',
  storesText: '全部门店',
  state: 'claimed',
  validFrom: AT,
  validUntil: soon(86_400_000),
  claimedAt: AT,
  redeemedAt: null,
  purchaseNo: null,
  voidReason: null,
  isGiftable: true,
  isReceived: false,
  gift: null,
};
const face = {
  giftId: '5',
  name: coupon.name,
  headline: coupon.headline,
  thresholdFen: coupon.thresholdFen,
  terms: coupon.terms,
  validUntil: coupon.validUntil,
  expiresAt: soon(3_600_000),
};
const gift: Answer<'/api/member/coupon-gifts/{token}', 'get'> = { ...face, from: '小*', standing: 'open' };
const gifts: Answer<'/api/member/coupon-gifts', 'get'> = {
  items: [{ ...face, couponId: '20', direction: 'out', state: 'accepted', other: '青*', at: AT }],
};
export const answersOfGifts: readonly (readonly [string, string, unknown])[] = [
  ['GET', '/member/coupon-gifts/tea-for-a-friend', gift],
  ['GET', '/member/coupon-gifts', gifts],
];

export const template = (claimed: boolean) => ({
  templateId: '1',
  name: '老白茶立减券',
  kind: 'cash' as const,
  headline: '¥8',
  amountFen: 800,
  thresholdFen: 3800,
  terms: '满 ¥38 可用',
  storesText: '全部门店',
  validityText: '领取后 14 天内有效',
  stockLeft: 20,
  perMemberLimit: 1,
  claimedByMe: claimed ? 1 : 0,
  claimable: !claimed,
  reason: claimed ? '每人限领 1 张' : null,
});
