import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { rowId } from '../shapes/page';

const count = z.number().int().min(0);

export class PostIdDto extends createZodDto(z.object({ id: rowId })) {}
export class CommentIdDto extends createZodDto(z.object({ id: rowId, commentId: rowId })) {}

export class PostFeedQueryDto extends createZodDto(
  z.object({
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
) {}

export const post = z.object({
  id: z.string(),
  author: z.object({ name: z.string(), avatarUrl: z.string().nullable(), official: z.boolean() }),
  title: z.string().nullable(),
  text: z.string(),
  pictureUrls: z.array(z.string()),
  publishedAt: z.iso.datetime(),
  likes: count,
  comments: count.describe('those that everybody sees'),
  likedByMe: z.boolean(),
  pinned: z.boolean(),
  link: z.object({ kind: z.enum(['coupon', 'activity', 'product']), id: z.string(), title: z.string() }).nullable(),
});
export class PostDto extends createZodDto(post) {}
export class PostFeedDto extends createZodDto(z.object({ items: z.array(post), nextCursor: z.string().nullable() })) {}

export class LikesDto extends createZodDto(z.object({ likes: count, likedByMe: z.boolean() })) {}

export class CountedDto extends createZodDto(
  z.object({ counted: z.boolean().describe('false: it was counted today already') }),
) {}

const comment = z.object({
  id: z.string(),
  author: z.object({ name: z.string(), avatarUrl: z.string().nullable() }),
  text: z.string(),
  at: z.iso.datetime(),
  mine: z.boolean(),
});
export class CommentFeedDto extends createZodDto(
  z.object({ items: z.array(comment), nextCursor: z.string().nullable() }),
) {}

/** The use case refuses what is too long in its own words; this only keeps a flood out. */
export class CommentInputDto extends createZodDto(z.object({ text: z.string().max(20_000) })) {}

export class CommentAnswerDto extends createZodDto(
  comment
    .partial()
    .extend({ state: z.enum(['visible', 'in-review']) })
    .describe('201 with the comment, or 202 with state in-review alone'),
) {}
