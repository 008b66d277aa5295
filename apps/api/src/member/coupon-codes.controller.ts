import { MemberCouponsRead, UseCode } from '@fanloop/coupons';
import { IdempotencyKey } from '@fanloop/platform';
import { Body, Controller, Post } from '@nestjs/common';
import { Answers } from '../answers';
import { Caller, ForMember, type MemberCaller } from '../auth';
import { MyCouponDto, UseCodeDto } from './coupons.dto';

/** Unique codes: from a card, a parcel, a partner. */
@Controller('member/coupons/codes')
export class MemberCouponCodesController {
  constructor(
    private readonly useCode: UseCode,
    private readonly coupons: MemberCouponsRead,
  ) {}

  /** Turns a code into one coupon. */
  @Post()
  @ForMember()
  @Answers({ status: 201, type: MyCouponDto })
  async use(
    @Body() { code: text }: UseCodeDto,
    @IdempotencyKey() idempotencyKey: string,
    @Caller() { memberId }: MemberCaller,
  ) {
    return this.coupons.claimed(await this.useCode.execute({ memberId, text, idempotencyKey }));
  }
}
