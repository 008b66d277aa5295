import { BindWechatIdentity, StaffBriefRead } from '@fanloop/organization';
import { refusePlatform } from '@fanloop/platform';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { Answers } from '../answers';
import {
  Address,
  Caller,
  ForClerk,
  ForVisitor,
  type MemberCaller,
  StaffBriefDto,
  type StaffCaller,
  type VisitorCaller,
} from '../auth';
import { toWire } from '../wire';

export class BindingDto extends createZodDto(z.object({ invitationCode: z.string().trim().min(6).max(32) })) {}

/** How a WeChat becomes a clerk's, and what the clerk may do. */
@Controller('clerk')
export class ClerkBindingController {
  constructor(
    private readonly bind: BindWechatIdentity,
    private readonly staff: StaffBriefRead,
  ) {}

  @Post('binding')
  @ForVisitor()
  @Answers({ status: 201, type: StaffBriefDto })
  async binding(@Body() body: BindingDto, @Caller() caller: VisitorCaller | MemberCaller, @Address() ip: string) {
    const { identityId } = caller;
    const { staffId } = await this.bind.execute({ identityId, code: body.invitationCode, ip });
    return this.brief(staffId);
  }

  @Get('me')
  @ForClerk()
  @Answers({ status: 200, type: StaffBriefDto })
  me(@Caller() caller: StaffCaller) {
    return this.brief(caller.staffId);
  }

  private async brief(staffId: string) {
    const brief = await this.staff.byId(staffId);
    if (!brief) throw refusePlatform('SessionInvalid');
    return toWire(brief);
  }
}
