import { ROLES } from '@fanloop/organization';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { pageQuery, rowId } from '../shapes/page';

const input = z.object({
  name: z.string().trim().min(1).max(64),
  login: z.string().trim().min(3).max(64).nullish().describe('for the console'),
  role: z.enum(ROLES),
  storeIds: z.array(rowId).max(1000).default([]),
});
export class StaffInputDto extends createZodDto(input) {}
export class StaffQueryDto extends createZodDto(pageQuery) {}

const staff = z.object({
  staffId: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  status: z.enum(['active', 'revoked']),
  login: z.string().nullable(),
  stores: z.array(z.object({ id: z.string(), name: z.string() })),
  wechatBound: z.boolean(),
  createdAt: z.iso.datetime(),
});
export class StaffDto extends createZodDto(staff) {}
export class StaffListDto extends createZodDto(z.object({ items: z.array(staff), total: z.number().int() })) {}
export class StaffAddedDto extends createZodDto(
  staff.extend({ temporaryPassword: z.string().nullable().describe('shown once; null without a login') }),
) {}
export class InvitationDto extends createZodDto(
  z.object({ code: z.string().describe('shown once'), expiresAt: z.iso.datetime() }),
) {}
export class TemporaryPasswordDto extends createZodDto(z.object({ temporaryPassword: z.string() })) {}
