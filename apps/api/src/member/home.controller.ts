import { HomeRead } from '@fanloop/insights';
import { refusePlatform } from '@fanloop/platform';
import { MemberStandingRead } from '@fanloop/tagging';
import { Controller, Get, Query } from '@nestjs/common';
import { Answers } from '../answers';
import { Caller, ForMember, type MemberCaller } from '../auth';
import { toWire } from '../wire';
import { FanStoryDto, HomeDto } from './home.dto';
import { NearbyDto } from './stores.controller';

@Controller('member')
export class MemberHomeController {
  constructor(
    private readonly home: HomeRead,
    private readonly standing: MemberStandingRead,
  ) {}

  /** The point is used for this answer only and not kept. */
  @Get('home')
  @ForMember()
  @Answers({ status: 200, type: HomeDto })
  async view(@Caller() caller: MemberCaller, @Query() { lat, lng }: NearbyDto) {
    const point = lat === undefined || lng === undefined ? null : { lat, lng };
    return toWire(await this.home.of(caller.memberId, point)) as HomeDto;
  }

  /** Why the member is in this fan tier; NotFound until the first computation. */
  @Get('me/fan-story')
  @ForMember()
  @Answers({ status: 200, type: FanStoryDto })
  async fanStory(@Caller() caller: MemberCaller) {
    const story = await this.standing.fanStory(caller.memberId);
    if (!story) throw refusePlatform('NotFound');
    return toWire(story) as FanStoryDto;
  }
}
