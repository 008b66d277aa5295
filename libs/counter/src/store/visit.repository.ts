import { createHash } from 'node:crypto';
import { Queryable, randomToken, Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { Visit } from '../rules/visit';

interface VisitRow {
  token_hash: string;
  member_id: string;
  store_id: string;
  staff_id: string;
  opened_at: Date;
}

@Injectable()
export class VisitRepository {
  /** The token of a new visit: random, and stored as a hash only. */
  async open(tx: Tx, visit: Visit): Promise<string> {
    const token = randomToken();
    await tx.execute(
      'INSERT INTO counter_visit (token_hash, member_id, store_id, staff_id, opened_at) VALUES (?, ?, ?, ?, ?)',
      [hashOf(token), visit.memberId, visit.storeId, visit.staffId, visit.openedAt],
    );
    return token;
  }

  /** One answer per token, in order. */
  async find(from: Queryable, tokens: readonly string[]): Promise<(Visit | null)[]> {
    const hashes = tokens.map(hashOf);
    const rows = await from.query<VisitRow>(
      'SELECT token_hash, member_id, store_id, staff_id, opened_at FROM counter_visit WHERE token_hash IN (?)',
      [hashes],
    );
    const byHash = new Map(rows.map((row) => [row.token_hash, toVisit(row)]));
    return hashes.map((hash) => byHash.get(hash) ?? null);
  }
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

const toVisit = (row: VisitRow): Visit => ({
  memberId: row.member_id,
  storeId: row.store_id,
  staffId: row.staff_id,
  openedAt: row.opened_at,
});
