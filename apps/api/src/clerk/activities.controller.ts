import { ActivityCardsRead, CheckInEntry } from '@fanloop/activities';
import { MembersDoor } from '@fanloop/members';
import { assertAllowed } from '@fanloop/organization';
import { RateLimits } from '@fanloop/platform';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { Answers } from '../answers';
import { Caller, ForClerk, type StaffCaller } from '../auth';
import { RowId } from '../row-id.pipe';
import { ActivityCardsDto } from '../shapes/activity-card';

/** A crowd at the entrance is checked in by the minute; guessing is not. */
const CHECK_INS = { name: 'activity-check-in', points: 240, windowSeconds: 60 };

export class ClerkActivitiesQueryDto extends createZodDto(z.object({ storeId: z.string().regex(/^\d{1,19}$/) })) {}
export class CheckInDto extends createZodDto(z.object({ code: z.string().trim().min(4).max(32) })) {}
export class CheckedInDto extends createZodDto(
  z.object({
    nickname: z.string(),
    state: z.literal('attended'),
    entryNo: z.string(),
    coupon: z
      .object({ name: z.string(), problem: z.string().nullable().describe('why it could not be given') })
      .nullable(),
  }),
) {}

@Controller('clerk/activities')
export class ClerkActivitiesController {
  constructor(
    private readonly cards: ActivityCardsRead,
    private readonly checkIn: CheckInEntry,
    private readonly members: MembersDoor,
    private readonly limits: RateLimits,
  ) {}

  @Get()
  @ForClerk('activities.check-in')
  @Answers({ status: 200, type: ActivityCardsDto })
  async list(@Query() { storeId }: ClerkActivitiesQueryDto, @Caller() clerk: StaffCaller) {
    assertAllowed(clerk, 'activities.check-in', storeId);
    return { items: await this.cards.inStore(storeId) };
  }

  @Post(':id/check-ins')
  @HttpCode(200)
  @ForClerk('activities.check-in')
  @Answers({ status: 200, type: CheckedInDto })
  async admit(
    @Param('id', RowId) activityId: string,
    @Body() { code }: CheckInDto,
    @Caller() { staffId }: StaffCaller,
  ) {
    await this.limits.consume(CHECK_INS, `staff:${staffId}`);
    const { memberId, entryNo, coupon } = await this.checkIn.execute({ activityId, code, staffId });
    const member = (await this.members.summaries([memberId])).get(memberId);
    return { nickname: member?.nickname ?? '', state: 'attended' as const, entryNo, coupon };
  }
}
