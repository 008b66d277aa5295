import type { MemberId, Points } from '@fanloop/kernel';
import { num, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { Day } from '../rules/calendar/days';
import type { GivenToday } from '../rules/ledger/transfer';

export interface Transfer {
  readonly transferId: string;
  readonly fromMemberId: MemberId;
  readonly toMemberId: MemberId;
  readonly day: Day;
  readonly points: Points;
  readonly at: Date;
}

/** Who gave points to whom. Read and written under the lock of the giver's account, so that a limit per day is exact. */
@Injectable()
export class TransferRepository {
  async givenOn(tx: Tx, memberId: MemberId, day: Day): Promise<GivenToday> {
    const [row] = await tx.query<{ n: string; points: string | null }>(
      'SELECT COUNT(*) AS n, SUM(points) AS points FROM loyalty_transfer WHERE from_member_id = ? AND day = ?',
      [memberId, day],
    );
    return { times: num(row?.n), points: num(row?.points) };
  }

  async insert(tx: Tx, { transferId, fromMemberId, toMemberId, day, points, at }: Transfer): Promise<void> {
    await tx.execute(
      'INSERT INTO loyalty_transfer (transfer_id, from_member_id, to_member_id, day, points, at) VALUES (?, ?, ?, ?, ?, ?)',
      [transferId, fromMemberId, toMemberId, day, points, at],
    );
  }
}
