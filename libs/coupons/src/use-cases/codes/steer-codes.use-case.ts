import type { Actor } from '@fanloop/kernel';
import { AuditLog, UnitOfWork } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { refuseCode } from '../../rules/codes/code-refusals';
import { CodeBatchRepository } from '../../store/code-batch.repository';

interface SteerCommand {
  readonly batchId: string;
  readonly actor: Actor;
}

/** Stops a batch that is being made, or ends one whose codes are out. Doing it twice changes nothing. */
@Injectable()
export class SteerCodes {
  constructor(
    private readonly batches: CodeBatchRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditLog,
  ) {}

  /** No code of it will ever be valid. Throws CodeBatchNotFound, CodeBatchOver. */
  cancel({ batchId, actor }: SteerCommand): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      if (await this.batches.cancel(tx, batchId))
        return this.audit.append(tx, { actor, action: 'coupons.codes-cancelled', subject: `code-batch:${batchId}` });
      const batch = await this.batches.byId(tx, batchId);
      if (!batch) throw refuseCode('CodeBatchNotFound');
      if (batch.state !== 'cancelled') throw refuseCode('CodeBatchOver');
    });
  }

  /** Unused codes are worth nothing from now on; coupons that members hold stay. Throws CodeBatchNotFound, CodeBatchNotReady. */
  end({ batchId, actor }: SteerCommand): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      if (await this.batches.end(tx, batchId))
        return this.audit.append(tx, { actor, action: 'coupons.codes-ended', subject: `code-batch:${batchId}` });
      const batch = await this.batches.byId(tx, batchId);
      if (!batch) throw refuseCode('CodeBatchNotFound');
      if (batch.state !== 'ended') throw refuseCode('CodeBatchNotReady');
    });
  }
}
