import { TemplateBreakdownRead, TemplateBudgetsRead } from '@fanloop/coupons';
import { Controller, Get, Param } from '@nestjs/common';
import { Answers } from '../answers';
import { ForConsole } from '../auth';
import { RowId } from '../row-id.pipe';
import { TemplateBreakdownDto, TemplateBudgetsDto } from './coupon-templates.dto';

/** What became of a coupon: its budgets, and what it brought by channel, store and day. */
@Controller('console/coupons/templates/:id')
export class ConsoleCouponFiguresController {
  constructor(
    private readonly budgets: TemplateBudgetsRead,
    private readonly breakdown: TemplateBreakdownRead,
  ) {}

  @Get('budgets')
  @ForConsole('coupons.read')
  @Answers({ status: 200, type: TemplateBudgetsDto })
  async used(@Param('id', RowId) templateId: string) {
    const used = await this.budgets.of(templateId);
    return { ...used, stores: [...used.stores] };
  }

  /** By channel, by store and by day. */
  @Get('breakdown')
  @ForConsole('coupons.read')
  @Answers({ status: 200, type: TemplateBreakdownDto })
  async parts(@Param('id', RowId) templateId: string) {
    const { channels, stores, days } = await this.breakdown.of(templateId);
    return { channels: [...channels], stores: [...stores], days: [...days] };
  }
}
