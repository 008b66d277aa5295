import { Readable } from 'node:stream';
import { CodeBatchesRead, CodeLookupRead, ExportCodes, SteerCodes } from '@fanloop/coupons';
import { OrganizationDoor } from '@fanloop/organization';
import { Body, Controller, Get, Header, HttpCode, Param, Post, StreamableFile } from '@nestjs/common';
import { Answers } from '../answers';
import { Caller, ForConsole, type StaffCaller } from '../auth';
import { RowId } from '../row-id.pipe';
import { staffNamer } from '../staff-names';
import { toWire } from '../wire';
import {
  CodeBatchDto,
  CodeBatchesDto,
  CodeBatchStateDto,
  CodeLookupQueryDto,
  LookedUpCodeDto,
} from './coupon-codes.dto';

/** Said with the file, not before: a refusal is JSON. */
const CSV = { type: 'text/csv; charset=utf-8', disposition: 'attachment; filename="codes.csv"' };

/** Batches of codes: watch, stop, end, export; and what became of one code. */
@Controller('console/coupons')
export class ConsoleCodeBatchesController {
  constructor(
    private readonly batches: CodeBatchesRead,
    private readonly lookup: CodeLookupRead,
    private readonly steer: SteerCodes,
    private readonly exports: ExportCodes,
    private readonly organization: OrganizationDoor,
  ) {}

  @Get('templates/:id/code-batches')
  @ForConsole('coupons.read')
  @Answers({ status: 200, type: CodeBatchesDto })
  async list(@Param('id', RowId) templateId: string) {
    const items = await this.batches.list(templateId);
    return { items: toWire(await this.named(items)) };
  }

  @Get('code-batches/:id')
  @ForConsole('coupons.read')
  @Answers({ status: 200, type: CodeBatchDto })
  async one(@Param('id', RowId) batchId: string) {
    const [batch] = await this.named([await this.batches.one(batchId)]);
    return toWire(batch!);
  }

  /** Whoever reads it can use the codes: a permission of its own, and an entry in the audit log. */
  @Get('code-batches/:id/codes.csv')
  @ForConsole('coupons.export')
  @Header('cache-control', 'no-store')
  async export(@Param('id', RowId) batchId: string, @Caller() { staffId }: StaffCaller): Promise<StreamableFile> {
    const pages = await this.exports.execute({ batchId, actor: { kind: 'staff', id: staffId } });
    return new StreamableFile(Readable.from(pages, { objectMode: false }), CSV);
  }

  @Post('code-batches/:id/cancel')
  @HttpCode(200)
  @ForConsole('coupons.write')
  @Answers({ status: 200, type: CodeBatchStateDto })
  async cancel(@Param('id', RowId) batchId: string, @Caller() { staffId }: StaffCaller) {
    await this.steer.cancel({ batchId, actor: { kind: 'staff', id: staffId } });
    return { state: 'cancelled' as const };
  }

  @Post('code-batches/:id/end')
  @HttpCode(200)
  @ForConsole('coupons.write')
  @Answers({ status: 200, type: CodeBatchStateDto })
  async end(@Param('id', RowId) batchId: string, @Caller() { staffId }: StaffCaller) {
    await this.steer.end({ batchId, actor: { kind: 'staff', id: staffId } });
    return { state: 'ended' as const };
  }

  /** For a shopper whose code does not work. */
  @Post('code-lookup')
  @HttpCode(200)
  @ForConsole('coupons.read')
  @Answers({ status: 200, type: LookedUpCodeDto })
  async find(@Body() { code }: CodeLookupQueryDto) {
    const { batchId, templateId, state, memberId, couponId, usedAt } = await this.lookup.find(code);
    return toWire({ batchId, templateId, isUsed: state === 'used', memberId, couponId, usedAt });
  }

  private async named<Batch extends { readonly createdBy: string }>(batches: readonly Batch[]): Promise<Batch[]> {
    const names = await staffNamer(
      this.organization,
      batches.map(({ createdBy }) => createdBy),
    );
    return batches.map((batch) => ({ ...batch, createdBy: names(batch.createdBy) }));
  }
}
