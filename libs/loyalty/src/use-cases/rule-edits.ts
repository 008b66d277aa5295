import { Injectable } from '@nestjs/common';
import { CreateRule } from './create-rule.use-case';
import { DecideRule } from './decide-rule.use-case';
import { ReviseRule } from './revise-rule.use-case';
import { SubmitRule } from './submit-rule.use-case';
import { WithdrawRule } from './withdraw-rule.use-case';

/** The way of a version from its writing to the decision about it. */
@Injectable()
export class RuleEdits {
  constructor(
    readonly create: CreateRule,
    readonly revise: ReviseRule,
    readonly submit: SubmitRule,
    readonly withdraw: WithdrawRule,
    readonly decide: DecideRule,
  ) {}
}
