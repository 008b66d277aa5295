import { ChangeSettings, type LoyaltySettings, SettingsRead } from '@fanloop/loyalty';
import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { Answers } from '../answers';
import { Caller, ForConsole, type StaffCaller } from '../auth';
import { LoyaltySettingsDto, SettingsChangeDto, SettingsPreviewDto } from './loyalty-settings.dto';

/** How long points live, what a refund of spent points does, who may move points by hand. */
@Controller('console/loyalty-settings')
export class LoyaltySettingsController {
  constructor(
    private readonly read: SettingsRead,
    private readonly change: ChangeSettings,
  ) {}

  @Get()
  @ForConsole('rules.read')
  @Answers({ status: 200, type: LoyaltySettingsDto })
  view() {
    return this.settings();
  }

  @Put()
  @ForConsole('rules.write')
  @Answers({ status: 200, type: LoyaltySettingsDto })
  async save(@Body() sections: SettingsChangeDto, @Caller() { staffId }: StaffCaller) {
    await this.change.execute({ settings: sectionsOf(sections), actor: { kind: 'staff', id: staffId } });
    return this.settings();
  }

  /** What a change would mean, without saving it. */
  @Post('preview')
  @HttpCode(200)
  @ForConsole('rules.read')
  @Answers({ status: 200, type: SettingsPreviewDto })
  preview(@Body() sections: SettingsChangeDto) {
    return this.read.preview(sectionsOf(sections));
  }

  private async settings(): Promise<LoyaltySettingsDto> {
    const [{ tiers: _, ...settings }, { sentences }] = await Promise.all([this.read.current(), this.read.preview({})]);
    return {
      ...settings,
      reminderDays: [...settings.reminderDays],
      sentences: sentences ?? { expiry: '', refund: '' },
    };
  }
}

/** Sections that were not sent are left out, not overwritten by nothing. */
const sectionsOf = (sections: SettingsChangeDto): Partial<LoyaltySettings> =>
  Object.fromEntries(Object.entries(sections).filter(([, value]) => value !== undefined));
