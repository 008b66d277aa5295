import type { MemberId } from '@fanloop/kernel';
import type { Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { CheckInRepository } from '../store/check-in.repository';
import { TagFactsRepository } from '../store/tag-facts.repository';
import { forgetReasons } from '../store/tier-grants';

/** What tells of a person beside the journal: tags, check-ins and the reasons of granted tiers go with the account, in the transaction that closes it. */
@Injectable()
export class ForgetMembers {
  constructor(
    private readonly tags: TagFactsRepository,
    private readonly checkIns: CheckInRepository,
  ) {}

  async execute(tx: Tx, members: readonly MemberId[]): Promise<void> {
    await this.tags.forget(tx, members);
    await this.checkIns.forget(tx, members);
    await forgetReasons(tx, members);
  }
}
