import type { MemberId } from '@fanloop/kernel';
import type { Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { AttentionRepository } from '../store/attention.repository';
import { CommentRepository } from '../store/comment.repository';
import { LikeRepository } from '../store/like.repository';
import { PostRepository } from '../store/post.repository';

/** Members who closed their accounts: their likes go, their comments stay without a name. Doing it twice changes nothing. */
@Injectable()
export class ForgetMembers {
  constructor(
    private readonly posts: PostRepository,
    private readonly likes: LikeRepository,
    private readonly comments: CommentRepository,
    private readonly attention: AttentionRepository,
  ) {}

  async execute(tx: Tx, memberIds: readonly MemberId[]): Promise<void> {
    // Ascending, one post after the other: two of these meet in the same order.
    for (const postId of await this.likes.postsLikedBy(tx, memberIds)) {
      await this.posts.lock(tx, postId);
      const removed = await this.likes.remove(tx, postId, memberIds);
      if (removed > 0) await this.posts.count(tx, postId, 'likes', -removed);
    }
    await this.comments.anonymise(tx, memberIds);
    await this.attention.forget(tx, memberIds);
  }
}
