import type { MemberId } from '@fanloop/kernel';
import { Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { CommentState } from '../rules/comment';
import { AttentionRepository } from '../store/attention.repository';

export interface MemberDeed {
  readonly kind: 'like' | 'comment';
  readonly postId: string;
  readonly postTitle: string | null;
  readonly text: string | null;
  readonly state: CommentState | null;
  readonly at: string;
}

interface Row extends Omit<MemberDeed, 'at'> {
  at: Date;
}

/** What one member did in the community: for the timeline in the console and for the member's own export. */
@Injectable()
export class MemberCommunityRead {
  constructor(
    private readonly reader: Reader,
    private readonly attention: AttentionRepository,
  ) {}

  /** Newest first, `limit` at most; before an instant when one is given. */
  async deeds(memberId: MemberId, limit: number, before: Date | null = null): Promise<MemberDeed[]> {
    const until = (column: string): string => (before === null ? '' : `AND ${column} < ?`);
    const half = before === null ? [memberId] : [memberId, before];
    const rows = await this.reader.query<Row>(
      `(SELECT 'like' AS kind, p.id AS postId, p.title AS postTitle, NULL AS text, NULL AS state, l.liked_at AS at
          FROM community_like l JOIN community_post p ON p.id = l.post_id
         WHERE l.member_id = ? ${until('l.liked_at')})
       UNION ALL
       (SELECT 'comment', p.id, p.title, c.text, c.state, c.written_at
          FROM community_comment c JOIN community_post p ON p.id = c.post_id
         WHERE c.member_id = ? AND c.state <> 'deleted' ${until('c.written_at')})
       ORDER BY at DESC LIMIT ?`,
      [...half, ...half, limit],
    );
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }

  /** What the member read and shared, by days, the newest first. */
  async attentionOf(memberId: MemberId, limit: number) {
    return this.attention.ofMember(this.reader, memberId, limit);
  }
}
