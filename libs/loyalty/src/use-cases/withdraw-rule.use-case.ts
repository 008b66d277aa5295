import type { Actor } from '@fanloop/kernel';
import { Injectable } from '@nestjs/common';
import { ChangeRule } from './change-rule';

/** Takes a version back before anybody has decided about it: it is a draft again. */
@Injectable()
export class WithdrawRule {
  constructor(private readonly change: ChangeRule) {}

  async execute(command: { readonly ruleId: string; readonly version: number; readonly actor: Actor }): Promise<void> {
    await this.change.run({ ...command, deed: 'withdraw', action: 'loyalty.rule-withdrawn' });
  }
}
