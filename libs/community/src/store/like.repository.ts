import type { MemberId } from '@fanloop/kernel';
import type { Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';

/** Who likes what: one row per post and member. Called under the lock of the post. */
@Injectable()
export class LikeRepository {
  /** False when the like was there already. */
  async add(tx: Tx, postId: string, memberId: MemberId, now: Date): Promise<boolean> {
    const [there] = await tx.query('SELECT 1 FROM community_like WHERE post_id = ? AND member_id = ?', [
      postId,
      memberId,
    ]);
    if (there) return false;
    await tx.execute('INSERT INTO community_like (post_id, member_id, liked_at) VALUES (?, ?, ?)', [
      postId,
      memberId,
      now,
    ]);
    return true;
  }

  /** How many rows went. */
  async remove(tx: Tx, postId: string, memberIds: readonly MemberId[]): Promise<number> {
    const removed = await tx.execute('DELETE FROM community_like WHERE post_id = ? AND member_id IN (?)', [
      postId,
      memberIds,
    ]);
    return removed.affectedRows;
  }

  /** The posts that these members like, ascending: the order in which posts are locked. */
  async postsLikedBy(tx: Tx, memberIds: readonly MemberId[]): Promise<string[]> {
    const rows = await tx.query<{ post_id: string }>(
      'SELECT DISTINCT post_id FROM community_like WHERE member_id IN (?) ORDER BY post_id',
      [memberIds],
    );
    return rows.map((row) => row.post_id);
  }
}
