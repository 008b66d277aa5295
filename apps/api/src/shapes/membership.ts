import { CARD_STATES, DURATION_UNITS, REFUND_CAUSES, USED_COUPON_RULES } from '@fanloop/memberships';
import { z } from 'zod';
import { why } from './reward';

const time = z.iso.datetime();
const count = z.number().int();
const day = z.string().describe('a business day of the brand, YYYY-MM-DD');

export const duration = z.object({ unit: z.enum(DURATION_UNITS), count: count.min(1).max(1096) });
export const usedCoupons = z
  .enum(USED_COUPON_RULES)
  .describe('what a used welcome coupon means for a refund: nothing, its worth is deducted, or there is none');

/** A card as its holder and the console see it. */
export const card = z.object({
  cardNo: z.string(),
  planId: z.string(),
  name: z.string().describe('as it was bought'),
  priceFen: count,
  tierCode: z.string(),
  tierName: z.string(),
  state: z.enum(CARD_STATES),
  isRenewal: z.boolean(),
  orderedAt: time,
  paidAt: time.nullable(),
  startsOn: day.nullable(),
  lastOn: day.nullable().describe('the last day, counted'),
  daysLeft: count.nullable().describe('days after today; null where it does not run'),
  endedAt: time.nullable(),
  refundFen: count.nullable(),
  refundCause: z.enum(REFUND_CAUSES).nullable(),
  refundNote: z.string().nullable(),
  couponsMissed: count.describe('welcome coupons that could not be given'),
});

const sum = z.object({
  amountFen: count.describe('what goes back'),
  daysTotal: count,
  daysLeft: count.describe('today has begun and counts as used'),
  daysFen: count.describe('what the days that are left are worth'),
  deductedFen: count.describe('for welcome coupons that were used'),
  isWhole: z.boolean().describe('it has not begun: the whole price'),
});

export const refundSum = sum;
export const refundPreview = z.object({
  sum: sum.nullable(),
  usedCoupons: count,
  why: why.describe('why it cannot be given back; null: nothing is in the way'),
});
