import { domainEvent } from '@fanloop/events';
import type { MemberId } from '@fanloop/kernel';
import { Outbox, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { refuse } from '../rules/refusals';
import { CommentRepository, type CommentRow } from '../store/comment.repository';
import { PostRepository } from '../store/post.repository';

export interface ShownComment {
  readonly commentId: string;
  readonly postId: string;
  /** Null: its author has closed the account meanwhile. */
  readonly memberId: MemberId | null;
  readonly writtenAt: Date;
}

/** Comments and what follows them: the post's counter and the event. */
@Injectable()
export class CommentDesk {
  constructor(
    readonly posts: PostRepository,
    readonly comments: CommentRepository,
    private readonly outbox: Outbox,
  ) {}

  /** Under the lock of its post. Throws CommentNotFound. */
  async lock(tx: Tx, commentId: string): Promise<CommentRow> {
    const found = await this.comments.byId(tx, commentId);
    if (!found) throw refuse('CommentNotFound');
    await this.posts.lock(tx, found.post_id);
    return (await this.comments.byId(tx, commentId)) ?? found;
  }

  /** From now on others see it. */
  async show(tx: Tx, { commentId, postId, memberId, writtenAt }: ShownComment): Promise<void> {
    await this.posts.count(tx, postId, 'comments', 1);
    if (memberId === null) return;
    const fact = { postId, commentId, memberId, at: writtenAt.toISOString() };
    await this.outbox.append(tx, [domainEvent('community.comment-posted.v1', fact, writtenAt)]);
  }
}
