import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { staffBrief, tokens } from '../auth';

const me = staffBrief.extend({
  mustChangePassword: z.boolean().describe('a temporary password opens nothing but its own change'),
});
export class ConsoleMeDto extends createZodDto(me) {}

export class ConsoleLogInDto extends createZodDto(
  z.object({ login: z.string().trim().min(1).max(64), password: z.string().min(1).max(200) }),
) {}
export class ConsoleLoggedInDto extends createZodDto(z.object({ tokens, staff: me })) {}

export class ChangePasswordDto extends createZodDto(
  z.object({ current: z.string().min(1).max(200), next: z.string().min(1).max(200) }),
) {}
