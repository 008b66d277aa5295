import { BuyCard, MembershipRead, RefundCard, RefundPreviewRead } from '@fanloop/memberships';
import { IdempotencyKey } from '@fanloop/platform';
import { Body, Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { Answers } from '../answers';
import { Caller, ForMember, ForVisitor, type MemberCaller, type VisitorCaller } from '../auth';
import { RowId } from '../row-id.pipe';
import {
  BuyCardDto,
  CardOrderDto,
  CardRefundDto,
  CardRefundPreviewDto,
  MembershipDto,
  MyCardDto,
  RefundMyCardDto,
} from './membership.dto';

/** Paid membership: what is on sale, and the member's own cards. Visitors may look. */
@Controller('member/membership')
export class MembershipController {
  constructor(
    private readonly page: MembershipRead,
    private readonly buyCard: BuyCard,
    private readonly preview: RefundPreviewRead,
    private readonly refundCard: RefundCard,
  ) {}

  @Get()
  @Header('cache-control', 'no-store')
  @ForVisitor()
  @Answers({ status: 200, type: MembershipDto })
  show(@Caller() caller: MemberCaller | VisitorCaller) {
    return this.page.of(caller.kind === 'member' ? caller.memberId : null) as Promise<MembershipDto>;
  }

  /** An order with its payment: the card begins once it is paid. The same order for every device of the member. */
  @Post('plans/:id/orders')
  @ForMember()
  @Answers({ status: 201, type: CardOrderDto })
  buy(
    @Param('id', RowId) planId: string,
    @Body() agreed: BuyCardDto,
    @IdempotencyKey() idempotencyKey: string,
    @Caller() { memberId }: MemberCaller,
  ) {
    return this.buyCard.execute({ planId, memberId, ...agreed, idempotencyKey });
  }

  @Get('cards/:cardNo')
  @Header('cache-control', 'no-store')
  @ForMember()
  @Answers({ status: 200, type: MyCardDto })
  card(@Param('cardNo') cardNo: string, @Caller() { memberId }: MemberCaller) {
    return this.page.card(memberId, cardNo);
  }

  /** What giving it back would bring today. */
  @Get('cards/:cardNo/refund')
  @Header('cache-control', 'no-store')
  @ForMember()
  @Answers({ status: 200, type: CardRefundPreviewDto })
  refundOf(@Param('cardNo') cardNo: string, @Caller() { memberId }: MemberCaller) {
    return this.preview.of(cardNo, memberId);
  }

  /** The amount that was shown is asked for: another one is refused and told. */
  @Post('cards/:cardNo/refund')
  @HttpCode(200)
  @ForMember()
  @Answers({ status: 200, type: CardRefundDto })
  refund(
    @Param('cardNo') cardNo: string,
    @Body() { amountFen }: RefundMyCardDto,
    @Caller() { memberId }: MemberCaller,
  ) {
    return this.refundCard.execute({ cardNo, amountFen, actor: { kind: 'member', id: memberId }, note: null });
  }
}
