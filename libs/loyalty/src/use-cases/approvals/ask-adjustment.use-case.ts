import { type Actor, actorLabel, addDays, type MemberId, type Points } from '@fanloop/kernel';
import type { Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { assertMayAsk, REQUEST_DAYS } from '../../rules/adjustments';
import { refuse } from '../../rules/refusals';
import { OncePerKey } from '../once-per-key';
import { AdjustmentDesk } from './adjustment-desk';

export interface AskAdjustmentCommand {
  readonly memberId: MemberId;
  /** Signed. */
  readonly points: Points;
  readonly reason: string;
  readonly actor: Actor;
  readonly role: string;
  readonly idempotencyKey: string;
}

/** Asks for an adjustment above one's own limit. Nothing moves until a second person approves; void after 30 days. */
@Injectable()
export class AskAdjustment {
  constructor(
    private readonly once: OncePerKey,
    private readonly desk: AdjustmentDesk,
  ) {}

  execute(command: AskAdjustmentCommand): Promise<{ requestId: string }> {
    const { memberId, points, reason, actor, idempotencyKey: key } = command;
    if (!Number.isSafeInteger(points) || points === 0) throw refuse('AdjustmentNotAllowed');
    if (reason.trim() === '') throw refuse('ReasonMissing');
    const scope = `loyalty.ask-adjustment:${actorLabel(actor)}`;
    return this.once.run({ scope, key, input: { memberId, points, reason } }, (tx) => this.ask(tx, command));
  }

  private async ask(tx: Tx, { memberId, points, reason, actor, role }: AskAdjustmentCommand) {
    const { requests, programmes, audit, clock } = this.desk;
    assertMayAsk((await programmes.current(tx)).settings, role);
    const askedAt = clock.now();
    const expiresAt = addDays(askedAt, REQUEST_DAYS);
    const request = { memberId, points, reason, askedBy: actorLabel(actor), askedAt, expiresAt };
    const requestId = await requests.insert(tx, request);
    const details = { requestId, points, reason };
    await audit.append(tx, { actor, action: 'loyalty.adjustment-asked', subject: `member:${memberId}`, details });
    return { requestId };
  }
}
