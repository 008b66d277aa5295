import type { Actor } from '@fanloop/kernel';
import { AuditLog, UnitOfWork } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { refuse } from '../../rules/refusals';
import { ReplayRepository } from '../../store/replay.repository';

/** Stops a replay; the worker notices it after its portion. One that has ended stays as it is. */
@Injectable()
export class CancelReplay {
  constructor(
    private readonly replays: ReplayRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditLog,
  ) {}

  /** Throws ReplayMissing, ReplayEnded. A second cancel of the same replay changes nothing. */
  execute({ replayId, actor }: { readonly replayId: string; readonly actor: Actor }): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      if (await this.replays.cancel(tx, replayId)) {
        await this.audit.append(tx, { actor, action: 'loyalty.replay-cancelled', subject: `replay:${replayId}` });
        return;
      }
      const job = await this.replays.find(tx, replayId);
      if (!job) throw refuse('ReplayMissing');
      if (job.state !== 'cancelled') throw refuse('ReplayEnded');
    });
  }
}
