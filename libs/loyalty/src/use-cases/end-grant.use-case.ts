import { type Actor, actorLabel, type Clock, type MemberId } from '@fanloop/kernel';
import { AuditLog, CLOCK } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { refuse } from '../rules/refusals';
import { withdrawGrant } from '../rules/tiers/grants';
import { endGrants, openGrants } from '../store/tier-grants';
import { assertOpen, byWhom } from './grant-tier.use-case';
import { TierWork } from './tier-work';

export interface EndGrantCommand {
  readonly memberId: MemberId;
  readonly reason: string;
  readonly actor: Actor;
}

/** Takes a tier that was granted by hand back before its end; what was earned, and what paid cards give, stays. Audited. */
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
      const [byHand, others] = byWhom(await openGrants(tx, memberId, today), null);
      const grant = byHand.at(-1);
      if (!grant) throw refuse('GrantMissing');
      await endGrants(tx, byHand, { at: now, by: actorLabel(actor), reason: reason.trim() });
      const cause = { reference: 'grant-ended', reason: reason.trim() };
      opened.tiering.change(
        memberId,
        (state, context) => withdrawGrant(state, context, others, grant.code),
        cause,
        now,
      );
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
