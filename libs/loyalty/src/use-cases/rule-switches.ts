import { Injectable } from '@nestjs/common';
import { PauseRule } from './pause-rule.use-case';
import { ResumeRule } from './resume-rule.use-case';
import { RetireRule } from './retire-rule.use-case';

/** Whether an approved rule judges. */
@Injectable()
export class RuleSwitches {
  constructor(
    readonly pause: PauseRule,
    readonly resume: ResumeRule,
    readonly retire: RetireRule,
  ) {}
}
