import { z } from 'zod';

const fen = z.number().int();
const time = z.iso.datetime();

export const couponKind = z.enum([
  'cash',
  'percent',
  'steps',
  'nth-item',
  'buy-get',
  'exchange',
  'gift',
  'free-delivery',
]);

/** One coupon of a member, as the member and managers see it. */
export const myCoupon = z.object({
  couponId: z.string(),
  couponNo: z.string(),
  templateId: z.string(),
  name: z.string(),
  kind: couponKind,
  headline: z.string().describe('what stands large on the ticket'),
  amountFen: fen.describe('of cash coupons; 0 for other kinds'),
  thresholdFen: fen,
  terms: z.string(),
  storesText: z.string(),
  state: z.enum(['claimed', 'locked', 'redeemed', 'expired', 'void']),
  validFrom: time,
  validUntil: time,
  claimedAt: time,
  redeemedAt: time.nullable(),
  purchaseNo: z.string().nullable(),
  voidReason: z.string().nullable().describe('why the brand took it back unused'),
  isGiftable: z.boolean().describe('its owner may give it to a friend now'),
  isReceived: z.boolean().describe('it came from a friend'),
  gift: z.object({ giftId: z.string(), expiresAt: time }).nullable().describe('on its way to a friend'),
});
