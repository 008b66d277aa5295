import { IssuesRead } from '@fanloop/campaigns';
import { DifferencesRead, RefundsAdminRead } from '@fanloop/payments';
import { DeadLetters } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { UnissuedRewardsRead } from './unissued-rewards.read';

/** What the machinery could not do by itself. */
@Injectable()
export class Leftovers {
  constructor(
    private readonly letters: DeadLetters,
    private readonly rewards: UnissuedRewardsRead,
    private readonly issues: IssuesRead,
    private readonly differences: DifferencesRead,
    private readonly refunds: RefundsAdminRead,
  ) {}

  deadLetters(): Promise<number> {
    return this.letters.count();
  }

  unissuedRewards(): Promise<number> {
    return this.rewards.count();
  }

  stoppedIssues(): Promise<number> {
    return this.issues.stopped();
  }

  billDifferences(): Promise<number> {
    return this.differences.open();
  }

  stuckRefunds(): Promise<number> {
    return this.refunds.needingPerson();
  }
}
