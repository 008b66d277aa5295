import { IssuesRead } from '@fanloop/campaigns';
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
}
