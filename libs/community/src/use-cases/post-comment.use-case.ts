import { type Clock, type MemberId, unwrap } from '@fanloop/kernel';
import { CLOCK, Idempotency, type Tx, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { cleanComment, stateAfterCheck } from '../rules/comment';
import { type CheckedText, TextCheck } from '../store/text-check';
import { CommentDesk } from './comment-desk';

export interface PostCommentCommand {
  readonly postId: string;
  readonly memberId: MemberId;
  readonly text: string;
  readonly idempotencyKey: string;
}

export interface PostedComment {
  readonly commentId: string;
  readonly state: 'visible' | 'in-review';
  /** As it is kept. */
  readonly text: string;
  readonly at: string;
}

/** A member writes under a post. WeChat's content check is asked first, then the transaction begins. */
@Injectable()
export class PostComment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly idempotency: Idempotency,
    private readonly check: TextCheck,
    private readonly desk: CommentDesk,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws CommentEmpty, CommentTooLong, PostNotFound, ContentRejected; from WeChat WechatTooOften, VisitTooLongAgo. */
  async execute(command: PostCommentCommand): Promise<PostedComment> {
    const { postId, memberId } = command;
    const text = unwrap(cleanComment(command.text));
    const check = await this.check.comment(memberId, text);
    const claim = {
      scope: `community.comment:member:${memberId}`,
      key: command.idempotencyKey,
      input: { postId, text },
    };
    // A repeated request gets its stored answer, whatever WeChat thinks of the text the second time.
    return this.unitOfWork.run((tx) =>
      this.idempotency.run(tx, claim, () => this.write(tx, { postId, memberId, text, check })),
    );
  }

  private async write(
    tx: Tx,
    { postId, memberId, text, check }: { postId: string; memberId: MemberId; text: string; check: CheckedText },
  ): Promise<PostedComment> {
    const state = unwrap(stateAfterCheck(check.result));
    await this.desk.posts.lock(tx, postId);
    const writtenAt = this.clock.now();
    const commentId = await this.desk.comments.insert(tx, { postId, memberId, text, state, check, writtenAt });
    if (state === 'visible') await this.desk.show(tx, { commentId, postId, memberId, writtenAt });
    return { commentId, state, text, at: writtenAt.toISOString() };
  }
}
