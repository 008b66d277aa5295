import type { Clock, MemberId } from '@fanloop/kernel';
import { CLOCK } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { Day } from '../rules/calendar/days';
import { TierWork } from './tier-work';

const MEMBERS_PER_TRANSACTION = 200;

/**
 * The nightly sweep of tiers: members of whom a window, a grace or a grant has ended. Each transaction moves a bounded number of
 * members on to today, so it may be stopped anywhere and go on where it was, run twice, or come years late. Rises need no sweep, they
 * happen with the earning.
 */
@Injectable()
export class ReassessTiers {
  constructor(
    private readonly work: TierWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `changed` counts what happened: tiers lost, kept and warned of, grants that ended. */
  async execute(options: { readonly now?: Date } = {}): Promise<{ members: number; changed: number }> {
    const today = this.work.time.day(options.now ?? this.clock.now());
    const total = { members: 0, changed: 0 };
    let after: { day: Day; memberId: MemberId } = { day: '', memberId: '0' };
    for (;;) {
      // By key, not only by what is due: a member who stays due by some fault must not hold up the others.
      const due = await this.work.tools.reader.query<{ member_id: string; tier_check_on: Day }>(
        `SELECT member_id, tier_check_on FROM loyalty_points_account
          WHERE tier_check_on <= ? AND (tier_check_on > ? OR (tier_check_on = ? AND member_id > ?))
          ORDER BY tier_check_on, member_id LIMIT ?`,
        [today, after.day, after.day, after.memberId, MEMBERS_PER_TRANSACTION],
      );
      const last = due.at(-1);
      if (!last) return total;
      after = { day: last.tier_check_on, memberId: last.member_id };
      total.members += due.length;
      total.changed += await this.moveOn(
        due.map((row) => row.member_id),
        today,
      );
    }
  }

  private moveOn(ids: readonly MemberId[], today: Day): Promise<number> {
    return this.work.tools.unitOfWork.run(async (tx) => {
      const { batch } = await this.work.open(tx, ids, today);
      await this.work.save(tx, batch);
      return batch.tierChanges.length;
    });
  }
}
