import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { pageQuery, rowId } from '../shapes/page';

const state = z.enum(['visible', 'in-review', 'rejected', 'deleted']);

export class CommentQueueQueryDto extends createZodDto(pageQuery.extend({ state: state.default('in-review') })) {}
export class ModeratedCommentIdDto extends createZodDto(z.object({ id: rowId })) {}
export class CommentDecisionDto extends createZodDto(z.object({ decision: z.enum(['approve', 'reject']) })) {}
export class CommentDecidedDto extends createZodDto(z.object({ state: z.enum(['visible', 'rejected']) })) {}

export class CommentQueueDto extends createZodDto(
  z.object({
    items: z.array(
      z.object({
        commentId: z.string(),
        postId: z.string(),
        postTitle: z.string().nullable(),
        memberId: z.string().nullable(),
        author: z.object({ name: z.string(), avatarUrl: z.string().nullable() }),
        text: z.string(),
        state,
        reason: z.string().nullable().describe('why a person has to look at it'),
        at: z.iso.datetime(),
        decidedAt: z.iso.datetime().nullable(),
      }),
    ),
    total: z.number().int(),
  }),
) {}
