import { MemberDetailRead, MemberDirectoryRead, TimelineRead } from '@fanloop/insights';
import { addMs, type Clock } from '@fanloop/kernel';
import { RevealPhone } from '@fanloop/members';
import { CLOCK } from '@fanloop/platform';
import { PopulationRead } from '@fanloop/tagging';
import { Controller, Get, Header, Inject, Param, Query } from '@nestjs/common';
import { Answers } from '../answers';
import { Address, Caller, ForConsole, type StaffCaller } from '../auth';
import { RowId } from '../row-id.pipe';
import { toWire } from '../wire';
import {
  MemberDetailDto,
  MemberListDto,
  MemberQueryDto,
  PhoneDto,
  SegmentQueryDto,
  TimelineDto,
  TimelineQueryDto,
} from './members.dto';

/** Members for managers: masked, except where somebody looks on purpose. */
@Controller('console')
export class ConsoleMembersController {
  constructor(
    private readonly directory: MemberDirectoryRead,
    private readonly details: MemberDetailRead,
    private readonly timeline: TimelineRead,
    private readonly revealPhone: RevealPhone,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('members')
  @ForConsole('members.read')
  @Answers({ status: 200, type: MemberListDto })
  async list(@Query() query: MemberQueryDto) {
    return toWire(await this.directory.page({ ...query, q: query.q ?? null }));
  }

  @Get('members/:id')
  @ForConsole('members.read')
  @Answers({ status: 200, type: MemberDetailDto })
  async one(@Param('id', RowId) memberId: string) {
    return toWire(await this.details.of(memberId)) as MemberDetailDto;
  }

  @Get('members/:id/timeline')
  @ForConsole('members.read')
  @Answers({ status: 200, type: TimelineDto })
  async moments(@Param('id', RowId) memberId: string, @Query() { cursor, limit }: TimelineQueryDto) {
    const before = cursor ? new Date(cursor) : addMs(this.clock.now(), 1);
    const { items, nextBefore } = await this.timeline.before(memberId, before, limit);
    return toWire({ items, nextCursor: nextBefore });
  }

  /** The whole number; who looked, and at whom, is written to the audit log. */
  @Get('members/:id/phone')
  @ForConsole('members.reveal')
  @Header('cache-control', 'no-store')
  @Answers({ status: 200, type: PhoneDto })
  async phone(@Param('id', RowId) memberId: string, @Caller() caller: StaffCaller, @Address() ip: string) {
    return { phone: await this.revealPhone.execute({ memberId, ip, actor: { kind: 'staff', id: caller.staffId } }) };
  }
}

/** Members by their place in the RFM grid. */
@Controller('console/segments')
export class ConsoleSegmentsController {
  constructor(
    private readonly population: PopulationRead,
    private readonly directory: MemberDirectoryRead,
  ) {}

  @Get('rfm')
  @ForConsole('tagging.read')
  @Answers({ status: 200, type: MemberListDto })
  async cell(@Query() { r, f, m, page, pageSize }: SegmentQueryDto) {
    const { memberIds, total } = await this.population.cell({ r, f, m }, page, pageSize);
    return toWire({ items: await this.directory.of(memberIds), total });
  }
}
