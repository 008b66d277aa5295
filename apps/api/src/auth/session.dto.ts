import { ROLES } from '@fanloop/organization';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

export const tokens = z.object({
  accessToken: z.string(),
  accessExpiresAt: z.iso.datetime(),
  refreshToken: z.string().describe('works once; answers the next pair'),
  refreshExpiresAt: z.iso.datetime(),
});
export class TokensDto extends createZodDto(tokens) {}

export class RefreshDto extends createZodDto(z.object({ refreshToken: z.string().min(20).max(200) })) {}

/** Staff as they see themselves. */
export const staffBrief = z.object({
  staffId: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  permissions: z.array(z.string()),
  stores: z.array(z.object({ id: z.string(), name: z.string() })),
});
export class StaffBriefDto extends createZodDto(staffBrief) {}
