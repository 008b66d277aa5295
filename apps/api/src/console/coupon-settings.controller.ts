import { ChangeCouponSettings, TemplatePreviewRead } from '@fanloop/coupons';
import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { Answers } from '../answers';
import { Caller, ForConsole, type StaffCaller } from '../auth';
import { draftOf, TemplateInputDto } from './coupon-templates.dto';

export class CouponSettingsDto extends createZodDto(
  z.object({ reminderDays: z.array(z.number()).max(20).describe('days before the end; 0: on the last day') }),
) {}

/** What holds for all coupons: when members are told that they end. */
@Controller('console/coupons/settings')
export class ConsoleCouponSettingsController {
  constructor(private readonly settings: ChangeCouponSettings) {}

  @Get()
  @ForConsole('coupons.read')
  @Answers({ status: 200, type: CouponSettingsDto })
  async view() {
    const { reminderDays } = await this.settings.current();
    return { reminderDays: [...reminderDays] };
  }

  @Put()
  @ForConsole('coupons.write')
  @Answers({ status: 200, type: CouponSettingsDto })
  async save(@Body() settings: CouponSettingsDto, @Caller() { staffId }: StaffCaller) {
    await this.settings.execute(settings, { kind: 'staff', id: staffId });
    return this.view();
  }
}

export class TemplatePreviewDto extends createZodDto(
  z.object({
    sentence: z.string().nullable().describe('everything that is set; null while something is wrong'),
    terms: z.string().nullable().describe('what stands on the coupon'),
    problem: z.string().nullable(),
  }),
) {}

/** What a draft says, while it is being typed. Writes nothing. */
@Controller('console/coupons/template-preview')
export class ConsoleCouponPreviewController {
  constructor(private readonly preview: TemplatePreviewRead) {}

  @Post()
  @HttpCode(200)
  @ForConsole('coupons.read')
  @Answers({ status: 200, type: TemplatePreviewDto })
  words(@Body() input: TemplateInputDto) {
    return this.preview.of(draftOf(input));
  }
}
