import type { Clock, MemberId } from '@fanloop/kernel';
import { CLOCK, type Tx } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { type Day, windowStart } from '../rules/calendar/days';
import { tierFor } from '../rules/tiers/tiers';
import { BrandTime } from '../store/brand-time';
import { LedgerBatch } from '../store/ledger-batch';
import { LedgerStore } from '../store/ledger-store';
import { MemberDays } from '../store/member-days';
import { type Programme, ProgrammeRepository } from '../store/programme.repository';
import { tierEvents } from './ledger-events';
import { SweepTools } from './sweep-tools';

const MEMBERS_PER_TRANSACTION = 500;

export interface ReassessOptions {
  readonly now?: Date;
  /** Also members of the first tier and those judged today: after thresholds were changed. */
  readonly all?: boolean;
}

/**
 * The nightly sweep of tiers: the window has moved on by a day, so members above the first tier are judged anew. Rises
 * need no sweep, they happen with the earning.
 */
@Injectable()
export class ReassessTiers {
  constructor(
    private readonly ledger: LedgerStore,
    private readonly programmes: ProgrammeRepository,
    private readonly time: BrandTime,
    private readonly work: SweepTools,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(options: ReassessOptions = {}): Promise<{ members: number; changed: number }> {
    const now = options.now ?? this.clock.now();
    const today = this.time.day(now);
    const programme = await this.programmes.current(this.work.reader);
    const base = programme.tiers[0];
    const total = { members: 0, changed: 0 };
    if (!base) return total;
    const condition = options.all ? '' : 'AND tier_day < ? AND tier_code <> ?';
    const params = options.all ? [] : [today, base.code];
    for (let after = '0'; ; ) {
      const rows = await this.work.reader.query<{ member_id: string }>(
        `SELECT member_id FROM loyalty_points_account WHERE member_id > ? ${condition} ORDER BY member_id LIMIT ?`,
        [after, ...params, MEMBERS_PER_TRANSACTION],
      );
      if (rows.length === 0) return total;
      const ids = rows.map((row) => row.member_id);
      after = ids.at(-1)!;
      total.members += ids.length;
      total.changed += await this.work.unitOfWork.run((tx) => this.judge(tx, programme, ids, { today, now }));
    }
  }

  private async judge(
    tx: Tx,
    programme: Programme,
    ids: readonly MemberId[],
    { today, now }: { today: Day; now: Date },
  ): Promise<number> {
    const from = windowStart(
      today,
      programme.settings.tiers.window.kind === 'rolling' ? programme.settings.tiers.window.months : 12,
    );
    const accounts = await this.ledger.accounts.lock(tx, ids);
    const days = await MemberDays.load(tx, ids, from);
    const batch = new LedgerBatch(accounts);
    for (const account of accounts.values()) {
      if (account.closedAt || account.tierDay > today) continue;
      const qualifying = days.sum(account.memberId, from, today);
      const tier = tierFor(programme.tiers, qualifying)!;
      if (tier.code !== account.tierCode)
        batch.moveTier(account.memberId, tier.code, today, { cause: 'window', qualifying, at: now });
    }
    await this.ledger.writer.write(tx, batch);
    await this.work.outbox.append(tx, tierEvents(batch.tierChanges));
    return batch.tierChanges.length;
  }
}
