import { IdempotencyKey } from '@fanloop/platform';
import { CancelReward, MallRead, MyRewardsRead, RedeemReward } from '@fanloop/rewards';
import { Body, Controller, Delete, Get, Header, Param, Post, Query } from '@nestjs/common';
import { Answers } from '../answers';
import { Caller, ForMember, ForVisitor, type MemberCaller, type VisitorCaller } from '../auth';
import { RowId } from '../row-id.pipe';
import {
  CancelledRewardDto,
  MallDto,
  MallItemDto,
  MyRewardDto,
  MyRewardsDto,
  MyRewardsQueryDto,
  RedeemDto,
  RedeemedDto,
} from './mall.dto';

/** The points mall. Visitors may look. */
@Controller('member/mall')
export class MemberMallController {
  constructor(
    private readonly mall: MallRead,
    private readonly redeemReward: RedeemReward,
    private readonly mine: MyRewardsRead,
  ) {}

  @Get('items')
  @Header('cache-control', 'no-store')
  @ForVisitor()
  @Answers({ status: 200, type: MallDto })
  list(@Caller() caller: MemberCaller | VisitorCaller) {
    return this.mall.list(memberOf(caller));
  }

  @Get('items/:id')
  @Header('cache-control', 'no-store')
  @ForVisitor()
  @Answers({ status: 200, type: MallItemDto })
  async one(@Param('id', RowId) itemId: string, @Caller() caller: MemberCaller | VisitorCaller) {
    const { available, items: item } = await this.mall.one(itemId, memberOf(caller));
    return { available, item } as MallItemDto;
  }

  @Post('items/:id/rewards')
  @ForMember()
  @Answers({ status: 201, type: RedeemedDto })
  async redeem(
    @Param('id', RowId) itemId: string,
    @Body() price: RedeemDto,
    @IdempotencyKey() idempotencyKey: string,
    @Caller() { memberId }: MemberCaller,
  ) {
    const done = await this.redeemReward.execute({ itemId, memberId, ...price, idempotencyKey });
    return { reward: await this.mine.one(memberId, done.rewardNo), pointsLeft: done.pointsLeft } as RedeemedDto;
  }
}

/** The member's own rewards. */
@Controller('member/rewards')
export class MemberRewardsController {
  constructor(
    private readonly mine: MyRewardsRead,
    private readonly cancelReward: CancelReward,
  ) {}

  @Get()
  @Header('cache-control', 'no-store')
  @ForMember()
  @Answers({ status: 200, type: MyRewardsDto })
  list(@Query() { before, limit }: MyRewardsQueryDto, @Caller() { memberId }: MemberCaller) {
    return this.mine.list(memberId, { before: before ?? null, limit }) as Promise<MyRewardsDto>;
  }

  @Get(':rewardNo')
  @Header('cache-control', 'no-store')
  @ForMember()
  @Answers({ status: 200, type: MyRewardDto })
  one(@Param('rewardNo') rewardNo: string, @Caller() { memberId }: MemberCaller) {
    return this.mine.one(memberId, rewardNo) as Promise<MyRewardDto>;
  }

  /** Before it is picked up. Points, stock and limit come back, and what was paid goes back. */
  @Delete(':rewardNo')
  @ForMember()
  @Answers({ status: 200, type: CancelledRewardDto })
  cancel(@Param('rewardNo') rewardNo: string, @Caller() { memberId }: MemberCaller) {
    return this.cancelReward.execute({ rewardNo, actor: { kind: 'member', id: memberId }, note: null });
  }
}

const memberOf = (caller: MemberCaller | VisitorCaller): string | null =>
  caller.kind === 'member' ? caller.memberId : null;
