import { type Actor, actorLabel, type Clock } from '@fanloop/kernel';
import { AuditLog, CLOCK, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { RuleStatus } from '../rules/judging/rule';
import { refuse } from '../rules/refusals';
import { RuleRepository } from '../store/rule.repository';

/** Active rules judge, paused ones wait, a retired one never comes back. */
@Injectable()
export class SetRuleStatus {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rules: RuleRepository,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(command: {
    readonly ruleId: string;
    readonly status: RuleStatus;
    readonly actor: Actor;
  }): Promise<void> {
    const { ruleId, status, actor } = command;
    await this.unitOfWork.run(async (tx) => {
      const rule = await this.rules.lock(tx, ruleId);
      if (rule.status === status) return;
      if (rule.status === 'retired') throw refuse('RuleRetired');
      await this.rules.setStatus(tx, ruleId, status, { at: this.clock.now(), by: actorLabel(actor) });
      const details = { from: rule.status, to: status };
      await this.audit.append(tx, { actor, action: 'loyalty.rule-status-set', subject: `rule:${ruleId}`, details });
    });
  }
}
