import type { Clock, MemberId, Points } from '@fanloop/kernel';
import { CLOCK, type Tx } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { LedgerBatch } from '../store/ledger-batch';
import { settledEvents } from './ledger-events';
import { LedgerMovements } from './ledger-movement';
import { settle } from './settle';
import { SweepTools } from './sweep-tools';

const MEMBERS_PER_TRANSACTION = 200;
type DueColumn = 'next_expiry_at' | 'next_activation_at';

interface SweepOptions {
  readonly now?: Date;
}

/**
 * Looks for accounts whose clock is due and settles them, a bounded number of members per transaction: it may be stopped
 * anywhere and goes on where it was; members of whom nothing is due are not touched.
 */
@Injectable()
export class SettleDuePoints {
  constructor(
    private readonly movements: LedgerMovements,
    private readonly work: SweepTools,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async sweep(
    column: DueColumn,
    { now = this.clock.now() }: SweepOptions,
  ): Promise<{ members: number; points: Points }> {
    const total = { members: 0, points: 0 };
    for (;;) {
      const due = await this.work.reader.query<{ member_id: string }>(
        `SELECT member_id FROM loyalty_points_account WHERE ${column} <= ? ORDER BY ${column}, member_id LIMIT ?`,
        [now, MEMBERS_PER_TRANSACTION],
      );
      if (due.length === 0) return total;
      const ids = due.map((row) => row.member_id);
      const kind = column === 'next_expiry_at' ? 'expire' : 'activate';
      const points = await this.work.unitOfWork.run((tx) => this.settle(tx, ids, now, kind));
      total.members += ids.length;
      total.points += points;
    }
  }

  private async settle(tx: Tx, ids: readonly MemberId[], now: Date, kind: 'expire' | 'activate'): Promise<Points> {
    const { ledger, programmes, time } = this.movements;
    const accounts = await ledger.accounts.lock(tx, ids);
    const { settings } = await programmes.current(tx);
    const lots = await ledger.accounts.lots(tx, ids);
    const batch = new LedgerBatch(accounts);
    for (const memberId of accounts.keys()) settle(batch, memberId, lots.get(memberId) ?? [], { settings, time, now });
    await ledger.writer.write(tx, batch);
    await this.work.outbox.append(tx, settledEvents(batch.entries));
    return batch.entries.reduce((sum, entry) => (entry.kind === kind ? sum + Math.abs(entry.points) : sum), 0);
  }
}

/** The nightly sweep of points whose time is over: only what is left in their lots dies. */
@Injectable()
export class ExpirePoints {
  constructor(private readonly due: SettleDuePoints) {}

  execute(options: SweepOptions = {}): Promise<{ members: number; points: Points }> {
    return this.due.sweep('next_expiry_at', options);
  }
}

/** The sweep of pending points whose day has come. */
@Injectable()
export class ActivatePoints {
  constructor(private readonly due: SettleDuePoints) {}

  execute(options: SweepOptions = {}): Promise<{ members: number; points: Points }> {
    return this.due.sweep('next_activation_at', options);
  }
}
