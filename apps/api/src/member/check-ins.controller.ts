import { CheckIn, CheckInsRead } from '@fanloop/loyalty';
import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { Answers } from '../answers';
import { Caller, ForMember, type MemberCaller } from '../auth';
import { toWire } from '../wire';

const count = z.number().int().min(0);

export class CheckInCardDto extends createZodDto(
  z.object({
    day: z.iso.date().describe('the business day of the brand'),
    checkedIn: z.boolean(),
    streak: count.describe('days in a row'),
    week: z.array(z.object({ day: z.iso.date(), checkedIn: z.boolean() })).describe('seven days, the last one today'),
    offered: z.boolean().describe('whether a rule rewards it at present'),
    waysToEarn: z.array(z.string()),
    points: count.describe('what today’s gave; before it, what it would give now'),
    coupons: count,
  }),
) {}

export class DailyCheckInDto extends createZodDto(
  z.object({
    day: z.iso.date(),
    streak: count,
    again: z.boolean().describe('true: the member had checked in on this day already'),
    points: count,
    why: z.array(z.string()),
  }),
) {}

/** The daily check-in, once per business day: repeating it answers what the first one gave. */
@ForMember()
@Controller('member/check-ins')
export class MemberCheckInsController {
  constructor(
    private readonly checkIn: CheckIn,
    private readonly checkIns: CheckInsRead,
  ) {}

  @Get()
  @Answers({ status: 200, type: CheckInCardDto })
  async show(@Caller() { memberId }: MemberCaller) {
    return toWire(await this.checkIns.of(memberId));
  }

  @Post()
  @HttpCode(200)
  @Answers({ status: 200, type: DailyCheckInDto })
  async check(@Caller() { memberId }: MemberCaller) {
    const { day, streak, again, given } = await this.checkIn.execute(memberId);
    return { day, streak, again, points: given.points, why: [...given.why] };
  }
}
