import type { MemberId } from '@fanloop/kernel';
import { Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { PostedComment } from '../use-cases/post-comment.use-case';
import { type Author, Authors } from './authors';
import { type FeedPage, pageOf, readCursor } from './cursor';

export interface CommentView {
  readonly id: string;
  readonly author: Author;
  readonly text: string;
  readonly at: string;
  /** Written by the one who reads. */
  readonly mine: boolean;
}

interface Row {
  id: string;
  member_id: MemberId | null;
  text: string;
  written_at: Date;
}

/** The comments that everybody sees, newest first. */
@Injectable()
export class CommentsRead {
  constructor(
    private readonly reader: Reader,
    private readonly authors: Authors,
  ) {}

  /** Throws CursorInvalid. */
  async page(
    postId: string,
    memberId: MemberId | null,
    cursor: string | null,
    limit: number,
  ): Promise<FeedPage<CommentView>> {
    const before = cursor === null ? null : readCursor(cursor, 1)[0];
    const rows = await this.reader.query<Row>(
      `SELECT id, member_id, text, written_at FROM community_comment
        WHERE post_id = ? AND state = 'visible' ${before === null ? '' : 'AND id < ?'} ORDER BY id DESC LIMIT ?`,
      [postId, ...(before === null ? [] : [before]), limit + 1],
    );
    const authorOf = await this.authors.of(rows.map((row) => row.member_id));
    const view = (row: Row): CommentView => ({
      id: row.id,
      author: authorOf(row.member_id),
      text: row.text,
      at: row.written_at.toISOString(),
      mine: memberId !== null && row.member_id === memberId,
    });
    return pageOf(rows, limit, view, (row) => [row.id]);
  }

  /** The view of a comment that was just written, from its own answer. */
  async written(posted: PostedComment, memberId: MemberId): Promise<CommentView> {
    const authorOf = await this.authors.of([memberId]);
    return { id: posted.commentId, author: authorOf(memberId), text: posted.text, at: posted.at, mine: true };
  }
}
