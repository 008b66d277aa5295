import { CardsAdminRead, RefundCard, RefundPreviewRead } from '@fanloop/memberships';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Answers } from '../answers';
import { Caller, ForConsole, type StaffCaller } from '../auth';
import {
  MembershipCardsDto,
  MembershipCardsPageDto,
  StaffRefundDto,
  StaffRefundedDto,
  StaffRefundPreviewDto,
} from './membership-cards.dto';

/** What members hold of paid membership. */
@Controller('console/membership-cards')
export class MembershipCardsController {
  constructor(
    private readonly cards: CardsAdminRead,
    private readonly preview: RefundPreviewRead,
    private readonly refundCard: RefundCard,
  ) {}

  @Get()
  @ForConsole('memberships.read')
  @Answers({ status: 200, type: MembershipCardsDto })
  list(@Query() { state, planId, memberId, q, page, pageSize }: MembershipCardsPageDto) {
    const filter = { state: state ?? null, planId: planId ?? null, memberId: memberId ?? null, q: q || null };
    return this.cards.page(filter, page, pageSize);
  }

  /** What giving it back would bring today. */
  @Get(':cardNo/refund')
  @ForConsole('memberships.refund')
  @Answers({ status: 200, type: StaffRefundPreviewDto })
  refundOf(@Param('cardNo') cardNo: string) {
    return this.preview.of(cardNo, null);
  }

  /** Tier, unused welcome coupons and money together; audited with its reason. */
  @Post(':cardNo/refund')
  @HttpCode(200)
  @ForConsole('memberships.refund')
  @Answers({ status: 200, type: StaffRefundedDto })
  refund(
    @Param('cardNo') cardNo: string,
    @Body() { amountFen, note }: StaffRefundDto,
    @Caller() { staffId }: StaffCaller,
  ) {
    return this.refundCard.execute({ cardNo, amountFen, actor: { kind: 'staff', id: staffId }, note });
  }
}
