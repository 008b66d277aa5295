import type { Actor, Clock } from '@fanloop/kernel';
import { AuditLog, CLOCK, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { refuse } from '../rules/refusals';
import { CommentDesk } from './comment-desk';

export interface DecideCommentCommand {
  readonly commentId: string;
  readonly decision: 'approve' | 'reject';
  readonly actor: Actor;
}

/** A person decides on a comment that waits for review. */
@Injectable()
export class DecideComment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: CommentDesk,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws CommentNotFound, CommentDecided. */
  async execute({ commentId, decision, actor }: DecideCommentCommand): Promise<'visible' | 'rejected'> {
    const to = decision === 'approve' ? 'visible' : 'rejected';
    await this.unitOfWork.run(async (tx) => {
      const comment = await this.desk.lock(tx, commentId);
      if (!(await this.desk.comments.change(tx, commentId, 'in-review', to, this.clock.now())))
        throw refuse('CommentDecided');
      const { post_id: postId, member_id: memberId, written_at: writtenAt } = comment;
      if (to === 'visible') await this.desk.show(tx, { commentId, postId, memberId, writtenAt });
      const action = to === 'visible' ? 'community.comment-approved' : 'community.comment-rejected';
      await this.audit.append(tx, { actor, action, subject: `comment:${commentId}` });
    });
    return to;
  }
}
