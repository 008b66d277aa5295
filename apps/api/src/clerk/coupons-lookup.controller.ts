import { CouponLookupRead } from '@fanloop/coupons';
import { assertAllowed } from '@fanloop/organization';
import { RateLimits } from '@fanloop/platform';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { Answers } from '../answers';
import { Caller, ForClerk, type StaffCaller } from '../auth';
import { couponKind } from '../shapes/my-coupon';

/** Numbers cannot be guessed; trying is limited all the same. */
const LOOK_UPS = { name: 'coupon-lookup', points: 60, windowSeconds: 300 };

export class CouponLookupDto extends createZodDto(
  z.object({ couponNo: z.string().trim().min(4).max(48), storeId: z.string().regex(/^\d{1,19}$/) }),
) {}

export class LookedUpCouponDto extends createZodDto(
  z.object({
    couponId: z.string(),
    couponNo: z.string(),
    templateId: z.string(),
    name: z.string(),
    kind: couponKind,
    headline: z.string(),
    amountFen: z.number().int(),
    thresholdFen: z.number().int(),
    terms: z.string(),
    storesText: z.string(),
    state: z.enum(['claimed', 'locked', 'redeemed', 'expired', 'void']),
    validFrom: z.iso.datetime(),
    validUntil: z.iso.datetime(),
    claimedAt: z.iso.datetime(),
    redeemedAt: z.iso.datetime().nullable(),
    purchaseNo: z.string().nullable(),
    usableHere: z.boolean(),
    reason: z.string().nullable(),
  }),
) {}

@Controller('clerk/coupons')
export class ClerkCouponsLookupController {
  constructor(
    private readonly coupons: CouponLookupRead,
    private readonly limits: RateLimits,
  ) {}

  @Post('lookup')
  @HttpCode(200)
  @ForClerk('coupons.verify')
  @Answers({ status: 200, type: LookedUpCouponDto })
  async lookup(@Body() body: CouponLookupDto, @Caller() clerk: StaffCaller) {
    assertAllowed(clerk, 'coupons.verify', body.storeId);
    await this.limits.consume(LOOK_UPS, `staff:${clerk.staffId}`);
    return this.coupons.find(body.couponNo, body.storeId);
  }
}
