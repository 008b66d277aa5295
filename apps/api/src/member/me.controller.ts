import {
  ChangeProfile,
  CheckNickname,
  ChooseConsent,
  CurrentMemberCodeRead,
  MemberProfileRead,
} from '@fanloop/members';
import { Body, Controller, Get, Header, Patch, Put } from '@nestjs/common';
import { Answers } from '../answers';
import { Address, Caller, ForMember, type MemberCaller } from '../auth';
import { toWire } from '../wire';
import { ChangeProfileDto, ConsentChoiceDto, MemberCodeDto, MemberMeDto } from './me.dto';

/** The member's own profile, consents and code. Whose they are comes from the session alone. */
@ForMember()
@Controller('member/me')
export class MeController {
  constructor(
    private readonly profiles: MemberProfileRead,
    private readonly changeProfile: ChangeProfile,
    private readonly checkNickname: CheckNickname,
    private readonly chooseConsent: ChooseConsent,
    private readonly codes: CurrentMemberCodeRead,
  ) {}

  @Get()
  @Answers({ status: 200, type: MemberMeDto })
  me(@Caller() { memberId }: MemberCaller) {
    return this.view(memberId);
  }

  @Patch()
  @Answers({ status: 200, type: MemberMeDto })
  change(@Body() body: ChangeProfileDto, @Caller() caller: MemberCaller) {
    return this.apply(body, caller);
  }

  /** The same for the mini-program, whose requests know no PATCH. */
  @Put()
  @Answers({ status: 200, type: MemberMeDto })
  changeByPut(@Body() body: ChangeProfileDto, @Caller() caller: MemberCaller) {
    return this.apply(body, caller);
  }

  @Put('consents')
  @Answers({ status: 200, type: MemberMeDto })
  async consent(@Body() choice: ConsentChoiceDto, @Caller() { memberId }: MemberCaller, @Address() ip: string) {
    await this.chooseConsent.execute({ memberId, choice, ip });
    return this.view(memberId);
  }

  @Get('code')
  @Header('cache-control', 'no-store')
  @Answers({ status: 200, type: MemberCodeDto })
  code(@Caller() { memberId }: MemberCaller) {
    return toWire(this.codes.of(memberId));
  }

  private async apply(change: ChangeProfileDto, { memberId, identityId }: MemberCaller) {
    if (change.nickname !== undefined) await this.checkNickname.execute({ identityId, nickname: change.nickname });
    await this.changeProfile.execute({ memberId, change });
    return this.view(memberId);
  }

  private async view(memberId: string) {
    return toWire(await this.profiles.of(memberId));
  }
}
