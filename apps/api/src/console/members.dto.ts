import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { memberMe } from '../member/me.dto';
import { pageQuery } from './page.dto';

export class MemberQueryDto extends createZodDto(
  pageQuery.extend({
    q: z.string().trim().max(64).optional().describe('member number, phone, its last four digits, or nickname'),
  }),
) {}

export const memberListItem = z.object({
  memberId: z.string(),
  memberNo: z.string(),
  nickname: z.string(),
  phoneMasked: z.string().nullable(),
  joinedAt: z.iso.datetime(),
  status: z.enum(['active', 'frozen', 'closed']),
});
export class MemberListDto extends createZodDto(
  z.object({ items: z.array(memberListItem), total: z.number().int() }),
) {}

export const memberDetail = memberMe.extend({
  memberId: z.string(),
  identities: z.array(
    z.object({ kind: z.string(), valueMasked: z.string(), verified: z.boolean(), at: z.iso.datetime() }),
  ),
});
export class MemberDetailDto extends createZodDto(memberDetail) {}
export class PhoneDto extends createZodDto(z.object({ phone: z.string() })) {}
