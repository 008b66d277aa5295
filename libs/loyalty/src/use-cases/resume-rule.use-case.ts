import type { Actor } from '@fanloop/kernel';
import { Injectable } from '@nestjs/common';
import { ChangeRule } from './change-rule';

/** A paused rule judges again, by its approved version. */
@Injectable()
export class ResumeRule {
  constructor(private readonly change: ChangeRule) {}

  async execute(command: { readonly ruleId: string; readonly actor: Actor }): Promise<void> {
    await this.change.run({ ...command, deed: 'resume', action: 'loyalty.rule-resumed' });
  }
}
