import type { Clock, MemberId, Points } from '@fanloop/kernel';
import { CLOCK, type Tx } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { LedgerBatch } from '../store/ledger-batch';
import { LedgerStore } from '../store/ledger-store';
import { expiredEvents } from './ledger-events';
import { settleExpiry } from './settle-expiry';
import { SweepTools } from './sweep-tools';

const MEMBERS_PER_TRANSACTION = 200;

/**
 * The nightly sweep of points whose time is over: only what is left in their lots dies. A batch of members is one transaction, so it
 * may be stopped anywhere and goes on where it was; members of whom nothing is due are not touched.
 */
@Injectable()
export class ExpirePoints {
  constructor(
    private readonly ledger: LedgerStore,
    private readonly work: SweepTools,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(options: { readonly now?: Date } = {}): Promise<{ members: number; points: Points }> {
    const now = options.now ?? this.clock.now();
    const total = { members: 0, points: 0 };
    for (;;) {
      const due = await this.work.reader.query<{ member_id: string }>(
        `SELECT member_id FROM loyalty_points_account WHERE next_expiry_at <= ?
          ORDER BY next_expiry_at, member_id LIMIT ?`,
        [now, MEMBERS_PER_TRANSACTION],
      );
      if (due.length === 0) return total;
      const ids = due.map((row) => row.member_id);
      const points = await this.work.unitOfWork.run((tx) => this.expireOf(tx, ids, now));
      total.members += ids.length;
      total.points += points;
    }
  }

  private async expireOf(tx: Tx, ids: readonly MemberId[], now: Date): Promise<Points> {
    const accounts = await this.ledger.accounts.lock(tx, ids);
    const lots = await this.ledger.accounts.lots(tx, ids);
    const batch = new LedgerBatch(accounts);
    for (const memberId of accounts.keys()) settleExpiry(batch, memberId, lots.get(memberId) ?? [], now);
    await this.ledger.writer.write(tx, batch);
    await this.work.outbox.append(tx, expiredEvents(batch.entries));
    return batch.entries.reduce((sum, entry) => sum - entry.points, 0);
  }
}
