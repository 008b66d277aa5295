import { Injectable } from '@nestjs/common';
import { CreateRule } from './create-rule.use-case';
import { ReviseRule } from './revise-rule.use-case';
import { SetRuleStatus } from './set-rule-status.use-case';

/** What a manager can do to rules. */
@Injectable()
export class RuleEdits {
  constructor(
    readonly create: CreateRule,
    readonly revise: ReviseRule,
    readonly setStatus: SetRuleStatus,
  ) {}
}
