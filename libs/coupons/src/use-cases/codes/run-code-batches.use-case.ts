import { messageOf } from '@fanloop/kernel';
import { randomId, type Tx, UnitOfWork } from '@fanloop/platform';
import { Injectable, Logger } from '@nestjs/common';
import { CodeRepository } from '../../store/code.repository';
import { CodeBatchRepository } from '../../store/code-batch.repository';
import { CodesImpossible, WriteCodes } from './write-codes';

const DISCARD = 2000;

/**
 * Makes the codes of batches that wait, or whose worker died: by portions, each with the progress that it brought in one
 * transaction, so that a batch goes on where it was. Several workers make several batches at once; none is made twice. Then
 * it takes away what cancelled batches left.
 */
@Injectable()
export class RunCodeBatches {
  private readonly logger = new Logger(RunCodeBatches.name);

  constructor(
    private readonly batches: CodeBatchRepository,
    private readonly codes: CodeRepository,
    private readonly write: WriteCodes,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** How many it took up. */
  async execute(): Promise<number> {
    for (let done = 0; ; done += 1) {
      const owner = randomId();
      const batchId = await this.unitOfWork.run((tx) => this.batches.claim(tx, owner));
      if (!batchId) {
        await this.clear();
        return done;
      }
      await this.run(batchId, owner);
    }
  }

  private async run(batchId: string, owner: string): Promise<void> {
    try {
      while (await this.unitOfWork.run((tx) => this.step(tx, batchId, owner)));
    } catch (error) {
      this.logger.error({ batchId, err: error }, 'a batch of codes stopped');
      // What another try may mend waits for the end of the lease, and goes on where it was.
      if (error instanceof CodesImpossible)
        await this.unitOfWork.run((tx) => this.batches.fail(tx, batchId, messageOf(error)));
    }
  }

  /** False: nothing is left to do here. */
  private async step(tx: Tx, batchId: string, owner: string): Promise<boolean> {
    const batch = await this.batches.hold(tx, batchId, owner);
    if (!batch) return false;
    const isDone = await this.write.portion(tx, batch);
    if (isDone) await this.batches.finish(tx, batchId);
    return !isDone;
  }

  private async clear(): Promise<void> {
    for (let more = true; more; )
      more = await this.unitOfWork.run(async (tx) => {
        const batchId = await this.batches.discarded(tx);
        if (!batchId) return false;
        if ((await this.codes.discard(tx, batchId, DISCARD)) < DISCARD) await this.batches.cleared(tx, batchId);
        return true;
      });
  }
}
