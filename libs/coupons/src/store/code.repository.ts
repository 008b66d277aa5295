import type { CouponId, MemberId } from '@fanloop/kernel';
import { isDuplicateEntry, type Queryable, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { BatchState } from './code-batch.repository';
import type { SealedCode } from './code-secrets';

/** A code with what decides about its use. */
export interface FoundCode {
  readonly id: string;
  readonly index: string;
  readonly state: 'unused' | 'used';
  readonly memberId: MemberId | null;
  readonly couponId: CouponId | null;
  readonly usedAt: Date | null;
  readonly batchId: string;
  readonly templateId: string;
  readonly batchState: BatchState;
  readonly usableUntil: Date | null;
}

const SELECT = `SELECT c.id, c.code_index AS \`index\`, c.state, c.member_id AS memberId, c.coupon_id AS couponId,
       c.used_at AS usedAt, c.batch_id AS batchId, b.template_id AS templateId, b.state AS batchState,
       b.usable_until AS usableUntil
  FROM coupons_code c JOIN coupons_code_batch b ON b.id = c.batch_id`;

@Injectable()
export class CodeRepository {
  /** Writes all of them, or throws: see `isTaken`. */
  async insert(tx: Tx, batchId: string, codes: readonly SealedCode[]): Promise<void> {
    await tx.execute('INSERT INTO coupons_code (batch_id, code_index, code_secret) VALUES ?', [
      codes.map(({ index, secret }) => [batchId, index, secret]),
    ]);
  }

  /** The unique key over codes stopped an insert. */
  isTaken(error: unknown): boolean {
    return isDuplicateEntry(error);
  }

  /** Which of these are codes already. In a transaction that wants to write: as it is now, not as it was when it began. */
  async taken(db: Queryable, indexes: readonly string[], now = false): Promise<Set<string>> {
    const rows = await db.query<{ code_index: string }>(
      `SELECT code_index FROM coupons_code WHERE code_index IN (?) ${now ? 'FOR UPDATE' : ''}`,
      [indexes],
    );
    return new Set(rows.map((row) => row.code_index));
  }

  async find(db: Queryable, indexes: readonly string[]): Promise<FoundCode[]> {
    return db.query<FoundCode>(`${SELECT} WHERE c.code_index IN (?)`, [indexes]);
  }

  /** As it is now, whatever the transaction has read before. */
  async lock(tx: Tx, codeId: string): Promise<FoundCode> {
    const [row] = await tx.query<FoundCode>(`${SELECT} WHERE c.id = ? FOR UPDATE`, [codeId]);
    return row!;
  }

  /** One use for one code: false when it is used, or its batch has ended or is over, whatever was read before. */
  async use(tx: Tx, codeId: string, memberId: MemberId, at: Date): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      `UPDATE coupons_code c JOIN coupons_code_batch b ON b.id = c.batch_id
          SET c.state = 'used', c.member_id = ?, c.used_at = ?
        WHERE c.id = ? AND c.state = 'unused' AND b.state = 'ready' AND (b.usable_until IS NULL OR b.usable_until > ?)`,
      [memberId, at, codeId, at],
    );
    return affectedRows === 1;
  }

  async nameCoupon(tx: Tx, codeId: string, couponId: CouponId): Promise<void> {
    await tx.execute('UPDATE coupons_code SET coupon_id = ? WHERE id = ?', [couponId, codeId]);
  }

  /** Takes up to `limit` codes of a batch that never came to be away; answers how many. */
  async discard(tx: Tx, batchId: string, limit: number): Promise<number> {
    const { affectedRows } = await tx.execute(
      "DELETE FROM coupons_code WHERE batch_id = ? AND state = 'unused' LIMIT ?",
      [batchId, limit],
    );
    return affectedRows;
  }
}
