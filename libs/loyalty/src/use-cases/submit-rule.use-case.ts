import type { Actor } from '@fanloop/kernel';
import { Injectable } from '@nestjs/common';
import { assertJudges } from './assert-judges';
import { ChangeRule } from './change-rule';

export interface SubmitCommand {
  readonly ruleId: string;
  readonly version: number;
  readonly actor: Actor;
  readonly note?: string | null;
}

/** Hands the newest version in for approval. */
@Injectable()
export class SubmitRule {
  constructor(private readonly change: ChangeRule) {}

  async execute({ ruleId, version, actor, note = null }: SubmitCommand): Promise<void> {
    await this.change.run(
      { ruleId, deed: 'submit', actor, version, action: 'loyalty.rule-submitted', details: { note } },
      {
        check: (rule) => {
          assertJudges(rule.newest.draft);
          return {};
        },
        write: (tx, _, signed) => this.change.rules.sign(tx, ruleId, version, 'submitted', { ...signed, note }),
      },
    );
  }
}
