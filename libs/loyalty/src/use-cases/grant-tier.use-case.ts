import { type Actor, actorLabel, type Clock, type MemberId } from '@fanloop/kernel';
import { AuditLog, CLOCK, Idempotency, type Tx } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { type Day, plusDays } from '../rules/calendar/days';
import { refuse } from '../rules/refusals';
import { grantTier } from '../rules/tiers/grants';
import { rankOf } from '../rules/tiers/tiers';
import { endGrants, insertGrant, type OpenGrant, openGrants } from '../store/tier-grants';
import { type OpenedTiers, TierWork } from './tier-work';

export const MOST_DAYS = 3660;

export interface GrantTierCommand {
  readonly memberId: MemberId;
  readonly code: string;
  /** The last day. */
  readonly until: Day;
  readonly reason: string;
  readonly actor: Actor;
  readonly idempotencyKey: string;
}

/**
 * A person gives a tier until a day, with a reason; it replaces an earlier grant by hand and ends by itself. What paid cards give goes on
 * beside it. Audited.
 */
@Injectable()
export class GrantTier {
  constructor(
    private readonly work: TierWork,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws AccountMissing, AccountClosed, TierMissing, GrantNeedless (the first tier), GrantEndWrong, ReasonMissing. */
  execute(command: GrantTierCommand): Promise<{ grantId: string }> {
    const { memberId, code, until, reason, actor } = command;
    const scope = `loyalty.grant-tier:${actorLabel(actor)}`;
    const claim = { scope, key: command.idempotencyKey, input: { memberId, code, until, reason } };
    return this.work.tools.unitOfWork.run((tx) => this.idempotency.run(tx, claim, () => this.grant(tx, command)));
  }

  private async grant(tx: Tx, { memberId, code, until, reason, actor }: GrantTierCommand) {
    const now = this.clock.now();
    const today = this.work.time.day(now);
    if (reason.trim() === '') throw refuse('ReasonMissing');
    if (until < today || until > plusDays(today, MOST_DAYS)) throw refuse('GrantEndWrong');
    const opened = await this.work.open(tx, [memberId], today);
    assertOpen(opened, memberId);
    const rank = rankOf(opened.programme.tiers, code);
    if (rank < 0) throw refuse('TierMissing');
    if (rank === 0) throw refuse('GrantNeedless');
    const by = actorLabel(actor);
    const open = await openGrants(tx, memberId, today);
    const [byHand, others] = byWhom(open, null);
    await endGrants(tx, byHand, { at: now, by, reason: '由新的授予取代' });
    const grant = { memberId, code, from: today, until, reason: reason.trim(), reference: null, by, at: now };
    const grantId = await insertGrant(tx, grant);
    const cause = { reference: `grant:${grantId}`, reason: reason.trim() };
    opened.tiering.change(memberId, (state, context) => grantTier(state, code, until, context, others), cause, now);
    await this.work.save(tx, opened.batch);
    const details = { code, until, reason: reason.trim() };
    await this.audit.append(tx, { actor, action: 'loyalty.tier-granted', subject: `member:${memberId}`, details });
    return { grantId };
  }
}

/** Those of one reference (null: by hand), and the others. */
export const byWhom = (
  open: readonly OpenGrant[],
  reference: string | null,
): [mine: OpenGrant[], others: OpenGrant[]] => [
  open.filter((grant) => grant.reference === reference),
  open.filter((grant) => grant.reference !== reference),
];

/** Throws AccountMissing, AccountClosed. */
export const assertOpen = ({ batch }: OpenedTiers, memberId: MemberId): void => {
  const account = batch.account(memberId);
  if (!account) throw refuse('AccountMissing');
  if (account.closedAt) throw refuse('AccountClosed');
};
