import type { MemberId } from '@fanloop/kernel';
import type { PersonalDataSource } from '@fanloop/members';
import { Injectable } from '@nestjs/common';
import { type Engagement, EngagementRead } from './reads/engagement.read';
import { FeedRead, type Post } from './reads/feed.read';
import { MemberCommunityRead, type MemberDeed } from './reads/member-community.read';
import { ModerationRead } from './reads/moderation.read';

const WHOLE_LIFE = 100_000;

/** What other contexts and the edges may ask of the community. */
@Injectable()
export class CommunityDoor implements PersonalDataSource {
  readonly context = 'community';

  constructor(
    private readonly feed: FeedRead,
    private readonly engagement: EngagementRead,
    private readonly members: MemberCommunityRead,
    private readonly moderation: ModerationRead,
  ) {}

  /** The top of the feed as this member (or, with null, anybody) sees it. */
  async latestPosts(memberId: MemberId | null, count: number): Promise<Post[]> {
    return (await this.feed.page(memberId, null, count)).items;
  }

  /** Likes and visible comments of a content item; zeros before it is published. */
  engagementOf(contentId: string): Promise<Engagement> {
    return this.engagement.of(contentId);
  }

  /** Likes and comments of a member, newest first. */
  deedsOf(memberId: MemberId, limit: number, before: Date | null = null): Promise<MemberDeed[]> {
    return this.members.deeds(memberId, limit, before);
  }

  /** Comments that wait for a person's decision. */
  commentsInReview(): Promise<number> {
    return this.moderation.waiting();
  }

  /** For the member's own export. */
  async personalDataOf(memberId: MemberId): Promise<unknown> {
    const [deeds, readAndShared] = await Promise.all([
      this.members.deeds(memberId, WHOLE_LIFE),
      this.members.attentionOf(memberId, WHOLE_LIFE),
    ]);
    return { deeds, readAndShared };
  }
}
