import { DifferencesRead, SettleDifference } from '@fanloop/payments';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ZodResponse } from 'nestjs-zod';
import { Caller, ForConsole, type StaffCaller } from '../auth';
import { RowId } from '../row-id.pipe';
import { toWire } from '../wire';
import { DifferenceNoteDto, DifferencesDto, DifferencesQueryDto } from './reconciliation.dto';

/** What differs between WeChat Pay's daily bills and our books: a person settles each. */
@Controller('console/reconciliation/differences')
export class ReconciliationController {
  constructor(
    private readonly differences: DifferencesRead,
    private readonly settle: SettleDifference,
  ) {}

  @Get()
  @ForConsole('operations.read')
  @ZodResponse({ status: 200, type: DifferencesDto })
  async list(@Query() { state, page, pageSize }: DifferencesQueryDto) {
    return toWire(await this.differences.page(state, page, pageSize));
  }

  @Post(':id/settlement')
  @HttpCode(204)
  @ForConsole('operations.write')
  settled(
    @Param('id', RowId) id: string,
    @Body() { note }: DifferenceNoteDto,
    @Caller() { staffId }: StaffCaller,
  ): Promise<void> {
    return this.settle.execute({ id, note, staffId });
  }
}
