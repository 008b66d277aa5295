import { num, Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';

export interface Engagement {
  readonly likes: number;
  readonly comments: number;
}

/** How people answered to a content item; zeros before it is published. */
@Injectable()
export class EngagementRead {
  constructor(private readonly reader: Reader) {}

  async of(contentId: string): Promise<Engagement> {
    const row = await this.reader.one<{ likes: string | null; comments: string | null }>(
      'SELECT SUM(likes) AS likes, SUM(comments) AS comments FROM community_post WHERE content_id = ?',
      [contentId],
    );
    return { likes: num(row?.likes), comments: num(row?.comments) };
  }
}
