import { domainEvent } from '@fanloop/events';
import type { Clock } from '@fanloop/kernel';
import { CLOCK, Outbox, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { LikeRepository } from '../store/like.repository';
import { PostRepository } from '../store/post.repository';
import type { LikeCommand } from './like-post.use-case';

/** Takes a like back; without one nothing happens. */
@Injectable()
export class UnlikePost {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly posts: PostRepository,
    private readonly likes: LikeRepository,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws PostNotFound. */
  execute({ postId, memberId }: LikeCommand): Promise<{ likes: number; likedByMe: false }> {
    return this.unitOfWork.run(async (tx) => {
      const { likes } = await this.posts.lock(tx, postId);
      if ((await this.likes.remove(tx, postId, [memberId])) === 0) return { likes, likedByMe: false };
      await this.posts.count(tx, postId, 'likes', -1);
      const now = this.clock.now();
      await this.outbox.append(tx, [
        domainEvent('community.post-unliked.v1', { postId, memberId, at: now.toISOString() }, now),
      ]);
      return { likes: likes - 1, likedByMe: false };
    });
  }
}
