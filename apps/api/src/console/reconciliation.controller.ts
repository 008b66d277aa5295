import { CompareDayAgain, DifferencesRead, SettleDifference } from '@fanloop/payments';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Answers } from '../answers';
import { Caller, ForConsole, type StaffCaller } from '../auth';
import { RowId } from '../row-id.pipe';
import { toWire } from '../wire';
import {
  BillDayDto,
  DayComparedDto,
  DifferenceNoteDto,
  DifferencesDto,
  DifferencesQueryDto,
} from './reconciliation.dto';

/** What differs between WeChat Pay's daily bills and our books: a person settles each. */
@Controller('console/reconciliation')
export class ReconciliationController {
  constructor(
    private readonly differences: DifferencesRead,
    private readonly settle: SettleDifference,
    private readonly compareAgain: CompareDayAgain,
  ) {}

  @Get('differences')
  @ForConsole('operations.read')
  @Answers({ status: 200, type: DifferencesDto })
  async list(@Query() { state, page, pageSize }: DifferencesQueryDto) {
    return toWire(await this.differences.page(state, page, pageSize));
  }

  @Post('differences/:id/settlement')
  @HttpCode(204)
  @ForConsole('operations.write')
  settled(
    @Param('id', RowId) id: string,
    @Body() { note }: DifferenceNoteDto,
    @Caller() { staffId }: StaffCaller,
  ): Promise<void> {
    return this.settle.execute({ id, note, staffId });
  }

  /** WeChat has mended a bill: the day is compared once more. What was found before stays until somebody settles it. */
  @Post('days/:day/comparison')
  @HttpCode(200)
  @ForConsole('operations.write')
  @Answers({ status: 200, type: DayComparedDto })
  async compare(@Param() { day }: BillDayDto, @Caller() { staffId }: StaffCaller) {
    return { found: await this.compareAgain.execute({ day, staffId }) };
  }
}
