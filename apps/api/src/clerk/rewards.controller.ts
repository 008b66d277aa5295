import { assertAllowed } from '@fanloop/organization';
import { RateLimits } from '@fanloop/platform';
import { HandOverReward, RewardDeskRead } from '@fanloop/rewards';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { Answers } from '../answers';
import { Caller, ForClerk, type StaffCaller } from '../auth';
import { rowId } from '../shapes/page';
import { itemKind, rewardState, why } from '../shapes/reward';

/** Codes cannot be guessed; trying is limited all the same. */
const LOOK_UPS = { name: 'reward-lookup', points: 60, windowSeconds: 300 };

const time = z.iso.datetime();

export class PickUpDto extends createZodDto(z.object({ code: z.string().trim().min(4).max(40), storeId: rowId })) {}

export class DeskRewardDto extends createZodDto(
  z.object({
    rewardNo: z.string(),
    kind: itemKind,
    title: z.string(),
    terms: z.string(),
    pictureUrl: z.string().nullable(),
    nickname: z.string(),
    phoneMasked: z.string().nullable(),
    state: rewardState,
    redeemedAt: time,
    expiresAt: time.nullable(),
    endedAt: time.nullable(),
    storeName: z.string().nullable().describe('where it was handed over'),
    why: why.describe('why it may not be handed over in this store now; null: go ahead'),
  }),
) {}

@Controller('clerk/rewards')
export class ClerkRewardsController {
  constructor(
    private readonly desk: RewardDeskRead,
    private readonly handOver: HandOverReward,
    private readonly limits: RateLimits,
  ) {}

  @Post('lookup')
  @HttpCode(200)
  @ForClerk('rewards.hand-over')
  @Answers({ status: 200, type: DeskRewardDto })
  async lookup(@Body() { code, storeId }: PickUpDto, @Caller() clerk: StaffCaller) {
    assertAllowed(clerk, 'rewards.hand-over', storeId);
    await this.limits.consume(LOOK_UPS, `staff:${clerk.staffId}`);
    return this.desk.byCode(code, storeId);
  }

  /** Once: the second time is refused with RewardPickedUp. */
  @Post('hand-overs')
  @HttpCode(200)
  @ForClerk('rewards.hand-over')
  @Answers({ status: 200, type: DeskRewardDto })
  async give(@Body() { code, storeId }: PickUpDto, @Caller() { staffId }: StaffCaller) {
    await this.limits.consume(LOOK_UPS, `staff:${staffId}`);
    const rewardNo = await this.handOver.execute({ code, storeId, staffId });
    return this.desk.byNumber(rewardNo, storeId);
  }
}
