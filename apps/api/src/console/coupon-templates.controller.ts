import {
  ChangeTemplateStatus,
  CreateTemplate,
  ReviseTemplate,
  TemplateStatisticsRead,
  TemplatesRead,
} from '@fanloop/coupons';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { Answers } from '../answers';
import { Caller, ForConsole, type StaffCaller } from '../auth';
import { RowId } from '../row-id.pipe';
import {
  draftOf,
  NewTemplateDto,
  TemplateDto,
  TemplateInputDto,
  TemplateStatisticsDto,
  TemplateStatusDto,
  TemplatesDto,
  TemplatesPageDto,
  templateOf,
} from './coupon-templates.dto';

@Controller('console/coupons/templates')
export class ConsoleCouponTemplatesController {
  constructor(
    private readonly templates: TemplatesRead,
    private readonly statistics: TemplateStatisticsRead,
    private readonly create: CreateTemplate,
    private readonly revise: ReviseTemplate,
    private readonly changeStatus: ChangeTemplateStatus,
  ) {}

  @Get()
  @ForConsole('coupons.read')
  @Answers({ status: 200, type: TemplatesDto })
  async list(@Query() { page, pageSize }: TemplatesPageDto): Promise<TemplatesDto> {
    const { items, total } = await this.templates.page(page, pageSize);
    return { items: items.map(templateOf), total };
  }

  @Post()
  @ForConsole('coupons.write')
  @Answers({ status: 201, type: TemplateDto })
  async make(@Body() { status, ...input }: NewTemplateDto, @Caller() { staffId }: StaffCaller) {
    const actor = { kind: 'staff', id: staffId } as const;
    return this.view(await this.create.execute({ draft: draftOf(input), status, actor }));
  }

  @Get(':id')
  @ForConsole('coupons.read')
  @Answers({ status: 200, type: TemplateDto })
  one(@Param('id', RowId) templateId: string) {
    return this.view(templateId);
  }

  /** Coupons that members hold keep the terms of their claim. */
  @Put(':id')
  @ForConsole('coupons.write')
  @Answers({ status: 200, type: TemplateDto })
  async change(
    @Param('id', RowId) templateId: string,
    @Body() input: TemplateInputDto,
    @Caller() { staffId }: StaffCaller,
  ) {
    await this.revise.execute({ templateId, draft: draftOf(input), actor: { kind: 'staff', id: staffId } });
    return this.view(templateId);
  }

  @Post(':id/status')
  @HttpCode(200)
  @ForConsole('coupons.write')
  @Answers({ status: 200, type: TemplateDto })
  async setStatus(
    @Param('id', RowId) templateId: string,
    @Body() change: TemplateStatusDto,
    @Caller() { staffId }: StaffCaller,
  ) {
    await this.changeStatus.execute({ templateId, ...change, actor: { kind: 'staff', id: staffId } });
    return this.view(templateId);
  }

  @Get(':id/statistics')
  @ForConsole('coupons.read')
  @Answers({ status: 200, type: TemplateStatisticsDto })
  figures(@Param('id', RowId) templateId: string) {
    return this.statistics.of(templateId);
  }

  private async view(templateId: string): Promise<TemplateDto> {
    return templateOf(await this.templates.one(templateId));
  }
}
