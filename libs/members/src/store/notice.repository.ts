import type { MemberId } from '@fanloop/kernel';
import { num, type Queryable, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { Notice } from '../rules/notice';

export interface StoredNotice {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly link: string | null;
  readonly at: Date;
  readonly readAt: Date | null;
}

const COLUMNS = 'id, title, text, link, at, read_at AS readAt';

/** The inboxes of members. */
@Injectable()
export class NoticeRepository {
  /**
   * Puts notices into the inboxes of those who have not left; one whose reference is known already is passed over. The
   * members' rows are locked: who leaves meanwhile is either waited for, or takes the notice along.
   */
  async add(tx: Tx, notices: readonly Notice[]): Promise<void> {
    if (notices.length === 0) return;
    const rows = await tx.query<{ id: string }>(
      "SELECT id FROM members_member WHERE id IN (?) AND status <> 'closed' ORDER BY id FOR UPDATE",
      [[...new Set(notices.map(({ memberId }) => memberId))]],
    );
    const open = new Set(rows.map((row) => row.id));
    const kept = notices.filter(({ memberId }) => open.has(memberId));
    if (kept.length === 0) return;
    await tx.execute(
      `INSERT INTO members_notice (member_id, title, text, link, reference, at) VALUES ?
       ON DUPLICATE KEY UPDATE reference = VALUES(reference)`,
      [kept.map((notice) => [notice.memberId, notice.title, notice.text, notice.link, notice.reference, notice.at])],
    );
  }

  /** The newest first; `before` null begins at the newest. */
  page(db: Queryable, memberId: MemberId, before: string | null, limit: number): Promise<StoredNotice[]> {
    return db.query<StoredNotice>(
      `SELECT ${COLUMNS} FROM members_notice WHERE member_id = ? ${before === null ? '' : 'AND id < ?'}
        ORDER BY id DESC LIMIT ?`,
      before === null ? [memberId, limit] : [memberId, before, limit],
    );
  }

  async unread(db: Queryable, memberId: MemberId): Promise<number> {
    const [row] = await db.query<{ n: string }>(
      'SELECT COUNT(*) AS n FROM members_notice WHERE member_id = ? AND read_at IS NULL',
      [memberId],
    );
    return num(row?.n);
  }

  /** Up to this one: what came after the page was opened stays unread. */
  async markRead(tx: Tx, memberId: MemberId, upTo: string, at: Date): Promise<void> {
    await tx.execute('UPDATE members_notice SET read_at = ? WHERE member_id = ? AND id <= ? AND read_at IS NULL', [
      at,
      memberId,
      upTo,
    ]);
  }

  async erase(tx: Tx, memberId: MemberId): Promise<void> {
    await tx.execute('DELETE FROM members_notice WHERE member_id = ?', [memberId]);
  }
}
