import { CancelReward, RewardsAdminRead } from '@fanloop/rewards';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Answers } from '../answers';
import { Caller, ForConsole, type StaffCaller } from '../auth';
import { CancelRewardDto, ConsoleRewardsDto, RewardCancelledDto, RewardsPageDto } from './reward-items.dto';

/** What members hold of the points mall. */
@Controller('console/rewards')
export class ConsoleRewardsController {
  constructor(
    private readonly rewards: RewardsAdminRead,
    private readonly cancelReward: CancelReward,
  ) {}

  @Get()
  @ForConsole('rewards.read')
  @Answers({ status: 200, type: ConsoleRewardsDto })
  list(@Query() { state, itemId, q, page, pageSize }: RewardsPageDto) {
    const filter = { state: state ?? null, itemId: itemId ?? null, q: q || null };
    return this.rewards.page(filter, page, pageSize);
  }

  /** Points, stock and limit come back; the reason is shown to the member. */
  @Post(':rewardNo/cancel')
  @HttpCode(200)
  @ForConsole('rewards.write')
  @Answers({ status: 200, type: RewardCancelledDto })
  cancel(@Param('rewardNo') rewardNo: string, @Body() { note }: CancelRewardDto, @Caller() { staffId }: StaffCaller) {
    return this.cancelReward.execute({ rewardNo, actor: { kind: 'staff', id: staffId }, note });
  }
}
