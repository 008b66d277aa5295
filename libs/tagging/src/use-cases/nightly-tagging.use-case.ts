import type { Clock } from '@fanloop/kernel';
import { BusinessCalendar, CLOCK, Reader } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { RequestTagging } from './request-tagging.use-case';

const BY = 'system:nightly';

/** The run of every night, asked for once a business day however many workers and restarts there are. */
@Injectable()
export class NightlyTagging {
  constructor(
    private readonly reader: Reader,
    private readonly request: RequestTagging,
    private readonly calendar: BusinessCalendar,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Null when this day's run was asked for already. Two at the same instant would compute the same twice. */
  async execute(): Promise<{ runId: string } | null> {
    const today = this.calendar.date(this.clock.now());
    const known = await this.reader.one('SELECT id FROM tagging_run WHERE requested_by = ? AND as_of = ? LIMIT 1', [
      BY,
      today,
    ]);
    return known ? null : this.request.execute({ by: BY });
  }
}
