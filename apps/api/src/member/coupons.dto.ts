import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { couponKind, myCoupon } from '../shapes/my-coupon';

const fen = z.number().int();

export const claimableTemplate = z.object({
  templateId: z.string(),
  name: z.string(),
  kind: couponKind,
  headline: z.string(),
  amountFen: fen.describe('of cash coupons; 0 for other kinds'),
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
export class UseCodeDto extends createZodDto(
  z.object({ code: z.string().min(1).max(80).describe('as it is typed, pasted or scanned') }),
) {}
