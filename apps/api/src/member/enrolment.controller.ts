import { ConsentTextsRead, Enrol, MemberProfileRead } from '@fanloop/members';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { Answers } from '../answers';
import { Address, Caller, ForVisitor, type MemberCaller, type VisitorCaller } from '../auth';
import { toWire } from '../wire';
import { ConsentTextsDto, EnrolDto, EnrolledDto } from './me.dto';

/** From visitor to member: read the texts, choose, prove the phone. */
@Controller('member')
export class EnrolmentController {
  constructor(
    private readonly texts: ConsentTextsRead,
    private readonly enrol: Enrol,
    private readonly profiles: MemberProfileRead,
  ) {}

  @Get('consent-texts')
  @ForVisitor()
  @Answers({ status: 200, type: ConsentTextsDto })
  async consentTexts() {
    return { items: await this.texts.current() };
  }

  @Post('enrolment')
  @ForVisitor()
  @Answers({ status: 201, type: EnrolledDto })
  async join(@Body() body: EnrolDto, @Caller() caller: VisitorCaller | MemberCaller, @Address() ip: string) {
    const { phoneCode, consents, inviterNo = null } = body;
    const { identityId } = caller;
    const { memberId, tokens } = await this.enrol.execute({ identityId, phoneCode, consents, inviterNo, ip });
    return toWire({ member: await this.profiles.of(memberId), tokens });
  }
}
