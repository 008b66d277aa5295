import { CloseAccount, PersonalDataExportRead } from '@fanloop/members';
import { IdempotencyKey } from '@fanloop/platform';
import { Body, Controller, Get, Header, Post } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { ApiHeader } from '@nestjs/swagger';
import { Answers } from '../answers';
import { Address, Caller, ForMember, type MemberCaller } from '../auth';
import { personalDataSources } from '../personal-data-sources';
import { toWire } from '../wire';
import { CloseAccountDto, ClosureReceiptDto, PersonalDataDto } from './me.dto';

/** The member's rights over his data: to have all of it, and to have it erased. */
@ForMember()
@Controller('member/me')
export class MyDataController {
  constructor(
    private readonly exporting: PersonalDataExportRead,
    private readonly closeAccount: CloseAccount,
    private readonly modules: ModuleRef,
  ) {}

  @Get('export')
  @Header('content-disposition', 'attachment; filename="my-data.json"')
  @Header('cache-control', 'no-store')
  @Answers({ status: 200, type: PersonalDataDto })
  async export(@Caller() { memberId }: MemberCaller) {
    const others = personalDataSources.map((source) => this.modules.get(source, { strict: false }));
    return toWire(await this.exporting.of(memberId, others)) as PersonalDataDto;
  }

  @Post('closure')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @Answers({ status: 201, type: ClosureReceiptDto })
  close(
    @Body() _confirmed: CloseAccountDto,
    @IdempotencyKey() idempotencyKey: string,
    @Caller() { memberId }: MemberCaller,
    @Address() ip: string,
  ) {
    return this.closeAccount.execute({ memberId, idempotencyKey, ip });
  }
}
