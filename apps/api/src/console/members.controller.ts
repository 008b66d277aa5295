import { ContactsRead, MemberProfileRead, MemberSearchRead, RevealPhone } from '@fanloop/members';
import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ZodResponse } from 'nestjs-zod';
import { Address, Caller, ForConsole, type StaffCaller } from '../auth';
import { toWire } from '../wire';
import { MemberDetailDto, MemberListDto, MemberQueryDto, PhoneDto } from './members.dto';

/** Members for managers: masked, except where somebody looks on purpose. */
@Controller('console/members')
export class ConsoleMembersController {
  constructor(
    private readonly search: MemberSearchRead,
    private readonly profiles: MemberProfileRead,
    private readonly contacts: ContactsRead,
    private readonly revealPhone: RevealPhone,
  ) {}

  @Get()
  @ForConsole('members.read')
  @ZodResponse({ status: 200, type: MemberListDto })
  async list(@Query() { q, page, pageSize }: MemberQueryDto) {
    return toWire(await this.search.page({ q: q ?? null, within: null, page, pageSize }));
  }

  @Get(':id')
  @ForConsole('members.read')
  @ZodResponse({ status: 200, type: MemberDetailDto })
  async one(@Param('id') memberId: string) {
    const [profile, identities] = await Promise.all([this.profiles.of(memberId), this.contacts.identitiesOf(memberId)]);
    return toWire({ ...profile, identities });
  }

  /** The whole number; who looked, and at whom, is written to the audit log. */
  @Get(':id/phone')
  @ForConsole('members.reveal')
  @Header('cache-control', 'no-store')
  @ZodResponse({ status: 200, type: PhoneDto })
  async phone(@Param('id') memberId: string, @Caller() caller: StaffCaller, @Address() ip: string) {
    return { phone: await this.revealPhone.execute({ memberId, ip, actor: { kind: 'staff', id: caller.staffId } }) };
  }
}
