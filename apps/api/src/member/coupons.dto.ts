import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

const fen = z.number().int();
const time = z.iso.datetime();

export const myCoupon = z.object({
  couponId: z.string(),
  couponNo: z.string(),
  templateId: z.string(),
  name: z.string(),
  kind: z.literal('cash'),
  amountFen: fen,
  thresholdFen: fen,
  terms: z.string(),
  storesText: z.string(),
  state: z.enum(['claimed', 'locked', 'redeemed', 'expired', 'void']),
  validFrom: time,
  validUntil: time,
  claimedAt: time,
  redeemedAt: time.nullable(),
  purchaseNo: z.string().nullable(),
});

export const claimableTemplate = z.object({
  templateId: z.string(),
  name: z.string(),
  kind: z.literal('cash'),
  amountFen: fen,
  thresholdFen: fen,
  terms: z.string(),
  storesText: z.string(),
  validityText: z.string(),
  stockLeft: z.number().int(),
  perMemberLimit: z.number().int(),
  claimedByMe: z.number().int(),
  claimable: z.boolean(),
  reason: z.string().nullable(),
});

export class CouponsQueryDto extends createZodDto(
  z.object({ state: z.enum(['claimable', 'usable', 'used', 'expired']).default('usable') }),
) {}

export class MyCouponDto extends createZodDto(myCoupon) {}
export class CouponsDto extends createZodDto(z.object({ items: z.array(z.union([myCoupon, claimableTemplate])) })) {}
