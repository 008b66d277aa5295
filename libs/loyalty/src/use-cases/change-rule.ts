import { type Actor, actorLabel, type Clock, unwrap } from '@fanloop/kernel';
import { AuditLog, CLOCK, type Tx, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { lifeAfter, type RuleDeed } from '../rules/judging/life';
import { refuse } from '../rules/refusals';
import { type Change, RuleRepository, type StoredRule } from '../store/rule.repository';

export interface RuleChange {
  readonly ruleId: string;
  readonly deed: RuleDeed;
  readonly actor: Actor;
  /** The version that the person was looking at: refused when it is not the newest any more. */
  readonly version?: number;
  readonly action: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

export interface ChangeHooks {
  /** The rule is already as it is asked to be, whichever version was looked at: a repeated request. */
  readonly isDone?: (rule: StoredRule) => boolean;
  /** Under the lock, before anything is written; may refuse. What it answers is added to the audit log. */
  readonly check?: (rule: StoredRule) => Readonly<Record<string, unknown>>;
  /** What belongs to the deed beside the states, in the same transaction. */
  readonly write?: (tx: Tx, rule: StoredRule, change: Change) => Promise<void>;
}

/** One deed in the life of a rule: locked, carried out conditionally, audited. Done already: nothing is written. */
@Injectable()
export class ChangeRule {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    readonly rules: RuleRepository,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  run(change: RuleChange, { isDone, check, write }: ChangeHooks = {}): Promise<void> {
    const { ruleId, deed, actor, version, action } = change;
    return this.unitOfWork.run(async (tx) => {
      const rule = await this.rules.lock(tx, ruleId);
      if (isDone?.(rule)) return;
      if (version !== undefined && version !== rule.version) throw refuse('RuleChanged');
      const step = unwrap(lifeAfter(rule, deed));
      if (step === null) return;
      const found = check?.(rule);
      const signed = { at: this.clock.now(), by: actorLabel(actor) };
      await write?.(tx, rule, signed);
      await this.rules.apply(tx, rule, step, signed);
      const { status, version: newest, activeVersion } = step.life;
      const details = { version: newest, from: rule.status, to: status, activeVersion, ...change.details, ...found };
      await this.audit.append(tx, { actor, action, subject: `rule:${ruleId}`, details });
    });
  }
}
