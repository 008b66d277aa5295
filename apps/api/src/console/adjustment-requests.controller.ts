import type { AdjustmentRequestView } from '@fanloop/loyalty';
import { AdjustmentRequestsRead, AskAdjustment, DecideAdjustment } from '@fanloop/loyalty';
import { IdempotencyKey } from '@fanloop/platform';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Answers } from '../answers';
import { Caller, ForConsole, type StaffCaller } from '../auth';
import { RowId } from '../row-id.pipe';
import { AdjustmentRequestViews } from './adjustment-request-views';
import {
  AdjustmentLimitsDto,
  AdjustmentRequestDto,
  AdjustmentRequestListDto,
  DecisionDto,
  RequestQueryDto,
} from './adjustment-requests.dto';
import { AdjustmentDto } from './points-adjustments.controller';

/** Adjustments above what one person may do alone: asked for by one, decided by another. */
@Controller('console')
export class AdjustmentRequestsController {
  constructor(
    private readonly requests: AdjustmentRequestsRead,
    private readonly ask: AskAdjustment,
    private readonly decide: DecideAdjustment,
    private readonly views: AdjustmentRequestViews,
  ) {}

  @Get('adjustment-limits')
  @ForConsole('points.adjust')
  @Answers({ status: 200, type: AdjustmentLimitsDto })
  limits(@Caller() caller: StaffCaller) {
    return this.views.limitsOf(caller);
  }

  @Get('adjustment-requests')
  @ForConsole('points.adjust')
  @Answers({ status: 200, type: AdjustmentRequestListDto })
  async list(@Query() { mine, ...filter }: RequestQueryDto, @Caller() caller: StaffCaller) {
    const askedBy = mine ? `staff:${caller.staffId}` : undefined;
    const { items, total } = await this.requests.page({ ...filter, askedBy });
    return { items: await this.views.of(items, caller), total };
  }

  @Post('members/:id/adjustment-requests')
  @ForConsole('points.adjust')
  @Answers({ status: 201, type: AdjustmentRequestDto })
  async create(
    @Param('id', RowId) memberId: string,
    @Body() { points, reason }: AdjustmentDto,
    @IdempotencyKey() idempotencyKey: string,
    @Caller() caller: StaffCaller,
  ) {
    const { role } = caller;
    const actor = { kind: 'staff', id: caller.staffId } as const;
    const { requestId } = await this.ask.execute({ memberId, points, reason, actor, role, idempotencyKey });
    return this.one(await this.requests.one(requestId), caller);
  }

  @Post('adjustment-requests/:id/decision')
  @HttpCode(200)
  @ForConsole('points.approve')
  @Answers({ status: 200, type: AdjustmentRequestDto })
  async decideOn(
    @Param('id', RowId) requestId: string,
    @Body() { verdict, note }: DecisionDto,
    @Caller() caller: StaffCaller,
  ) {
    return this.settle(requestId, verdict, note, caller);
  }

  @Post('adjustment-requests/:id/withdrawal')
  @HttpCode(200)
  @ForConsole('points.adjust')
  @Answers({ status: 200, type: AdjustmentRequestDto })
  withdraw(@Param('id', RowId) requestId: string, @Caller() caller: StaffCaller) {
    return this.settle(requestId, 'withdrawn', null, caller);
  }

  private async settle(
    requestId: string,
    verdict: 'approved' | 'rejected' | 'withdrawn',
    note: string | null,
    caller: StaffCaller,
  ) {
    const actor = { kind: 'staff', id: caller.staffId } as const;
    await this.decide.execute({ requestId, verdict, note: note || null, actor, role: caller.role });
    return this.one(await this.requests.one(requestId), caller);
  }

  private async one(request: AdjustmentRequestView, caller: StaffCaller): Promise<AdjustmentRequestDto> {
    return (await this.views.of([request], caller))[0]!;
  }
}
