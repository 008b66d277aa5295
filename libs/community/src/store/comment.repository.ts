import type { MemberId } from '@fanloop/kernel';
import type { Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { CheckResult, CommentState } from '../rules/comment';

export interface NewComment {
  readonly postId: string;
  readonly memberId: MemberId;
  readonly text: string;
  readonly state: 'visible' | 'in-review';
  readonly check: { readonly result: CheckResult; readonly label: number | null };
  readonly writtenAt: Date;
}

export interface CommentRow {
  readonly id: string;
  readonly post_id: string;
  readonly member_id: MemberId | null;
  readonly state: CommentState;
  readonly written_at: Date;
}

/** Comments in all their states. Changes that a counter follows are made under the lock of the post. */
@Injectable()
export class CommentRepository {
  async insert(tx: Tx, { postId, memberId, text, state, check, writtenAt }: NewComment): Promise<string> {
    const { insertId } = await tx.execute(
      `INSERT INTO community_comment (post_id, member_id, text, state, check_result, check_label, written_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      [postId, memberId, text, state, check.result, check.label, writtenAt],
    );
    return insertId;
  }

  async byId(tx: Tx, id: string): Promise<CommentRow | null> {
    const [row] = await tx.query<CommentRow>(
      'SELECT id, post_id, member_id, state, written_at FROM community_comment WHERE id = ?',
      [id],
    );
    return row ?? null;
  }

  /** False when it is not in the state that was expected. */
  async change(tx: Tx, id: string, from: CommentState, to: CommentState, now: Date): Promise<boolean> {
    const changed = await tx.execute(
      'UPDATE community_comment SET state = ?, decided_at = ? WHERE id = ? AND state = ?',
      [to, now, id, from],
    );
    return changed.affectedRows === 1;
  }

  /** What its author took back is not kept. */
  async blank(tx: Tx, id: string): Promise<void> {
    await tx.execute("UPDATE community_comment SET text = '' WHERE id = ?", [id]);
  }

  /** What nobody has seen goes; what others have read and answered stays, without its author. */
  async anonymise(tx: Tx, memberIds: readonly MemberId[]): Promise<void> {
    await tx.execute(
      "UPDATE community_comment SET state = 'deleted', text = '' WHERE member_id IN (?) AND state <> 'visible'",
      [memberIds],
    );
    await tx.execute('UPDATE community_comment SET member_id = NULL WHERE member_id IN (?)', [memberIds]);
  }
}
