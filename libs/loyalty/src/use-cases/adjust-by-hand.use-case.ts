import { type Actor, actorLabel, type Clock, type MemberId, type Points } from '@fanloop/kernel';
import { AuditLog, CLOCK, randomId, type Tx } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { assertMayAdjustAlone } from '../rules/adjustments';
import { ProgrammeRepository } from '../store/programme.repository';
import { AdjustPoints } from './adjust-points.use-case';
import { OncePerKey } from './once-per-key';

export interface AdjustByHandCommand {
  readonly memberId: MemberId;
  /** Signed. */
  readonly points: Points;
  readonly reason: string;
  readonly actor: Actor;
  /** Of the actor at this moment. */
  readonly role: string;
  readonly idempotencyKey: string;
}

/**
 * A manager corrects a balance within the limit of the role: with a reason, once per key, and in the audit log. Answers the
 * new entry's number. Throws AdjustmentNeedsApproval above the limit: `AskAdjustment` is the way then.
 */
@Injectable()
export class AdjustByHand {
  constructor(
    private readonly once: OncePerKey,
    private readonly programmes: ProgrammeRepository,
    private readonly audit: AuditLog,
    private readonly adjust: AdjustPoints,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute(command: AdjustByHandCommand): Promise<{ seq: number }> {
    const { memberId, points, reason, actor, idempotencyKey: key } = command;
    const scope = `loyalty.adjust-points:${actorLabel(actor)}`;
    return this.once.run({ scope, key, input: { memberId, points, reason } }, (tx) => this.post(tx, command));
  }

  private async post(tx: Tx, { memberId, points, reason, actor, role }: AdjustByHandCommand): Promise<{ seq: number }> {
    const { settings } = await this.programmes.current(tx);
    assertMayAdjustAlone(settings, role, points);
    const at = this.clock.now();
    const entry = await this.adjust.execute(tx, { memberId, points, reason, actor, at, reference: randomId() });
    const details = { points, reason, balanceAfter: entry.balanceAfter };
    await this.audit.append(tx, { actor, action: 'loyalty.points-adjusted', subject: `member:${memberId}`, details });
    return { seq: entry.seq };
  }
}
