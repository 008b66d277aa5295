import { domainEvent } from '@fanloop/events';
import type { Clock, MemberId } from '@fanloop/kernel';
import { CLOCK, Outbox, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { LikeRepository } from '../store/like.repository';
import { PostRepository } from '../store/post.repository';

export interface LikeCommand {
  readonly postId: string;
  readonly memberId: MemberId;
}

/** A member likes a post: once, however often it is said. */
@Injectable()
export class LikePost {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly posts: PostRepository,
    private readonly likes: LikeRepository,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws PostNotFound. */
  execute({ postId, memberId }: LikeCommand): Promise<{ likes: number; likedByMe: true }> {
    return this.unitOfWork.run(async (tx) => {
      const { likes } = await this.posts.lock(tx, postId);
      const now = this.clock.now();
      if (!(await this.likes.add(tx, postId, memberId, now))) return { likes, likedByMe: true };
      await this.posts.count(tx, postId, 'likes', 1);
      await this.outbox.append(tx, [
        domainEvent('community.post-liked.v1', { postId, memberId, at: now.toISOString() }, now),
      ]);
      return { likes: likes + 1, likedByMe: true };
    });
  }
}
