import { ClaimableTemplatesRead, ClaimCoupon, MemberCouponsRead } from '@fanloop/coupons';
import { IdempotencyKey } from '@fanloop/platform';
import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Answers } from '../answers';
import { Caller, ForMember, ForVisitor, type MemberCaller, type VisitorCaller } from '../auth';
import { refuse } from '../auth/refusals';
import { RowId } from '../row-id.pipe';
import { CouponsDto, CouponsQueryDto, MyCouponDto } from './coupons.dto';

/** What can be claimed, and what the member holds. Whose coupons they are comes from the session alone. */
@Controller('member/coupons')
export class MemberCouponsController {
  constructor(
    private readonly claimables: ClaimableTemplatesRead,
    private readonly coupons: MemberCouponsRead,
    private readonly claim: ClaimCoupon,
  ) {}

  /** Visitors see what they could claim as members. */
  @Get()
  @ForVisitor()
  @Answers({ status: 200, type: CouponsDto })
  async list(@Query() { state }: CouponsQueryDto, @Caller() caller: MemberCaller | VisitorCaller) {
    const memberId = caller.kind === 'member' ? caller.memberId : null;
    if (state === 'claimable') return { items: await this.claimables.list(memberId) };
    if (memberId === null) throw refuse('NotEnrolled');
    return { items: await this.coupons.list(memberId, state) };
  }

  @Post('templates/:templateId/claims')
  @ForMember()
  @Answers({ status: 201, type: MyCouponDto })
  async claimOne(
    @Param('templateId', RowId) templateId: string,
    @IdempotencyKey() idempotencyKey: string,
    @Caller() { memberId }: MemberCaller,
  ) {
    return this.coupons.claimed(await this.claim.execute({ templateId, memberId, idempotencyKey }));
  }
}
