import type { Clock } from '@fanloop/kernel';
import { CLOCK, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { type Claim, DueContentRepository } from '../store/due-content.repository';
import { type FiringResult, PublishOccurrence } from './publish-occurrence';

const BATCH = 100;

export type SweepReport = Record<FiringResult | 'postponed', number>;

/**
 * The sweep: finds in the database what is due, leases it and publishes it. It holds no memory, so any number of them
 * may run, die and start again. One item that fails is put off; the others go on.
 */
@Injectable()
export class PublishDueContent {
  private readonly logger = new Logger(PublishDueContent.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly due: DueContentRepository,
    private readonly publish: PublishOccurrence,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(): Promise<SweepReport> {
    const report: SweepReport = { published: 0, skipped: 0, failed: 0, released: 0, lost: 0, postponed: 0 };
    let claims: Claim[];
    do {
      claims = await this.unitOfWork.run((tx) => this.due.claimDue(tx, this.clock.now(), BATCH));
      for (const claim of claims) report[await this.fire(claim)] += 1;
    } while (claims.length === BATCH);
    const late = await this.unitOfWork.run((tx) => this.due.claimLate(tx, this.clock.now()));
    for (const claim of late) report[await this.fire(claim)] += 1;
    return report;
  }

  private async fire(claim: Claim): Promise<FiringResult | 'postponed'> {
    try {
      return await this.publish.execute(claim);
    } catch (error) {
      this.logger.error({ contentId: claim.contentId, err: error }, 'a content item could not be published');
      // When even this fails (the database is away), the lease ends by itself.
      await this.publish
        .postpone(claim, error)
        .catch((again: unknown) => this.logger.error({ err: again }, 'it could not be put off either'));
      return 'postponed';
    }
  }
}
