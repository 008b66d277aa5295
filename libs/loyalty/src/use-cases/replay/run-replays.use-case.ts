import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf } from '@fanloop/kernel';
import { randomId, UnitOfWork } from '@fanloop/platform';
import { Injectable, Logger } from '@nestjs/common';
import { type ReplayJob, type ReplayProgress, ReplayRepository, SLOTS } from '../../store/replay.repository';
import { PlayJournal } from './play-journal';

const LOOK_AGAIN_MS = 500;
const BEAT_MS = 5_000;

/**
 * Runs replays that wait, or whose worker died, in as many lanes as may run at once. A replay that was interrupted begins anew: it
 * only reads, and what it had added up was in memory.
 */
@Injectable()
export class RunReplays {
  private readonly logger = new Logger(RunReplays.name);
  private busy = 0;

  constructor(
    private readonly replays: ReplayRepository,
    private readonly journal: PlayJournal,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** How many it ended. Returns when nothing waits and nothing runs here. */
  async execute(): Promise<number> {
    const lanes = await Promise.all(SLOTS.map(() => this.lane()));
    return lanes.reduce((sum, ended) => sum + ended, 0);
  }

  private async lane(): Promise<number> {
    for (let ended = 0; ; ) {
      const owner = randomId();
      const job = await this.unitOfWork.run((tx) => this.replays.claim(tx, owner));
      if (job) {
        this.busy += 1;
        await this.run(job, owner).finally(() => {
          this.busy -= 1;
        });
        ended += 1;
      } else if (this.busy === 0) return ended;
      // The other lane is at work: what is asked for meanwhile is taken up here.
      else await sleep(LOOK_AGAIN_MS);
    }
  }

  private async run({ replayId, plan }: ReplayJob, owner: string): Promise<void> {
    let latest: ReplayProgress = { done: 0, total: 0, events: 0 };
    const advance = (): Promise<boolean> =>
      this.unitOfWork.run((tx) => this.replays.advance(tx, replayId, owner, latest));
    // What lies before the first portion may take longer than the lease.
    const beat = setInterval(() => void advance().catch(() => undefined), BEAT_MS);
    try {
      const report = await this.journal.execute(plan, (progress) => {
        latest = progress;
        return advance();
      });
      if (report) await this.unitOfWork.run((tx) => this.replays.finish(tx, replayId, owner, report));
    } catch (error) {
      this.logger.error({ replayId, err: error }, 'a replay failed');
      const failure = messageOf(error);
      await this.unitOfWork.run((tx) => this.replays.fail(tx, replayId, owner, failure));
    } finally {
      clearInterval(beat);
    }
  }
}
