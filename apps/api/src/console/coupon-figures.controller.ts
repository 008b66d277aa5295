import { TemplateBudgetsRead } from '@fanloop/coupons';
import { Controller, Get, Param } from '@nestjs/common';
import { ZodResponse } from 'nestjs-zod';
import { ForConsole } from '../auth';
import { RowId } from '../row-id.pipe';
import { TemplateBudgetsDto } from './coupon-templates.dto';

/** What became of a coupon: its budgets. */
@Controller('console/coupons/templates/:id')
export class ConsoleCouponFiguresController {
  constructor(private readonly budgets: TemplateBudgetsRead) {}

  @Get('budgets')
  @ForConsole('coupons.read')
  @ZodResponse({ status: 200, type: TemplateBudgetsDto })
  async used(@Param('id', RowId) templateId: string) {
    const used = await this.budgets.of(templateId);
    return { ...used, stores: [...used.stores] };
  }
}
