import { type Actor, actorLabel } from '@fanloop/kernel';
import { type Tx, UnitOfWork } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { type AdjustmentRequest, type AdjustmentVerdict, decisionRefusal } from '../../rules/adjustments';
import { refuse } from '../../rules/refusals';
import { AdjustPoints } from '../adjust-points.use-case';
import { AdjustmentDesk } from './adjustment-desk';

export interface DecideAdjustmentCommand {
  readonly requestId: string;
  readonly verdict: AdjustmentVerdict;
  readonly note: string | null;
  readonly actor: Actor;
  readonly role: string;
}

/**
 * A second person approves (and the points move, once) or rejects; who asked may withdraw. Of parallel decisions one holds, the
 * others hear AdjustmentDecided; who decides the same twice gets the same answer. When the points cannot move (not enough of them),
 * the request stays open.
 */
@Injectable()
export class DecideAdjustment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: AdjustmentDesk,
    private readonly adjust: AdjustPoints,
  ) {}

  execute(command: DecideAdjustmentCommand): Promise<AdjustmentRequest> {
    return this.unitOfWork.run((tx) => this.decide(tx, command));
  }

  private async decide(tx: Tx, command: DecideAdjustmentCommand): Promise<AdjustmentRequest> {
    const { requestId, verdict, note, actor, role } = command;
    const { requests, programmes, clock } = this.desk;
    const by = actorLabel(actor);
    const at = clock.now();
    const request = await requests.one(tx, requestId);
    if (isSame(request, verdict, by)) return request;
    const { settings: limits } = await programmes.current(tx);
    const forbidden = decisionRefusal(request, verdict, { by, role }, { limits, at });
    if (forbidden) throw forbidden;
    if (!(await requests.decide(tx, requestId, { verdict, by, at, note }))) {
      const decided = await requests.one(tx, requestId);
      if (isSame(decided, verdict, by)) return decided;
      throw refuse('AdjustmentDecided');
    }
    if (verdict === 'approved') await this.pay(tx, request, actor, at);
    await this.note(tx, request, command);
    return requests.one(tx, requestId);
  }

  private async pay(tx: Tx, request: AdjustmentRequest, actor: Actor, at: Date): Promise<void> {
    const { requestId, memberId, points, reason, askedBy } = request;
    const reference = `adjustment:${requestId}`;
    const trace = { requestId, askedBy, why: [reason] };
    const entry = await this.adjust.execute(tx, { memberId, points, reason, actor, at, reference, trace });
    await this.desk.requests.noteEntry(tx, requestId, entry.seq);
  }

  private async note(tx: Tx, request: AdjustmentRequest, command: DecideAdjustmentCommand): Promise<void> {
    const { requestId, points, reason, askedBy } = request;
    const details = { requestId, points, reason, askedBy, note: command.note };
    const subject = `member:${request.memberId}`;
    await this.desk.audit.append(tx, {
      actor: command.actor,
      action: `loyalty.adjustment-${command.verdict}`,
      subject,
      details,
    });
  }
}

const isSame = (request: AdjustmentRequest, verdict: AdjustmentVerdict, by: string): boolean =>
  request.state === verdict && request.decidedBy === by;
