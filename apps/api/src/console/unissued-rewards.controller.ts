import { RefusedCoupons } from '@fanloop/coupons';
import { UnissuedRewardsRead } from '@fanloop/insights';
import { RefusedTags } from '@fanloop/tagging';
import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { Answers } from '../answers';
import { Caller, ForConsole, type StaffCaller } from '../auth';
import { rowId } from '../shapes/page';
import { toWire } from '../wire';

const kind = z.enum(['coupon', 'tag']);

export class UnissuedRewardsDto extends createZodDto(
  z.object({
    items: z.array(
      z.object({
        kind,
        id: z.string(),
        memberId: z.string(),
        memberNo: z.string().nullable(),
        nickname: z.string().nullable(),
        what: z.string().describe('the name of the coupon or the tag'),
        ruleName: z.string(),
        reason: z.string(),
        at: z.iso.datetime(),
      }),
    ),
  }),
) {}

export class RewardNameDto extends createZodDto(z.object({ kind, id: rowId })) {}

/** What rules promised and could not be handed out: a person gives it later, or lets it be. */
@Controller('console/unissued-rewards')
export class UnissuedRewardsController {
  constructor(
    private readonly rewards: UnissuedRewardsRead,
    private readonly coupons: RefusedCoupons,
    private readonly tags: RefusedTags,
  ) {}

  @Get()
  @ForConsole('rules.read')
  @Answers({ status: 200, type: UnissuedRewardsDto })
  async list() {
    return { items: toWire(await this.rewards.list()) };
  }

  @Post(':kind/:id/retry')
  @HttpCode(204)
  @ForConsole('rules.write')
  retry(@Param() name: RewardNameDto, @Caller() caller: StaffCaller): Promise<void> {
    return this.ownerOf(name).retry(name.id, { kind: 'staff', id: caller.staffId });
  }

  @Post(':kind/:id/dismiss')
  @HttpCode(204)
  @ForConsole('rules.write')
  dismiss(@Param() name: RewardNameDto, @Caller() caller: StaffCaller): Promise<void> {
    return this.ownerOf(name).dismiss(name.id, { kind: 'staff', id: caller.staffId });
  }

  private ownerOf({ kind: of }: RewardNameDto): RefusedCoupons | RefusedTags {
    return of === 'coupon' ? this.coupons : this.tags;
  }
}
