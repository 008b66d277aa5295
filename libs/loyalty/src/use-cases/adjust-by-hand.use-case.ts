import { type Actor, actorLabel, type Clock, type MemberId, type Points } from '@fanloop/kernel';
import { AuditLog, CLOCK, Idempotency, randomId, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { AdjustPoints } from './adjust-points.use-case';

export interface AdjustByHandCommand {
  readonly memberId: MemberId;
  readonly points: Points;
  readonly reason: string;
  readonly actor: Actor;
  readonly idempotencyKey: string;
}

/** A manager corrects a balance: with a reason, once per key, and in the audit log. Answers the new entry's number. */
@Injectable()
export class AdjustByHand {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditLog,
    private readonly adjust: AdjustPoints,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute(command: AdjustByHandCommand): Promise<{ seq: number }> {
    const { memberId, points, reason, actor } = command;
    const scope = `loyalty.adjust-points:${actorLabel(actor)}`;
    const claim = { scope, key: command.idempotencyKey, input: { memberId, points, reason } };
    return this.unitOfWork.run((tx) =>
      this.idempotency.run(tx, claim, async () => {
        const at = this.clock.now();
        const entry = await this.adjust.execute(tx, { memberId, points, reason, actor, at, reference: randomId() });
        const details = { points, reason, balanceAfter: entry.balanceAfter };
        await this.audit.append(tx, {
          actor,
          action: 'loyalty.points-adjusted',
          subject: `member:${memberId}`,
          details,
        });
        return { seq: entry.seq };
      }),
    );
  }
}
