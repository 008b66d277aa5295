import type { MemberId } from '@fanloop/kernel';
import { isDuplicateEntry, type Queryable, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { refuse } from '../rules/refusals';

export type AttentionKind = 'read' | 'share';

export interface Attention {
  readonly postId: string;
  readonly memberId: MemberId;
  readonly kind: AttentionKind;
  /** The brand's business day. */
  readonly day: string;
  readonly at: Date;
}

/** Who read and who shared which post on which day. The key counts each once, whatever runs in parallel. */
@Injectable()
export class AttentionRepository {
  /** False when it was counted on that day already. Throws PostNotFound. */
  async add(tx: Tx, { postId, memberId, kind, day, at }: Attention): Promise<boolean> {
    const [post] = await tx.query('SELECT 1 FROM community_post WHERE id = ?', [postId]);
    if (!post) throw refuse('PostNotFound');
    try {
      await tx.execute('INSERT INTO community_attention (post_id, member_id, kind, day, at) VALUES (?, ?, ?, ?, ?)', [
        postId,
        memberId,
        kind,
        day,
        at,
      ]);
      return true;
    } catch (error) {
      if (isDuplicateEntry(error)) return false;
      throw error;
    }
  }

  /** For the member's own export, the newest first. */
  async ofMember(db: Queryable, memberId: MemberId, limit: number): Promise<Omit<Attention, 'memberId'>[]> {
    return db.query(
      'SELECT post_id AS postId, kind, day, at FROM community_attention WHERE member_id = ? ORDER BY at DESC LIMIT ?',
      [memberId, limit],
    );
  }

  async forget(tx: Tx, memberIds: readonly MemberId[]): Promise<void> {
    await tx.execute('DELETE FROM community_attention WHERE member_id IN (?)', [memberIds]);
  }
}
