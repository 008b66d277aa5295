import { ISSUE_STATES, MOST_COPIES } from '@fanloop/campaigns';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { pageQuery, rowId } from '../shapes/page';

const count = z.number().int();
const time = z.iso.datetime();
const day = z.iso.date().nullable().default(null);
const choice = z.object({ code: z.string().min(1).max(64), name: z.string().min(1).max(100) });
const choices = z.array(choice).min(1).max(200).nullable().default(null);

const conditions = z
  .object({
    tiers: choices,
    tags: choices,
    fanTiers: choices,
    lastStores: choices.describe('stores of the last purchase'),
    joinedFrom: day,
    joinedTo: day.describe('last day, included'),
    boughtSince: day,
    notBoughtSince: day.describe('has bought, but not on this day or later'),
    list: choice.extend({ code: rowId }).nullable().default(null).describe('an uploaded list'),
  })
  .describe('active members who meet all of these; within a list one entry is enough');

export class AudienceConditionsDto extends createZodDto(z.object({ conditions })) {}
export class AudienceCountDto extends createZodDto(z.object({ members: count, sentence: z.string() })) {}
export class KeptAudienceDto extends createZodDto(
  z.object({ audienceId: z.string(), name: z.string(), members: count }),
) {}

export class AudienceListInputDto extends createZodDto(
  z.object({
    name: z.string().trim().min(1).max(100).describe('of the file'),
    content: z.string().min(1).max(8_000_000).describe('CSV text: member numbers or phones in the first column'),
  }),
) {}
export class AudienceListDto extends createZodDto(
  z.object({
    listId: z.string(),
    lines: count,
    members: count,
    repeated: count,
    unknown: count,
    unknownLines: z.array(count).describe('the first hundred'),
  }),
) {}

export class NewBulkIssueDto extends createZodDto(
  z.object({
    name: z.string().trim().min(1).max(60),
    templateId: rowId,
    copies: count.min(1).max(MOST_COPIES).default(1).describe('coupons for each member'),
    notify: z.boolean().default(true).describe('a message for those who agreed to such messages'),
    startAt: time.nullable().default(null).describe('null: at once'),
    conditions,
  }),
) {}

const issue = {
  issueId: z.string(),
  name: z.string(),
  templateId: z.string(),
  couponName: z.string(),
  sentence: z.string().describe('who it is for'),
  copies: count,
  notify: z.boolean(),
  state: z.enum(ISSUE_STATES),
  heldBy: z.string().nullable(),
  heldWhy: z.string().nullable(),
  startAt: time,
  members: count.describe('of the frozen audience; grows while it is frozen'),
  doneTo: count.describe('members who are dealt with'),
  progressPercent: count.min(0).max(100),
  left: count.describe('members who are not dealt with'),
  issued: count.describe('coupons'),
  issuedMembers: count,
  skipped: count.describe('members who got nothing or less'),
  failure: z.string().nullable(),
  createdBy: z.string(),
  createdAt: time,
  startedAt: time.nullable(),
  finishedAt: time.nullable(),
};
export class BulkIssueIdDto extends createZodDto(z.object({ issueId: z.string() })) {}
export class BulkIssuesPageDto extends createZodDto(pageQuery) {}
export class BulkIssuesDto extends createZodDto(z.object({ items: z.array(z.object(issue)), total: count })) {}
export class BulkIssueDto extends createZodDto(
  z.object({
    ...issue,
    reasons: z.array(z.object({ reason: z.string(), text: z.string(), members: count, missing: count })),
  }),
) {}

export class UnissuedPageDto extends createZodDto(
  z.object({
    after: z.coerce.number().int().min(0).max(2_000_000_000).default(0).describe('a position of the audience'),
    limit: z.coerce.number().int().min(1).max(100).default(20),
  }),
) {}
export class UnissuedDto extends createZodDto(
  z.object({
    items: z.array(
      z.object({
        position: count,
        memberId: z.string(),
        memberNo: z.string(),
        nickname: z.string(),
        why: z.string(),
        missing: count.describe('coupons'),
      }),
    ),
    next: count.nullable(),
  }),
) {}
