import type { Clock, MemberId } from '@fanloop/kernel';
import { CLOCK, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { refuse } from '../rules/refusals';
import { CommentDesk } from './comment-desk';

export interface DeleteCommentCommand {
  readonly commentId: string;
  readonly postId: string;
  readonly memberId: MemberId;
}

/** A member takes back what he wrote: shown, in review or refused. Its text is not kept. */
@Injectable()
export class DeleteComment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: CommentDesk,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws CommentNotFound, also for a comment of somebody else. Deleting twice is deleting once. */
  async execute({ commentId, postId, memberId }: DeleteCommentCommand): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const comment = await this.desk.lock(tx, commentId);
      if (comment.member_id !== memberId || comment.post_id !== postId) throw refuse('CommentNotFound');
      if (comment.state === 'deleted') return;
      await this.desk.comments.change(tx, commentId, comment.state, 'deleted', this.clock.now());
      await this.desk.comments.blank(tx, commentId);
      if (comment.state === 'visible') await this.desk.posts.count(tx, postId, 'comments', -1);
    });
  }
}
