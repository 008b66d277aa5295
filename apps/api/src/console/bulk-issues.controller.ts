import { Readable } from 'node:stream';
import { ExportUnissued, IssuesRead, StartIssue, SteerIssue, UnissuedRead } from '@fanloop/campaigns';
import { OrganizationDoor } from '@fanloop/organization';
import { IdempotencyKey } from '@fanloop/platform';
import { Body, Controller, Get, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { Answers } from '../answers';
import { Caller, ForConsole, type StaffCaller } from '../auth';
import { RowId } from '../row-id.pipe';
import { staffNamer } from '../staff-names';
import { toWire } from '../wire';
import {
  BulkIssueDto,
  BulkIssueIdDto,
  BulkIssuesDto,
  BulkIssuesPageDto,
  NewBulkIssueDto,
  UnissuedDto,
  UnissuedPageDto,
} from './bulk-issues.dto';

const actorOf = ({ staffId }: StaffCaller) => ({ kind: 'staff', id: staffId }) as const;

/** Coupons for many at once: order, watch, stop, go on. */
@Controller('console/bulk-issues')
export class ConsoleBulkIssuesController {
  constructor(
    private readonly issues: IssuesRead,
    private readonly start: StartIssue,
    private readonly steer: SteerIssue,
    private readonly organization: OrganizationDoor,
  ) {}

  @Get()
  @ForConsole('coupons.read')
  @Answers({ status: 200, type: BulkIssuesDto })
  async list(@Query() { page, pageSize }: BulkIssuesPageDto) {
    const { items, total } = await this.issues.page(page, pageSize);
    const names = await staffNamer(
      this.organization,
      items.map(({ createdBy }) => createdBy),
    );
    return { items: items.map((item) => toWire({ ...item, createdBy: names(item.createdBy) })), total };
  }

  /** A worker takes it up; the same key orders it once. */
  @Post()
  @ForConsole('coupons.issue')
  @Answers({ status: 201, type: BulkIssueIdDto })
  async order(
    @Body() { conditions, startAt, ...input }: NewBulkIssueDto,
    @Caller() caller: StaffCaller,
    @IdempotencyKey() idempotencyKey: string,
  ) {
    const draft = { ...input, startAt: startAt === null ? null : new Date(startAt) };
    return { issueId: await this.start.execute({ draft, conditions, actor: actorOf(caller), idempotencyKey }) };
  }

  @Get(':id')
  @ForConsole('coupons.read')
  @Answers({ status: 200, type: BulkIssueDto })
  async one(@Param('id', RowId) issueId: string) {
    const issue = await this.issues.one(issueId);
    const names = await staffNamer(this.organization, [issue.createdBy]);
    return toWire({ ...issue, createdBy: names(issue.createdBy) });
  }

  /** What was issued stays. */
  @Post(':id/cancel')
  @HttpCode(200)
  @ForConsole('coupons.issue')
  @Answers({ status: 200, type: BulkIssueDto })
  async cancel(@Param('id', RowId) issueId: string, @Caller() caller: StaffCaller) {
    await this.steer.cancel({ issueId, actor: actorOf(caller) });
    return this.one(issueId);
  }

  @Post(':id/resume')
  @HttpCode(200)
  @ForConsole('coupons.issue')
  @Answers({ status: 200, type: BulkIssueDto })
  async resume(@Param('id', RowId) issueId: string, @Caller() caller: StaffCaller) {
    await this.steer.resume({ issueId, actor: actorOf(caller) });
    return this.one(issueId);
  }
}

/** Who of an audience got nothing or less. */
@Controller('console/bulk-issues/:id')
export class ConsoleUnissuedCouponsController {
  constructor(
    private readonly unissued: UnissuedRead,
    private readonly exports: ExportUnissued,
  ) {}

  @Get('unissued')
  @ForConsole('coupons.issue')
  @Answers({ status: 200, type: UnissuedDto })
  async page(@Param('id', RowId) issueId: string, @Query() { after, limit }: UnissuedPageDto) {
    const items = await this.unissued.page(issueId, after, limit);
    return { items: toWire(items), next: items.length === limit ? items.at(-1)!.position : null };
  }

  @Get('unissued.csv')
  @ForConsole('coupons.issue')
  async csv(@Param('id', RowId) issueId: string, @Caller() caller: StaffCaller): Promise<StreamableFile> {
    const parts = await this.exports.execute({ issueId, actor: actorOf(caller) });
    return new StreamableFile(Readable.from(parts), {
      type: 'text/csv; charset=utf-8',
      disposition: 'attachment; filename="unissued.csv"',
    });
  }
}
