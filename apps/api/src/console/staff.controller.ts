import {
  AddStaff,
  ChangeStaff,
  InviteStaff,
  ResetPassword,
  RevokeStaff,
  StaffListRead,
  storesWithin,
} from '@fanloop/organization';
import { refusePlatform } from '@fanloop/platform';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { Answers } from '../answers';
import { Address, Caller, ForConsole, type StaffCaller } from '../auth';
import { toWire } from '../wire';
import {
  InvitationDto,
  StaffAddedDto,
  StaffDto,
  StaffInputDto,
  StaffListDto,
  StaffQueryDto,
  TemporaryPasswordDto,
} from './staff.dto';

@Controller('console/staff')
export class ConsoleStaffController {
  constructor(
    private readonly list: StaffListRead,
    private readonly addStaff: AddStaff,
    private readonly changeStaff: ChangeStaff,
  ) {}

  /** A store manager sees the staff of his own stores. */
  @Get()
  @ForConsole('staff.read')
  @Answers({ status: 200, type: StaffListDto })
  async page(@Query() query: StaffQueryDto, @Caller() caller: StaffCaller) {
    return toWire(await this.list.page({ ...query, withinStores: storesWithin(caller) }));
  }

  @Post()
  @ForConsole('staff.write')
  @Answers({ status: 201, type: StaffAddedDto })
  async add(@Body() body: StaffInputDto, @Caller() caller: StaffCaller) {
    const command = { ...body, login: body.login ?? null, actor: actorOf(caller) };
    const { staffId, temporaryPassword } = await this.addStaff.execute(command);
    return { ...(await this.one(staffId)), temporaryPassword };
  }

  @Put(':id')
  @ForConsole('staff.write')
  @Answers({ status: 200, type: StaffDto })
  async change(@Param('id') staffId: string, @Body() body: StaffInputDto, @Caller() caller: StaffCaller) {
    await this.changeStaff.execute({ ...body, login: body.login ?? null, staffId, actor: actorOf(caller) });
    return this.one(staffId);
  }

  private async one(staffId: string) {
    const view = await this.list.one(staffId);
    if (!view) throw refusePlatform('NotFound');
    return toWire(view);
  }
}

/** How somebody gets in, and how he is kept out. */
@Controller('console/staff/:id')
export class ConsoleStaffAccessController {
  constructor(
    private readonly inviteStaff: InviteStaff,
    private readonly resetPassword: ResetPassword,
    private readonly revokeStaff: RevokeStaff,
  ) {}

  @Post('invitations')
  @ForConsole('staff.write')
  @Answers({ status: 201, type: InvitationDto })
  async invite(@Param('id') staffId: string, @Caller() caller: StaffCaller) {
    return toWire(await this.inviteStaff.execute({ staffId, actor: actorOf(caller) }));
  }

  @Post('password-reset')
  @ForConsole('staff.write')
  @Answers({ status: 201, type: TemporaryPasswordDto })
  reset(@Param('id') staffId: string, @Caller() caller: StaffCaller) {
    return this.resetPassword.execute({ staffId, actor: actorOf(caller) });
  }

  @Post('revocation')
  @HttpCode(204)
  @ForConsole('staff.write')
  revoke(@Param('id') staffId: string, @Caller() caller: StaffCaller, @Address() ip: string): Promise<void> {
    return this.revokeStaff.execute({ staffId, ip, actor: actorOf(caller) });
  }
}

const actorOf = (caller: StaffCaller) => ({ kind: 'staff', id: caller.staffId }) as const;
