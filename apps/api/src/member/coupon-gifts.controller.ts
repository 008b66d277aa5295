import { AcceptGift, assertGiftParties, GiftsRead, OfferCoupon, WithdrawGift } from '@fanloop/coupons';
import { MembersDoor } from '@fanloop/members';
import { Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { Answers } from '../answers';
import { Caller, ForMember, ForVisitor, type MemberCaller, type VisitorCaller } from '../auth';
import { RowId } from '../row-id.pipe';
import { maskedName } from '../shapes/masked-name';
import { toWire } from '../wire';
import { AcceptedGiftDto, GiftDto, MyGiftsDto, OfferedGiftDto, WithdrawnGiftDto } from './coupon-gifts.dto';

/** Coupons given to friends. The other one is only ever shown by a masked name. */
@Controller('member')
export class MemberCouponGiftsController {
  constructor(
    private readonly offerCoupon: OfferCoupon,
    private readonly acceptGift: AcceptGift,
    private readonly withdrawGift: WithdrawGift,
    private readonly gifts: GiftsRead,
    private readonly members: MembersDoor,
  ) {}

  /** The link for a friend; asked again, the same link. */
  @Post('coupons/:id/gift')
  @ForMember()
  @Answers({ status: 201, type: OfferedGiftDto })
  async offer(@Param('id', RowId) couponId: string, @Caller() { memberId }: MemberCaller) {
    await this.assertActive(memberId);
    return toWire(await this.offerCoupon.execute({ couponId, memberId }));
  }

  @Get('coupon-gifts')
  @Header('cache-control', 'no-store')
  @ForMember()
  @Answers({ status: 200, type: MyGiftsDto })
  async mine(@Caller() { memberId }: MemberCaller) {
    const items = await this.gifts.of(memberId);
    const others = await this.members.summaries(items.flatMap(({ otherMemberId }) => otherMemberId ?? []));
    return {
      items: items.map(({ otherMemberId, ...gift }) => ({
        ...gift,
        other: otherMemberId === null ? null : maskedName(others.get(otherMemberId)?.nickname ?? ''),
      })),
    };
  }

  /** What the shared link shows, to visitors too. */
  @Get('coupon-gifts/:token')
  @Header('cache-control', 'no-store')
  @ForVisitor()
  @Answers({ status: 200, type: GiftDto })
  async look(@Param('token') token: string, @Caller() caller: MemberCaller | VisitorCaller) {
    const { fromMemberId, ...gift } = await this.gifts.byToken(
      token,
      caller.kind === 'member' ? caller.memberId : null,
    );
    const giver = (await this.members.summaries([fromMemberId])).get(fromMemberId);
    return { ...gift, from: maskedName(giver?.nickname ?? '') };
  }

  @Post('coupon-gifts/:token/acceptance')
  @HttpCode(200)
  @ForMember()
  @Answers({ status: 200, type: AcceptedGiftDto })
  async accept(@Param('token') token: string, @Caller() { memberId }: MemberCaller) {
    const { fromMemberId } = await this.gifts.byToken(token, memberId);
    await this.assertActive(memberId, fromMemberId);
    return { couponId: await this.acceptGift.execute({ token, memberId }) };
  }

  @Post('coupon-gifts/:id/withdrawal')
  @HttpCode(200)
  @ForMember()
  @Answers({ status: 200, type: WithdrawnGiftDto })
  async withdraw(@Param('id', RowId) giftId: string, @Caller() { memberId }: MemberCaller) {
    await this.withdrawGift.execute({ giftId, memberId });
    return { state: 'withdrawn' as const };
  }

  /** A frozen account gives and takes nothing; what it gave before waits until it is open again, or goes back. */
  private async assertActive(...memberIds: readonly string[]): Promise<void> {
    const people = await this.members.summaries(memberIds);
    assertGiftParties(memberIds.every((id) => people.get(id)?.status === 'active'));
  }
}
