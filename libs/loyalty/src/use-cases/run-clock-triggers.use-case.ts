import { Injectable } from '@nestjs/common';
import { ProgrammeRepository } from '../store/programme.repository';
import { ScheduleRuns } from '../store/schedule-runs.repository';
import { ClockRuns } from './clock-runs';
import { ClockSweep } from './clock-sweep';
import { SweepTools } from './sweep-tools';

/**
 * Fires the rules that wait for the clock: birthdays, and schedules such as member's day on every 8th. Started every minute; a
 * worker that comes late makes up for three days. Once per rule, day and member, however many workers there are.
 */
@Injectable()
export class RunClockTriggers {
  constructor(
    private readonly tools: SweepTools,
    private readonly programmes: ProgrammeRepository,
    private readonly runs: ScheduleRuns,
    private readonly due: ClockRuns,
    private readonly sweep: ClockSweep,
  ) {}

  /** How many members were told. */
  async execute(): Promise<{ members: number }> {
    const now = this.sweep.clock.now();
    const { rules } = await this.programmes.current(this.tools.reader);
    const waiting = rules.filter(({ draft: { trigger } }) => trigger === 'schedule' || trigger === 'birthday');
    const since = await this.tools.unitOfWork.run((tx) =>
      this.runs.watch(
        tx,
        waiting.map(({ ruleId }) => ruleId),
        now,
      ),
    );
    return { members: await this.sweep.execute(this.due.due(waiting, since, now)) };
  }
}
