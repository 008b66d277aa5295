import type { Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { ContentBody } from '../rules/content';
import { refuse } from '../rules/refusals';

export interface NewPost {
  readonly occurrenceId: string;
  readonly contentId: string;
  readonly contentVersion: number;
  readonly body: ContentBody;
  readonly publishedAt: Date;
}

export interface Counters {
  readonly likes: number;
  readonly comments: number;
}

/** Posts of the feed and their counters. Whoever changes likes or comments of a post locks the post first. */
@Injectable()
export class PostRepository {
  async insert(tx: Tx, { occurrenceId, contentId, contentVersion, body, publishedAt }: NewPost): Promise<string> {
    const { insertId } = await tx.execute(
      `INSERT INTO community_post
         (occurrence_id, content_id, content_version, title, text, picture_urls, link, published_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        occurrenceId,
        contentId,
        contentVersion,
        body.title,
        body.text,
        JSON.stringify(body.pictureUrls),
        body.link && JSON.stringify(body.link),
        publishedAt,
      ],
    );
    return insertId;
  }

  /** Throws PostNotFound. */
  async lock(tx: Tx, postId: string): Promise<Counters> {
    const [row] = await tx.query<Counters>('SELECT likes, comments FROM community_post WHERE id = ? FOR UPDATE', [
      postId,
    ]);
    if (!row) throw refuse('PostNotFound');
    return row;
  }

  /** By a difference, never to a value; a counter that would fall below zero is an error of the product. */
  async count(tx: Tx, postId: string, counter: keyof Counters, by: number): Promise<void> {
    const changed = await tx.execute(
      `UPDATE community_post SET ${counter} = ${counter} + ? WHERE id = ? AND ${counter} + ? >= 0`,
      [by, postId, by],
    );
    if (changed.affectedRows !== 1) throw new Error(`post ${postId}: ${counter} cannot change by ${by}`);
  }

  async pin(tx: Tx, contentId: string, pinned: boolean): Promise<boolean> {
    const changed = await tx.execute('UPDATE community_post SET pinned = ? WHERE content_id = ?', [
      pinned ? 1 : 0,
      contentId,
    ]);
    return changed.affectedRows > 0;
  }
}
