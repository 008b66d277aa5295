import { CodeExamplesRead, ImportCodes, LookThroughCodes, OrderCodes } from '@fanloop/coupons';
import { IdempotencyKey } from '@fanloop/platform';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Answers } from '../answers';
import { Caller, ForConsole, type StaffCaller } from '../auth';
import { RowId } from '../row-id.pipe';
import { toWire } from '../wire';
import {
  CodeBatchIdDto,
  CodeExamplesDto,
  CodeFileDto,
  CodeFormDto,
  ImportCodesDto,
  LookedThroughDto,
  OrderCodesDto,
} from './coupon-codes.dto';

const MOST_FAULTS = 100;

/** New codes of a coupon: how they would look, orders, imports. */
@Controller('console/coupons')
export class ConsoleCouponCodesController {
  constructor(
    private readonly examples: CodeExamplesRead,
    private readonly orderCodes: OrderCodes,
    private readonly look: LookThroughCodes,
    private readonly importCodes: ImportCodes,
  ) {}

  /** Draws a few, keeps none, and says how strong such codes are. */
  @Post('code-examples')
  @HttpCode(200)
  @ForConsole('coupons.write')
  @Answers({ status: 200, type: CodeExamplesDto })
  draw(@Body() { count, ...form }: CodeFormDto) {
    return toWire(this.examples.of(form, count));
  }

  @Post('templates/:id/code-batches')
  @ForConsole('coupons.write')
  @Answers({ status: 201, type: CodeBatchIdDto })
  async order(
    @Param('id', RowId) templateId: string,
    @Body() { name, count, usableUntil, ...form }: OrderCodesDto,
    @IdempotencyKey() idempotencyKey: string,
    @Caller() { staffId }: StaffCaller,
  ) {
    const about = {
      templateId,
      name,
      usableUntil: instantOf(usableUntil),
      actor: { kind: 'staff', id: staffId } as const,
    };
    return { batchId: await this.orderCodes.execute({ ...about, form, count, idempotencyKey }) };
  }

  /** What a file holds and what is wrong with it. Nothing is kept. */
  @Post('code-files')
  @HttpCode(200)
  @ForConsole('coupons.write')
  @Answers({ status: 200, type: LookedThroughDto })
  async lookThrough(@Body() file: CodeFileDto) {
    const { columns, taken, faulty } = await this.look.sort(file);
    return toWire({ columns, codes: taken.length, faulty: faulty.length, faults: faulty.slice(0, MOST_FAULTS) });
  }

  @Post('templates/:id/code-imports')
  @ForConsole('coupons.write')
  @Answers({ status: 201, type: CodeBatchIdDto })
  async take(
    @Param('id', RowId) templateId: string,
    @Body() { usableUntil, ...file }: ImportCodesDto,
    @Caller() { staffId }: StaffCaller,
  ) {
    const about = { templateId, usableUntil: instantOf(usableUntil), actor: { kind: 'staff', id: staffId } as const };
    return { batchId: await this.importCodes.execute({ ...file, ...about }) };
  }
}

const instantOf = (text: string | null): Date | null => (text === null ? null : new Date(text));
