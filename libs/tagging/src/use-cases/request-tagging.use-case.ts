import type { Clock } from '@fanloop/kernel';
import { BusinessCalendar, CLOCK, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { RunsRepository } from '../store/runs.repository';

export const WINDOW_DAYS = 365;

export interface RequestTaggingCommand {
  /** Last business day that counts, `YYYY-MM-DD`; default: today in the brand's zone. */
  readonly asOf?: string;
  readonly by: string;
}

/** Asks for a computation of RFM, tags and fan tiers; the worker takes it up within seconds. */
@Injectable()
export class RequestTagging {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly runs: RunsRepository,
    private readonly calendar: BusinessCalendar,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(command: RequestTaggingCommand): Promise<{ runId: string }> {
    const now = this.clock.now();
    const asOf = command.asOf ?? this.calendar.date(now);
    const runId = await this.unitOfWork.run((tx) => this.runs.request(tx, asOf, WINDOW_DAYS, command.by, now));
    return { runId };
  }
}
