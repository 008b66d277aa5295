import type { Outcome } from '@fanloop/kernel';
import type { Tx } from '../database/tx';
import type { UnitOfWork } from '../database/unit-of-work';
import { refuseBusy } from '../web/platform-refusals';

interface Waiting<Command, Result> {
  readonly command: Command;
  readonly resolve: (result: Result) => void;
  readonly reject: (reason: unknown) => void;
}

export interface GroupCommitOptions {
  /** Commands of one transaction at most. */
  readonly maxBatch?: number;
  /** Transactions in flight at once. One is right where all commands meet the same row. */
  readonly flushers?: number;
  /** Commands that may wait; more are refused as busy. */
  readonly maxWaiting?: number;
}

/**
 * Group commit: commands that wait at the same moment share one transaction, and each caller is answered after COMMIT.
 * No delay is added: a lone command is a batch of one. The work answers one outcome per command, in order; a rejected
 * outcome must have written nothing. When a batch throws, it was rolled back and its commands run again one by one, so
 * one bad command never fails its neighbours.
 */
export class GroupCommit<Command, Result> {
  private readonly waiting: Waiting<Command, Result>[] = [];
  private flushing = 0;
  private readonly maxBatch: number;
  private readonly flushers: number;
  private readonly maxWaiting: number;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly work: (tx: Tx, commands: readonly Command[]) => Promise<Outcome<Result>[]>,
    options: GroupCommitOptions = {},
  ) {
    this.maxBatch = options.maxBatch ?? 100;
    this.flushers = options.flushers ?? 1;
    this.maxWaiting = options.maxWaiting ?? 20_000;
  }

  /** The result after COMMIT. Throws the command's own refusal, or the error that its transaction met. */
  submit(command: Command): Promise<Result> {
    if (this.waiting.length >= this.maxWaiting) return Promise.reject(refuseBusy());
    return new Promise((resolve, reject) => {
      this.waiting.push({ command, resolve, reject });
      this.wake();
    });
  }

  private wake(): void {
    if (this.flushing >= this.flushers || this.waiting.length === 0) return;
    this.flushing += 1;
    // One turn of the loop lets all requests that already arrived join.
    setImmediate(() => void this.flush());
  }

  /** The next batch is on its way before this one's callers are told, so that the database works while they are answered. */
  private async flush(): Promise<void> {
    const batch = this.waiting.splice(0, this.maxBatch);
    const answers = await this.settle(batch);
    if (this.waiting.length === 0) {
      this.flushing -= 1;
      tellAll(answers);
    } else {
      void this.flush();
      setImmediate(() => tellAll(answers));
    }
  }

  /** What to tell each caller. Never throws. */
  private async settle(batch: readonly Waiting<Command, Result>[]): Promise<readonly Answer[]> {
    try {
      return await this.commit(batch);
    } catch (error) {
      if (batch.length === 1) return [() => batch[0]!.reject(error)];
      for (const single of batch) tellAll(await this.settle([single]));
      return [];
    }
  }

  private async commit(batch: readonly Waiting<Command, Result>[]): Promise<readonly Answer[]> {
    const outcomes = await this.unitOfWork.run((tx) =>
      this.work(
        tx,
        batch.map((entry) => entry.command),
      ),
    );
    if (outcomes.length !== batch.length) throw new Error('group commit: one outcome per command is needed');
    return batch.map((entry, i) => () => {
      const outcome = outcomes[i]!;
      if (outcome.ok) entry.resolve(outcome.value);
      else entry.reject(outcome.refusal);
    });
  }
}

type Answer = () => void;

const tellAll = (answers: readonly Answer[]): void => {
  for (const tell of answers) tell();
};
