import { ChangePassword, LogInStaff, StaffBriefRead } from '@fanloop/organization';
import { refusePlatform, Sessions } from '@fanloop/platform';
import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { Answers } from '../answers';
import { Address, Caller, ForAnyStaff, ForPublic, LogOut, RefreshDto, type StaffCaller, TokensDto } from '../auth';
import { toWire } from '../wire';
import { ChangePasswordDto, ConsoleLoggedInDto, ConsoleLogInDto, ConsoleMeDto } from './session.dto';

/** Log-in by password, and one's own account. */
@Controller('console')
export class ConsoleSessionController {
  constructor(
    private readonly logIn: LogInStaff,
    private readonly staff: StaffBriefRead,
    private readonly sessions: Sessions,
    private readonly logOut: LogOut,
    private readonly changePassword: ChangePassword,
  ) {}

  @Post('session')
  @ForPublic()
  @Answers({ status: 201, type: ConsoleLoggedInDto })
  async open(@Body() { login, password }: ConsoleLogInDto, @Address() ip: string) {
    const { staffId, tokens } = await this.logIn.execute({ login, password, ip });
    return { tokens: toWire(tokens), staff: await this.brief(staffId) };
  }

  @Post('session/refresh')
  @ForPublic()
  @Answers({ status: 201, type: TokensDto })
  async refresh(@Body() { refreshToken }: RefreshDto) {
    return toWire(await this.sessions.refresh('staff', refreshToken));
  }

  @Delete('session')
  @HttpCode(204)
  @ForAnyStaff()
  close(@Caller() { sessionId }: StaffCaller): Promise<void> {
    return this.logOut.execute(sessionId);
  }

  @Get('me')
  @ForAnyStaff()
  @Answers({ status: 200, type: ConsoleMeDto })
  me(@Caller() { staffId }: StaffCaller) {
    return this.brief(staffId);
  }

  @Post('me/password')
  @HttpCode(204)
  @ForAnyStaff()
  password(@Body() body: ChangePasswordDto, @Caller() caller: StaffCaller, @Address() ip: string): Promise<void> {
    return this.changePassword.execute({ ...body, staffId: caller.staffId, sessionId: caller.sessionId, ip });
  }

  private async brief(staffId: string) {
    const brief = await this.staff.byId(staffId);
    if (!brief) throw refusePlatform('SessionInvalid');
    return toWire(brief);
  }
}
