import { RunImport } from '@fanloop/counter';
import { CreateImport, IMPORT_FIELDS, type ImportSettings, ImportsRead, SteerImport } from '@fanloop/sales';
import { Body, Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { Answers } from '../answers';
import { Caller, ForConsole, type StaffCaller } from '../auth';
import { toWire } from '../wire';
import {
  ImportCreatedDto,
  ImportDto,
  ImportIdDto,
  ImportListDto,
  ImportMappingDto,
  ImportReportDto,
  ImportStateDto,
  ImportUploadDto,
} from './imports.dto';

/** Purchases from a CSV: upload, map, try, run, watch, stop. */
@Controller('console/imports')
export class ConsoleImportsController {
  constructor(
    private readonly create: CreateImport,
    private readonly steer: SteerImport,
    private readonly runImport: RunImport,
    private readonly imports: ImportsRead,
  ) {}

  @Post()
  @ForConsole('imports.run')
  @Answers({ status: 201, type: ImportCreatedDto })
  async upload(@Body() body: ImportUploadDto, @Caller() staff: StaffCaller) {
    const created = await this.create.execute({ ...body, actor: actorOf(staff) });
    return { ...toWire(created), fields: IMPORT_FIELDS.map((field) => ({ ...field })) };
  }

  @Get()
  @ForConsole('imports.run')
  @Answers({ status: 200, type: ImportListDto })
  async list() {
    return { items: toWire(await this.imports.list()) };
  }

  @Get(':id')
  @ForConsole('imports.run')
  @Answers({ status: 200, type: ImportDto })
  async one(@Param('id') id: string) {
    return toWire(await this.imports.one(id));
  }

  @Get(':id/report.csv')
  @ForConsole('imports.run')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="import-report.csv"')
  report(@Param('id') id: string): Promise<string> {
    return this.imports.reportCsv(id);
  }

  @Post(':id/mapping')
  @HttpCode(200)
  @ForConsole('imports.run')
  @Answers({ status: 200, type: ImportIdDto })
  async map(@Param('id') importId: string, @Body() body: ImportMappingDto, @Caller() staff: StaffCaller) {
    const settings: ImportSettings = { ...body, storeId: body.storeId ?? null };
    await this.steer.map({ importId, settings, actor: actorOf(staff) });
    return { importId };
  }

  @Post(':id/dry-run')
  @HttpCode(200)
  @ForConsole('imports.run')
  @Answers({ status: 200, type: ImportReportDto })
  async dryRun(@Param('id') importId: string) {
    return toWire(await this.runImport.dryRun(importId));
  }

  @Post(':id/run')
  @HttpCode(202)
  @ForConsole('imports.run')
  @Answers({ status: 202, type: ImportStateDto })
  async run(@Param('id') importId: string, @Caller() staff: StaffCaller) {
    await this.steer.run({ importId, actor: actorOf(staff) });
    return { state: 'running' as const };
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @ForConsole('imports.run')
  @Answers({ status: 200, type: ImportStateDto })
  async cancel(@Param('id') importId: string, @Caller() staff: StaffCaller) {
    await this.steer.cancel({ importId, actor: actorOf(staff) });
    return { state: 'cancelled' as const };
  }
}

const actorOf = (staff: StaffCaller) => ({ kind: 'staff', id: staff.staffId }) as const;
