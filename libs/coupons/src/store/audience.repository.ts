import type { MemberId } from '@fanloop/kernel';
import { chunks, num, type Queryable, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';

const ROWS = 1000;

/** Frozen lists of members: who may claim a coupon, or who is issued one in bulk. */
@Injectable()
export class AudienceRepository {
  async create(tx: Tx, name: string, now: Date): Promise<string> {
    const written = await tx.execute('INSERT INTO coupons_audience (name, created_at) VALUES (?, ?)', [name, now]);
    return written.insertId;
  }

  /** Appends who is not in it yet, in order; answers the new size. Under the lock of the audience's row. */
  async append(tx: Tx, audienceId: string, members: readonly MemberId[]): Promise<number> {
    const [row] = await tx.query<{ size: number }>('SELECT size FROM coupons_audience WHERE id = ? FOR UPDATE', [
      audienceId,
    ]);
    if (!row) throw new Error(`there is no audience ${audienceId}`);
    let size = row.size;
    for (const chunk of chunks([...new Set(members)], ROWS)) {
      const known = await this.among(tx, audienceId, chunk);
      const fresh = chunk.filter((member) => !known.has(member));
      if (fresh.length === 0) continue;
      const first = size;
      await tx.execute('INSERT INTO coupons_audience_member (audience_id, position, member_id) VALUES ?', [
        fresh.map((member, i) => [audienceId, first + i + 1, member]),
      ]);
      size += fresh.length;
    }
    await tx.execute('UPDATE coupons_audience SET size = ? WHERE id = ?', [size, audienceId]);
    return size;
  }

  async sizeOf(from: Queryable, audienceId: string): Promise<number | null> {
    const [row] = await from.query<{ size: number }>('SELECT size FROM coupons_audience WHERE id = ?', [audienceId]);
    return row ? num(row.size) : null;
  }

  async find(from: Queryable, audienceId: string): Promise<{ name: string; size: number } | null> {
    const [row] = await from.query<{ name: string; size: number }>(
      'SELECT name, size FROM coupons_audience WHERE id = ?',
      [audienceId],
    );
    return row ?? null;
  }

  /** Which of these members are in it. */
  async among(from: Queryable, audienceId: string, members: readonly MemberId[]): Promise<Set<MemberId>> {
    if (members.length === 0) return new Set();
    const rows = await from.query<{ member_id: string }>(
      'SELECT member_id FROM coupons_audience_member WHERE audience_id = ? AND member_id IN (?)',
      [audienceId, members],
    );
    return new Set(rows.map((row) => row.member_id));
  }

  /** The members behind a position, in order; at most `limit`. */
  async page(from: Queryable, audienceId: string, after: number, limit: number): Promise<MemberId[]> {
    const rows = await from.query<{ member_id: string }>(
      `SELECT member_id FROM coupons_audience_member WHERE audience_id = ? AND position > ? ORDER BY position LIMIT ?`,
      [audienceId, after, limit],
    );
    return rows.map((row) => row.member_id);
  }
}
