import { type Actor, actorLabel, type Clock } from '@fanloop/kernel';
import { AuditLog, CLOCK, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { RuleDraft } from '../rules/judging/rule';
import { refuse } from '../rules/refusals';
import { RuleRepository } from '../store/rule.repository';
import { assertJudges } from './assert-judges';

/** A changed rule is a new version. What earlier versions judged stays as it is, and explained by them. */
@Injectable()
export class ReviseRule {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rules: RuleRepository,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(command: { readonly ruleId: string; readonly draft: RuleDraft; readonly actor: Actor }): Promise<void> {
    const { ruleId, draft, actor } = command;
    assertJudges(draft);
    await this.unitOfWork.run(async (tx) => {
      const rule = await this.rules.lock(tx, ruleId);
      if (rule.status === 'retired') throw refuse('RuleRetired');
      await this.rules.revise(tx, rule, draft, { at: this.clock.now(), by: actorLabel(actor) });
      const details = { version: rule.version + 1, before: rule.draft, after: draft };
      await this.audit.append(tx, { actor, action: 'loyalty.rule-revised', subject: `rule:${ruleId}`, details });
    });
  }
}
