import { TierHistoryRead } from '@fanloop/loyalty';
import { Controller, Get } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { Answers } from '../answers';
import { Caller, ForMember, type MemberCaller } from '../auth';
import { tierMoment } from '../shapes/tier';
import { toWire } from '../wire';

const SHOWN = 30;

export class TierHistoryDto extends createZodDto(z.object({ items: z.array(tierMoment) })) {}

/** What happened to the member's own tier, each with its cause; where he stands is told with the points. */
@Controller('member/tier')
export class MyTierController {
  constructor(private readonly history: TierHistoryRead) {}

  @Get('history')
  @ForMember()
  @Answers({ status: 200, type: TierHistoryDto })
  async moments(@Caller() { memberId }: MemberCaller) {
    return { items: toWire(await this.history.execute(memberId, SHOWN)) };
  }
}
