import { domainEvent } from '@fanloop/events';
import { systemActor } from '@fanloop/kernel';
import { Outbox, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { ContentRepository } from '../store/content.repository';
import { ContentHistory } from '../store/content-history';
import type { Claim } from '../store/due-content.repository';
import { PostRepository } from '../store/post.repository';

export const SWEEP = systemActor('publish-due-content');

/** The channel of the in-app feed: one post with its event, in the transaction of the state. */
@Injectable()
export class PublishToFeed {
  constructor(
    private readonly contents: ContentRepository,
    private readonly posts: PostRepository,
    private readonly history: ContentHistory,
    private readonly outbox: Outbox,
  ) {}

  /** Publishes the version that is the current one now. The unique key of the occurrence lets it happen once. */
  async execute(tx: Tx, { occurrenceId, contentId }: Claim, now: Date): Promise<void> {
    const current = await this.contents.body(tx, contentId);
    if (!current) throw new Error('the content has no current version');
    const { version: contentVersion, body } = current;
    const postId = await this.posts.insert(tx, { occurrenceId, contentId, contentVersion, body, publishedAt: now });
    await this.outbox.append(tx, [
      domainEvent('community.content-published.v1', { contentId, occurrenceId, postId, at: now.toISOString() }, now),
    ]);
    const what = `已发布第 ${contentVersion} 版`;
    await this.history.append(tx, { contentId, action: 'community.content-published', what, actor: SWEEP, at: now });
  }
}
