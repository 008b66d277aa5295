import { GiveableCouponsRead, GiveCoupon } from '@fanloop/counter';
import { MemberCouponsRead } from '@fanloop/coupons';
import { assertAllowed } from '@fanloop/organization';
import { IdempotencyKey } from '@fanloop/platform';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { Answers } from '../answers';
import { Caller, ForClerk, type StaffCaller } from '../auth';
import { myCoupon } from '../shapes/my-coupon';
import { rowId } from '../shapes/page';

const visit = z.object({ visitToken: z.string().min(20).max(200), storeId: rowId });

export class CouponDeskDto extends createZodDto(visit) {}
export class GiveCouponDto extends createZodDto(visit.extend({ templateId: rowId })) {}
export class GivenCouponDto extends createZodDto(myCoupon) {}
export class GiveableCouponsDto extends createZodDto(
  z.object({
    items: z.array(
      z.object({
        templateId: z.string(),
        name: z.string(),
        headline: z.string(),
        terms: z.string(),
        validityText: z.string(),
        leftToday: z.number().int().describe('how many of it this clerk may still give today'),
        reason: z.string().nullable().describe('why this member cannot be given one now'),
      }),
    ),
  }),
) {}

/** Coupons that a clerk hands to the member who stands there. */
@Controller('clerk/giveable-coupons')
export class ClerkGiveableCouponsController {
  constructor(
    private readonly giveable: GiveableCouponsRead,
    private readonly give: GiveCoupon,
    private readonly coupons: MemberCouponsRead,
  ) {}

  /** A POST, because the visit's token is a secret and belongs in no address. */
  @Post()
  @HttpCode(200)
  @ForClerk('coupons.give')
  @Answers({ status: 200, type: GiveableCouponsDto })
  async list(@Body() { visitToken, storeId }: CouponDeskDto, @Caller() clerk: StaffCaller) {
    assertAllowed(clerk, 'coupons.give', storeId);
    return { items: await this.giveable.list({ staffId: clerk.staffId, visitToken, storeId }) };
  }

  @Post('given')
  @ForClerk('coupons.give')
  @Answers({ status: 201, type: GivenCouponDto })
  async one(@Body() body: GiveCouponDto, @IdempotencyKey() idempotencyKey: string, @Caller() clerk: StaffCaller) {
    return this.coupons.claimed(await this.give.execute({ ...body, clerk, idempotencyKey }));
  }
}
