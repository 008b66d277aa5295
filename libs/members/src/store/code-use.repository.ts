import type { MemberId, StaffId } from '@fanloop/kernel';
import { isDuplicateEntry, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { refuse } from '../rules/refusals';

/** Which member codes were used: the primary key lets each (member, step) in once. */
@Injectable()
export class CodeUseRepository {
  async use(tx: Tx, use: { memberId: MemberId; step: number; at: Date; staffId: StaffId }): Promise<void> {
    try {
      await tx.execute('INSERT INTO members_code_use (member_id, step, used_at, staff_id) VALUES (?, ?, ?, ?)', [
        use.memberId,
        use.step,
        use.at,
        use.staffId,
      ]);
    } catch (error) {
      throw isDuplicateEntry(error) ? refuse('MemberCodeUsed') : error;
    }
  }

  /** Rows older than `before` can decide nothing any more. Answers how many went; call again while it is `limit`. */
  async forget(tx: Tx, before: Date, limit: number): Promise<number> {
    const gone = await tx.execute('DELETE FROM members_code_use WHERE used_at < ? LIMIT ?', [before, limit]);
    return gone.affectedRows;
  }
}
