import {
  type ContentDraft,
  DEFAULT_MAX_LATENESS_MINUTES,
  LONGEST_MAX_LATENESS_MINUTES,
  LONGEST_TITLE,
  MOST_PICTURES,
} from '@fanloop/community';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { rowId } from '../shapes/page';

const plannedLocal = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)
  .describe('wall time in the zone, for example 2026-11-23T10:30');
const link = z.object({
  kind: z.enum(['coupon', 'activity', 'product']),
  id: z.string().trim().min(1).max(64),
  title: z.string().trim().max(100),
});

const draft = z.object({
  title: z.string().max(500).nullable().describe(`at most ${LONGEST_TITLE} characters; empty for none`),
  text: z.string().max(20_000),
  pictureUrls: z.array(z.string().max(500)).max(MOST_PICTURES).describe('addresses of pictures that are there already'),
  link: link.nullable(),
  plannedLocal,
  zone: z.string().min(1).max(64).describe('IANA name'),
  misfire: z.enum(['late', 'skip']).describe('when nobody was there at the planned time'),
  maxLatenessMinutes: z
    .number()
    .int()
    .min(1)
    .max(LONGEST_MAX_LATENESS_MINUTES)
    .nullish()
    .describe(`for late: ${DEFAULT_MAX_LATENESS_MINUTES} when not given`),
});

export class ContentDraftDto extends createZodDto(draft) {}
export class ContentRevisionDto extends createZodDto(
  draft.extend({ version: z.number().int().min(1).optional().describe('the version that was looked at') }),
) {}
export class ContentMoveDto extends createZodDto(z.object({ plannedLocal })) {}
export class ContentPinDto extends createZodDto(z.object({ pinned: z.boolean() })) {}
export class ContentIdDto extends createZodDto(z.object({ id: rowId })) {}

const moment = z.union([z.iso.datetime({ offset: true }), z.iso.date()]);
export class ContentSpanDto extends createZodDto(
  z.object({
    from: moment.describe('a moment, or a date: its first moment in the brand’s zone'),
    to: moment.describe('not part of the span'),
  }),
) {}

const item = z.object({
  contentId: z.string(),
  title: z.string(),
  text: z.string(),
  pictureUrls: z.array(z.string()),
  link: z.object({ kind: z.enum(['coupon', 'activity', 'product']), id: z.string(), title: z.string() }).nullable(),
  plannedLocal: z.string(),
  zone: z.string(),
  plannedAt: z.iso.datetime(),
  clockChange: z.enum(['gap', 'overlap']).nullable().describe('the local time does not exist, or exists twice'),
  state: z.enum(['planned', 'claimed', 'dispatching', 'done', 'failed', 'skipped', 'cancelled']),
  paused: z.boolean(),
  publishedAt: z.iso.datetime().nullable(),
  postId: z.string().nullable(),
  failure: z.string().nullable(),
  misfire: z.enum(['late', 'skip']),
  maxLatenessMinutes: z.number().int().nullable(),
  version: z.number().int(),
});
export class ContentItemDto extends createZodDto(item) {}
export class ContentItemsDto extends createZodDto(z.object({ items: z.array(item) })) {}
export class ContentDetailDto extends createZodDto(
  item.extend({
    history: z.array(z.object({ at: z.iso.datetime(), what: z.string(), by: z.string() })),
    engagement: z.object({ likes: z.number().int(), comments: z.number().int() }),
  }),
) {}

export const draftOf = (body: ContentDraftDto): ContentDraft => {
  const { misfire, maxLatenessMinutes, ...rest } = body;
  if (misfire === 'skip') return { ...rest, misfire: { kind: 'skip' } };
  return {
    ...rest,
    misfire: { kind: 'late', maxLatenessMinutes: maxLatenessMinutes ?? DEFAULT_MAX_LATENESS_MINUTES },
  };
};
