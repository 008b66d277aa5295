import type { MemberId } from '@fanloop/kernel';
import { chunks, type Queryable, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';

const ROWS = 1000;

/** Uploaded lists, as ids of members. */
@Injectable()
export class ListRepository {
  async insert(
    tx: Tx,
    list: { readonly name: string; readonly members: readonly MemberId[]; readonly by: string; readonly at: Date },
  ): Promise<string> {
    const { insertId } = await tx.execute(
      'INSERT INTO campaigns_list (name, size, created_by, created_at) VALUES (?, ?, ?, ?)',
      [list.name, list.members.length, list.by, list.at],
    );
    for (const part of chunks(list.members, ROWS))
      await tx.execute('INSERT INTO campaigns_list_member (list_id, member_id) VALUES ?', [
        part.map((member) => [insertId, member]),
      ]);
    return insertId;
  }

  async exists(from: Queryable, listId: string): Promise<boolean> {
    const rows = await from.query<{ id: string }>('SELECT id FROM campaigns_list WHERE id = ?', [listId]);
    return rows.length > 0;
  }

  /** Ids behind `after`, ascending. */
  async page(from: Queryable, listId: string, after: MemberId, limit: number): Promise<MemberId[]> {
    const rows = await from.query<{ member_id: string }>(
      'SELECT member_id FROM campaigns_list_member WHERE list_id = ? AND member_id > ? ORDER BY member_id LIMIT ?',
      [listId, after, limit],
    );
    return rows.map((row) => row.member_id);
  }
}
