import { type Actor, actorLabel, unwrap } from '@fanloop/kernel';
import { Injectable } from '@nestjs/common';
import { decidesAs } from '../rules/judging/life';
import { refuse } from '../rules/refusals';
import { assertJudges } from './assert-judges';
import { ChangeRule } from './change-rule';

export interface DecideCommand {
  readonly ruleId: string;
  /** The version that was looked at: decided only while it is the newest. */
  readonly version: number;
  readonly decision: 'approve' | 'reject';
  /** Needed to reject. */
  readonly note: string | null;
  readonly actor: Actor;
  readonly isOwner: boolean;
  /** Active people of the brand who may approve rules. */
  readonly approvers: number;
}

/**
 * Somebody other than the author approves a version, which then judges in place of the one before, or rejects it. The draft is
 * checked once more: what it names may have gone since it was written.
 */
@Injectable()
export class DecideRule {
  constructor(private readonly change: ChangeRule) {}

  async execute(command: DecideCommand): Promise<void> {
    const { ruleId, version, decision, actor, isOwner, approvers } = command;
    const note = command.note?.trim() || null;
    if (decision === 'reject' && note === null) throw refuse('NoteMissing');
    const action = decision === 'approve' ? 'loyalty.rule-approved' : 'loyalty.rule-rejected';
    await this.change.run(
      { ruleId, deed: decision, actor, version, action, details: { note } },
      {
        check: ({ newest }) => {
          const decider = { by: actorLabel(actor), isOwner, approvers };
          const decidedAs = unwrap(decidesAs(newest.by, decider));
          if (decision === 'approve') assertJudges(newest.draft);
          return { author: newest.by, decidedAs };
        },
        write: (tx, _, signed) => this.change.rules.sign(tx, ruleId, version, 'decided', { ...signed, note }),
      },
    );
  }
}
