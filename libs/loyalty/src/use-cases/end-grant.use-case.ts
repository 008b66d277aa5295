import { type Actor, actorLabel, type Clock, type MemberId } from '@fanloop/kernel';
import { AuditLog, CLOCK } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { refuse } from '../rules/refusals';
import { withdrawGrant } from '../rules/tiers/grants';
import { endGrants } from '../store/tier-grants';
import { assertOpen } from './grant-tier.use-case';
import { TierWork } from './tier-work';

export interface EndGrantCommand {
  readonly memberId: MemberId;
  readonly reason: string;
  readonly actor: Actor;
}

/** Takes a granted tier back before its end; what was earned stays. Audited. */
@Injectable()
export class EndGrant {
  constructor(
    private readonly work: TierWork,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws AccountMissing, AccountClosed, GrantMissing, ReasonMissing. */
  async execute({ memberId, reason, actor }: EndGrantCommand): Promise<void> {
    if (reason.trim() === '') throw refuse('ReasonMissing');
    const now = this.clock.now();
    await this.work.tools.unitOfWork.run(async (tx) => {
      const today = this.work.time.day(now);
      const opened = await this.work.open(tx, [memberId], today);
      assertOpen(opened, memberId);
      const { grant } = opened.batch.account(memberId)!.tier;
      if (!grant) throw refuse('GrantMissing');
      await endGrants(tx, memberId, { at: now, by: actorLabel(actor), reason: reason.trim() }, today);
      opened.tiering.change(memberId, withdrawGrant, { reference: 'grant-ended', reason: reason.trim() }, now);
      await this.work.save(tx, opened.batch);
      const details = { code: grant.code, until: grant.until, reason: reason.trim() };
      await this.audit.append(tx, {
        actor,
        action: 'loyalty.tier-grant-ended',
        subject: `member:${memberId}`,
        details,
      });
    });
  }
}
