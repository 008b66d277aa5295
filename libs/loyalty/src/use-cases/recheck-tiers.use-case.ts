import type { Clock, MemberId } from '@fanloop/kernel';
import { CLOCK } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { rise } from '../rules/tiers/revise';
import { type Recheck, recheckAdvanced, recheckDone, waitingRecheck } from '../store/tier-recheck';
import { TierWork } from './tier-work';

const MEMBERS_PER_TRANSACTION = 200;

/**
 * After tiers were changed: all members are looked at once, in bounded transactions. Who reaches a threshold now rises; a tier that
 * is no more hands its members over; nobody goes down before the window ends. How far it has come is kept beside the work, so a
 * killed worker goes on where it was; a change in between begins anew.
 */
@Injectable()
export class RecheckTiers {
  constructor(
    private readonly work: TierWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(): Promise<{ members: number; changed: number }> {
    const total = { members: 0, changed: 0 };
    for (;;) {
      const waiting = await waitingRecheck(this.work.tools.reader);
      if (!waiting) return total;
      const rows = await this.work.tools.reader.query<{ member_id: string }>(
        'SELECT member_id FROM loyalty_points_account WHERE member_id > ? ORDER BY member_id LIMIT ?',
        [waiting.afterMember, MEMBERS_PER_TRANSACTION],
      );
      const ids = rows.map((row) => row.member_id);
      total.members += ids.length;
      total.changed += await this.judge(waiting, ids);
    }
  }

  private judge(waiting: Recheck, ids: readonly MemberId[]): Promise<number> {
    const now = this.clock.now();
    return this.work.tools.unitOfWork.run(async (tx) => {
      const last = ids.at(-1);
      if (last === undefined) {
        await recheckDone(tx, waiting);
        return 0;
      }
      const { batch, tiering, members } = await this.work.open(tx, ids, this.work.time.day(now));
      const cause = { reference: 'tiers-changed', what: '等级门槛调整' };
      for (const memberId of members) tiering.change(memberId, rise, cause, now);
      await this.work.save(tx, batch);
      await recheckAdvanced(tx, waiting, last);
      return batch.tierChanges.length;
    });
  }
}
