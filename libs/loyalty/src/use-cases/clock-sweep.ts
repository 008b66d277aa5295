import type { Clock, MemberId } from '@fanloop/kernel';
import { CLOCK, type Queryable, type Tx } from '@fanloop/platform';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { RuleTrigger } from '../rules/judging/rule';
import { type RunKey, ScheduleRuns } from '../store/schedule-runs.repository';
import { AskRules } from './ask-rules.use-case';
import type { EventToJudge } from './judge-events.use-case';
import { SweepTools } from './sweep-tools';

/** What the clock tells many members at once. */
export interface ClockRun extends RunKey {
  readonly trigger: RuleTrigger;
  readonly eventName: string | null;
  /** Ids above `after`, ascending, at most `limit`. */
  members(db: Queryable, after: MemberId, limit: number): Promise<MemberId[]>;
  event(memberId: MemberId): EventToJudge;
}

/**
 * Tells a run's members one bounded transaction after the other. The mark of how far it came is written with the points, under
 * the lock of the run's row: a sweep that is killed has done a chunk wholly or not at all, and two sweeps never do the same one.
 */
@Injectable()
export class ClockSweep {
  protected readonly membersPerTransaction: number = 200;
  private readonly logger = new Logger(ClockSweep.name);

  constructor(
    protected readonly tools: SweepTools,
    protected readonly runs: ScheduleRuns,
    protected readonly rules: AskRules,
    @Inject(CLOCK) readonly clock: Clock,
  ) {}

  /** How many members were told. One run that fails does not stop the others. */
  async execute(runs: readonly ClockRun[]): Promise<number> {
    let told = 0;
    for (const run of runs)
      try {
        told += await this.whole(run);
      } catch (error) {
        this.logger.error({ ruleId: run.ruleId, day: run.day, err: error }, 'a run of the clock failed');
      }
    return told;
  }

  private async whole(run: ClockRun): Promise<number> {
    if (await this.runs.isDone(this.tools.reader, run)) return 0;
    await this.tools.unitOfWork.run((tx) => this.runs.begin(tx, run));
    for (let told = 0; ; ) {
      const chunk = await this.tools.unitOfWork.run((tx) => this.chunk(tx, run));
      if (chunk === null) return told;
      told += chunk;
    }
  }

  /** Null: nothing left to do, or another sweep is at it, or the rule was paused meanwhile and the rest waits. */
  protected async chunk(tx: Tx, run: ClockRun): Promise<number | null> {
    const after = await this.runs.take(tx, run);
    if (after === null || !(await this.isAwaited(tx, run))) return null;
    const members = await run.members(tx, after, this.membersPerTransaction);
    await this.rules.execute(
      tx,
      members.map((memberId) => run.event(memberId)),
    );
    const done = members.length < this.membersPerTransaction;
    await this.runs.advance(tx, run, after, members.at(-1) ?? after, done);
    return members.length;
  }

  private async isAwaited(tx: Tx, { trigger, eventName }: ClockRun): Promise<boolean> {
    return (await this.rules.awaited.among(tx, [{ trigger, eventName }])).length > 0;
  }
}
