import { ActivityCardsRead, ActivityDetailRead, JoinActivity, LeaveActivity } from '@fanloop/activities';
import { TemplatesRead } from '@fanloop/coupons';
import { IdempotencyKey } from '@fanloop/platform';
import { Controller, Delete, Get, Header, Param, Post } from '@nestjs/common';
import { Answers } from '../answers';
import { Caller, ForMember, ForVisitor, type MemberCaller, type VisitorCaller } from '../auth';
import { RowId } from '../row-id.pipe';
import { ActivityCardsDto } from '../shapes/activity-card';
import { ActivityDetailDto, EntryDto, LeftDto } from './activities.dto';

/** Activities and the member's own entries. Visitors may look. */
@Controller('member/activities')
export class MemberActivitiesController {
  constructor(
    private readonly cards: ActivityCardsRead,
    private readonly details: ActivityDetailRead,
    private readonly join: JoinActivity,
    private readonly leave: LeaveActivity,
    private readonly templates: TemplatesRead,
  ) {}

  @Get()
  @ForVisitor()
  @Answers({ status: 200, type: ActivityCardsDto })
  async list(@Caller() caller: MemberCaller | VisitorCaller) {
    return { items: await this.cards.list(memberOf(caller)) };
  }

  @Get(':id')
  @Header('cache-control', 'no-store')
  @ForVisitor()
  @Answers({ status: 200, type: ActivityDetailDto })
  async one(@Param('id', RowId) id: string, @Caller() caller: MemberCaller | VisitorCaller) {
    const { couponTemplateId, attendees, ...detail } = await this.details.of(id, memberOf(caller));
    const coupon = couponTemplateId === null ? null : (await this.templates.one(couponTemplateId)).terms.name;
    return { ...detail, attendees: [...attendees], couponName: coupon };
  }

  @Post(':id/entries')
  @ForMember()
  @Answers({ status: 201, type: EntryDto })
  signUp(
    @Param('id', RowId) activityId: string,
    @IdempotencyKey() idempotencyKey: string,
    @Caller() { memberId }: MemberCaller,
  ) {
    return this.join.execute({ activityId, memberId, idempotencyKey });
  }

  @Delete(':id/entries/mine')
  @ForMember()
  @Answers({ status: 200, type: LeftDto })
  giveUp(@Param('id', RowId) activityId: string, @Caller() { memberId }: MemberCaller) {
    return this.leave.execute(activityId, memberId);
  }
}

const memberOf = (caller: MemberCaller | VisitorCaller): string | null =>
  caller.kind === 'member' ? caller.memberId : null;
