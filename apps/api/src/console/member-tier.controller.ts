import { StandingRead, TierEdits, TierHistoryRead } from '@fanloop/loyalty';
import { OrganizationDoor } from '@fanloop/organization';
import { IdempotencyKey } from '@fanloop/platform';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { Answers } from '../answers';
import { Caller, ForConsole, type StaffCaller } from '../auth';
import { RowId } from '../row-id.pipe';
import { staffNamer } from '../staff-names';
import { toWire } from '../wire';
import { EndGrantDto, GrantTierDto, MemberTierDto } from './tiers.dto';

const SHOWN = 50;

/** The tier of one member: where he stands and why, and what people gave by hand. */
@Controller('console/members/:id/tier')
export class MemberTierController {
  constructor(
    private readonly standings: StandingRead,
    private readonly history: TierHistoryRead,
    private readonly edits: TierEdits,
    private readonly organization: OrganizationDoor,
  ) {}

  @Get()
  @ForConsole('members.read')
  @Answers({ status: 200, type: MemberTierDto })
  async one(@Param('id', RowId) memberId: string) {
    const [standing, moments, grants] = await Promise.all([
      this.standings.execute(memberId),
      this.history.execute(memberId, SHOWN),
      this.history.grants(memberId, SHOWN),
    ]);
    const people = grants.flatMap(({ by, ended }) => [by, ...(ended ? [ended.by] : [])]);
    const name = await staffNamer(this.organization, people);
    const named = grants.map(({ memberId: _, by, ended, ...grant }) => ({
      ...grant,
      by: name(by),
      ended: ended && { ...ended, by: name(ended.by) },
    }));
    return toWire({ standing, grants: named, history: moments }) as MemberTierDto;
  }

  @Post('grants')
  @ForConsole('tiers.write')
  @Answers({ status: 201, type: MemberTierDto })
  async grant(
    @Param('id', RowId) memberId: string,
    @Body() { code, until, reason }: GrantTierDto,
    @IdempotencyKey() idempotencyKey: string,
    @Caller() { staffId }: StaffCaller,
  ) {
    const actor = { kind: 'staff', id: staffId } as const;
    await this.edits.grant.execute({ memberId, code, until, reason, actor, idempotencyKey });
    return this.one(memberId);
  }

  @Post('grants/end')
  @HttpCode(200)
  @ForConsole('tiers.write')
  @Answers({ status: 200, type: MemberTierDto })
  async endGrant(
    @Param('id', RowId) memberId: string,
    @Body() { reason }: EndGrantDto,
    @Caller() { staffId }: StaffCaller,
  ) {
    await this.edits.endGrant.execute({ memberId, reason, actor: { kind: 'staff', id: staffId } });
    return this.one(memberId);
  }
}
