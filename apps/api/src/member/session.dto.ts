import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { staffBrief, tokens } from '../auth';

export class LogInDto extends createZodDto(z.object({ code: z.string().min(1).max(256).describe('from wx.login') })) {}

export class LoggedInDto extends createZodDto(
  z.object({
    tokens,
    enrolled: z.boolean(),
    staff: staffBrief.nullable().describe('when this WeChat is bound to staff'),
  }),
) {}
