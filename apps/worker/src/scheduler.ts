import type { Clock } from '@fanloop/kernel';
import { BusinessCalendar, CLOCK } from '@fanloop/platform';
import { INestApplicationContext, Logger } from '@nestjs/common';
import type { Schedule } from './schedules';

const TICK_MS = 1_000;

/**
 * Starts scheduled work when its time has come. It holds no truth: every scheduled use case finds in the database what
 * is due, so a missed or doubled tick costs nothing. Work that still runs is not started again.
 */
export class Scheduler {
  private readonly logger = new Logger(Scheduler.name);
  private readonly running = new Map<string, Promise<void>>();
  private readonly last = new Map<string, number | string>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly app: INestApplicationContext,
    private readonly schedules: readonly Schedule[],
  ) {}

  start(): void {
    this.timer = setInterval(() => this.tick(), TICK_MS);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await Promise.allSettled(this.running.values());
  }

  private tick(): void {
    const now = this.app.get<Clock>(CLOCK).now();
    for (const schedule of this.schedules)
      if (!this.running.has(schedule.name) && this.isDue(schedule, now)) this.run(schedule);
  }

  private isDue(schedule: Schedule, now: Date): boolean {
    const last = this.last.get(schedule.name);
    if ('everySeconds' in schedule) {
      if (typeof last === 'number' && now.getTime() - last < schedule.everySeconds * 1000) return false;
      this.last.set(schedule.name, now.getTime());
      return true;
    }
    const local = this.app.get(BusinessCalendar).local(now);
    const today = local.slice(0, 10);
    if (last === today || local.slice(11) < schedule.dailyAtLocal) return false;
    this.last.set(schedule.name, today);
    return true;
  }

  private run(schedule: Schedule): void {
    const work = this.app
      .get(schedule.run, { strict: false })
      .execute()
      .then(() => undefined)
      .catch((error: unknown) => this.logger.error({ schedule: schedule.name, err: error }, 'scheduled work failed'))
      .finally(() => this.running.delete(schedule.name));
    this.running.set(schedule.name, work);
  }
}
