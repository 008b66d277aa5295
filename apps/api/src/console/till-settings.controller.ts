import { ChangeUndoSettings, UndosRead } from '@fanloop/counter';
import { Body, Controller, Get, Put } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { Answers } from '../answers';
import { Caller, ForConsole, type StaffCaller } from '../auth';

// Only numbers here: the rule refuses what is out of bounds with a reason of its own.
export class TillSettingsDto extends createZodDto(
  z.object({
    minutes: z.number().describe('how long a record may be undone; 0: never'),
    secondAboveFen: z.number().nullable().describe('fen before discounts; above it a second person must agree'),
  }),
) {}

/** How slips at the till are undone. */
@Controller('console/till-settings')
export class ConsoleTillSettingsController {
  constructor(
    private readonly undos: UndosRead,
    private readonly change: ChangeUndoSettings,
  ) {}

  @Get()
  @ForConsole('coupons.read')
  @Answers({ status: 200, type: TillSettingsDto })
  view() {
    return this.undos.settings();
  }

  @Put()
  @ForConsole('coupons.write')
  @Answers({ status: 200, type: TillSettingsDto })
  async save(@Body() settings: TillSettingsDto, @Caller() { staffId }: StaffCaller) {
    await this.change.execute(settings, { kind: 'staff', id: staffId });
    return this.undos.settings();
  }
}
