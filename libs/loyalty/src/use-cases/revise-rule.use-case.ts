import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '@fanloop/kernel';
import { Injectable } from '@nestjs/common';
import type { RuleDraft } from '../rules/judging/rule';
import { assertJudges } from './assert-judges';
import { ChangeRule } from './change-rule';

export interface ReviseCommand {
  readonly ruleId: string;
  readonly draft: RuleDraft;
  readonly actor: Actor;
  /** The version that was edited. */
  readonly version?: number;
}

/**
 * A changed rule is a new version, and a draft until it is approved: meanwhile the approved version goes on judging. What
 * earlier versions judged stays as it is, and explained by them.
 */
@Injectable()
export class ReviseRule {
  constructor(private readonly change: ChangeRule) {}

  async execute({ ruleId, draft, actor, version }: ReviseCommand): Promise<void> {
    assertJudges(draft);
    await this.change.run(
      { ruleId, deed: 'revise', actor, version, action: 'loyalty.rule-revised' },
      {
        isDone: (rule) => rule.status !== 'retired' && isDeepStrictEqual(rule.newest.draft, draft),
        check: (rule) => ({ before: rule.newest.draft, after: draft }),
        write: async (tx, rule, signed) => {
          await this.change.rules.insertVersion(tx, ruleId, rule.version + 1, draft, signed);
        },
      },
    );
  }
}
