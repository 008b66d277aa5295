import type { MemberId } from '@fanloop/kernel';
import { Reader } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { ContentLink } from '../rules/content';
import { refuse } from '../rules/refusals';
import { type BodyRow, bodyOf } from '../store/content.repository';
import { type FeedPage, pageOf, readCursor } from './cursor';
import { OFFICIAL_AUTHOR, type OfficialAuthor } from './official-author';

/** A post as a shopper sees it. */
export interface Post {
  readonly id: string;
  readonly author: { readonly name: string; readonly avatarUrl: string | null; readonly official: boolean };
  readonly title: string | null;
  readonly text: string;
  readonly pictureUrls: string[];
  readonly publishedAt: string;
  readonly likes: number;
  readonly comments: number;
  readonly likedByMe: boolean;
  readonly pinned: boolean;
  readonly link: ContentLink | null;
}

interface Row extends BodyRow {
  id: string;
  pinned: number;
  likes: number;
  comments: number;
  published_at: Date;
  liked: number | string;
}

const SELECT = `SELECT p.id, p.title, p.text, p.picture_urls, p.link, p.pinned, p.likes, p.comments, p.published_at,
       EXISTS (SELECT 1 FROM community_like l WHERE l.post_id = p.id AND l.member_id = ?) AS liked
  FROM community_post p`;

/** Nobody's id: for a reader who is not a member. */
const NOBODY = '0';

/** The in-app feed: pinned posts first, then the newest. */
@Injectable()
export class FeedRead {
  constructor(
    private readonly reader: Reader,
    @Inject(OFFICIAL_AUTHOR) private readonly official: OfficialAuthor,
  ) {}

  /** Throws CursorInvalid. */
  async page(memberId: MemberId | null, cursor: string | null, limit: number): Promise<FeedPage<Post>> {
    const after = cursor === null ? null : readCursor(cursor, 3);
    const rows = await this.reader.query<Row>(
      `${SELECT} ${after ? 'WHERE (p.pinned, p.published_at, p.id) < (?, ?, ?)' : ''}
        ORDER BY p.pinned DESC, p.published_at DESC, p.id DESC LIMIT ?`,
      [memberId ?? NOBODY, ...(after ? [after[0], new Date(after[1]!), after[2]] : []), limit + 1],
    );
    return pageOf(rows, limit, this.view, (row) => [row.pinned, row.published_at.getTime(), row.id]);
  }

  /** Throws PostNotFound. */
  async one(postId: string, memberId: MemberId | null): Promise<Post> {
    const row = await this.reader.one<Row>(`${SELECT} WHERE p.id = ?`, [memberId ?? NOBODY, postId]);
    if (!row) throw refuse('PostNotFound');
    return this.view(row);
  }

  private readonly view = (row: Row): Post => {
    const { title, text, pictureUrls, link } = bodyOf(row);
    return {
      id: row.id,
      author: { ...this.official, official: true },
      title,
      text,
      pictureUrls: [...pictureUrls],
      publishedAt: row.published_at.toISOString(),
      likes: row.likes,
      comments: row.comments,
      likedByMe: Number(row.liked) === 1,
      pinned: row.pinned === 1,
      link,
    };
  };
}
