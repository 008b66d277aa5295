import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { memberMe } from '../shapes/member-me';
import { pageQuery } from '../shapes/page';

const count = z.number().int();
const time = z.iso.datetime();
const named = z.object({ code: z.string(), name: z.string() });
const code = z
  .string()
  .regex(/^[a-z0-9-]{1,48}$/)
  .optional();

export class MemberQueryDto extends createZodDto(
  pageQuery.extend({
    q: z.string().trim().max(64).optional().describe('member number, phone, its last four digits, or nickname'),
    tier: code.describe('loyalty tier'),
    fanTier: code,
    tag: code,
  }),
) {}

export const memberListItem = z.object({
  memberId: z.string(),
  memberNo: z.string(),
  nickname: z.string(),
  phoneMasked: z.string().nullable(),
  joinedAt: time,
  status: z.enum(['active', 'frozen', 'closed']),
  tier: named.nullable(),
  points: count,
  fanTier: named.nullable(),
  lastPurchaseAt: time.nullable(),
  spent12mFen: count.describe('net of refunds'),
});
export class MemberListDto extends createZodDto(z.object({ items: z.array(memberListItem), total: count })) {}

const score = z.number().int().min(1).max(5);

export const memberDetail = memberMe.extend({
  memberId: z.string(),
  identities: z.array(z.object({ kind: z.string(), valueMasked: z.string(), verified: z.boolean(), at: time })),
  tier: named.extend({ colour: z.string() }).nullable(),
  points: z.object({
    available: count,
    pending: count,
    debt: count,
    proof: z.object({
      ok: z.boolean(),
      checkedEntries: count,
      lotsSum: count,
      entriesSum: count,
      badRow: z
        .object({ table: z.string(), number: count.nullable().describe('of the entry or lot'), problem: z.string() })
        .nullable(),
    }),
  }),
  tags: z.array(named.extend({ why: z.string(), since: time })),
  fanTier: named.nullable(),
  rfm: z.object({ r: score, f: score, m: score, asOf: z.iso.date() }).nullable(),
});
export class MemberDetailDto extends createZodDto(memberDetail) {}

export class TimelineQueryDto extends createZodDto(
  z.object({
    cursor: z.iso.datetime().optional().describe('moments before this instant'),
    limit: z.coerce.number().int().min(1).max(100).default(30),
  }),
) {}

export class TimelineDto extends createZodDto(
  z.object({
    items: z.array(
      z.object({
        at: time,
        kind: z.enum(['purchase', 'refund', 'points', 'coupon', 'activity', 'post', 'tag', 'tier', 'profile']),
        title: z.string(),
        detail: z.string(),
        amountFen: count.nullable(),
        points: count.nullable(),
        ref: z.string().nullable(),
      }),
    ),
    nextCursor: time.nullable(),
  }),
) {}

export class SegmentQueryDto extends createZodDto(
  pageQuery.extend({
    r: z.coerce.number().int().min(1).max(5).optional(),
    f: z.coerce.number().int().min(1).max(5).optional(),
    m: z.coerce.number().int().min(1).max(5).optional(),
  }),
) {}

export class PhoneDto extends createZodDto(z.object({ phone: z.string() })) {}
