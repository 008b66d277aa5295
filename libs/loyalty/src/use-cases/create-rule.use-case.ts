import { type Actor, actorLabel, type Clock } from '@fanloop/kernel';
import { AuditLog, CLOCK, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { RuleDraft } from '../rules/judging/rule';
import { RuleRepository } from '../store/rule.repository';
import { assertJudges } from './assert-judges';

/** A manager writes a rule: a draft that judges nothing until somebody else approves it. Answers its id. */
@Injectable()
export class CreateRule {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rules: RuleRepository,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ draft, actor }: { readonly draft: RuleDraft; readonly actor: Actor }): Promise<string> {
    assertJudges(draft);
    return this.unitOfWork.run(async (tx) => {
      const ruleId = await this.rules.create(tx, draft, { at: this.clock.now(), by: actorLabel(actor) });
      await this.audit.append(tx, {
        actor,
        action: 'loyalty.rule-created',
        subject: `rule:${ruleId}`,
        details: { draft },
      });
      return ruleId;
    });
  }
}
