import { MemberCouponsRead } from '@fanloop/coupons';
import { Controller, Get, Param } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { Answers } from '../answers';
import { ForConsole } from '../auth';
import { RowId } from '../row-id.pipe';
import { myCoupon } from '../shapes/my-coupon';

export class ConsoleMemberCouponsDto extends createZodDto(z.object({ items: z.array(myCoupon) })) {}

/** A member's coupons: the usable ones first, then the used, then the expired. */
@Controller('console/members/:id/coupons')
export class ConsoleMemberCouponsController {
  constructor(private readonly coupons: MemberCouponsRead) {}

  @Get()
  @ForConsole('members.read')
  @Answers({ status: 200, type: ConsoleMemberCouponsDto })
  async list(@Param('id', RowId) memberId: string) {
    const tabs = ['usable', 'used', 'expired'] as const;
    const lists = await Promise.all(tabs.map((tab) => this.coupons.list(memberId, tab)));
    return { items: lists.flat() };
  }
}
