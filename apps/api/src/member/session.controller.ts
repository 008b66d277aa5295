import { LogInWithWechat } from '@fanloop/members';
import { StaffBriefRead } from '@fanloop/organization';
import { Sessions } from '@fanloop/platform';
import { Body, Controller, Delete, HttpCode, Post } from '@nestjs/common';
import { Answers } from '../answers';
import {
  Address,
  Caller,
  ForPublic,
  ForVisitor,
  LogOut,
  type MemberCaller,
  RefreshDto,
  TokensDto,
  type VisitorCaller,
} from '../auth';
import { toWire } from '../wire';
import { LoggedInDto, LogInDto } from './session.dto';

/** The silent log-in of the mini-program. */
@Controller('member/session')
export class MemberSessionController {
  constructor(
    private readonly logIn: LogInWithWechat,
    private readonly staff: StaffBriefRead,
    private readonly sessions: Sessions,
    private readonly logOut: LogOut,
  ) {}

  @Post()
  @ForPublic()
  @Answers({ status: 201, type: LoggedInDto })
  async open(@Body() { code }: LogInDto, @Address() ip: string) {
    const { tokens, memberId, identityId } = await this.logIn.execute({ code, ip });
    return toWire({ tokens, enrolled: memberId !== null, staff: await this.staff.byIdentity(identityId) });
  }

  @Post('refresh')
  @ForPublic()
  @Answers({ status: 201, type: TokensDto })
  async refresh(@Body() { refreshToken }: RefreshDto) {
    return toWire(await this.sessions.refresh('wechat', refreshToken));
  }

  @Delete()
  @HttpCode(204)
  @ForVisitor()
  close(@Caller() { sessionId }: VisitorCaller | MemberCaller): Promise<void> {
    return this.logOut.execute(sessionId);
  }
}
