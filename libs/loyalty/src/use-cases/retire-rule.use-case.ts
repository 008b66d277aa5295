import type { Actor } from '@fanloop/kernel';
import { Injectable } from '@nestjs/common';
import { ChangeRule } from './change-rule';

/** A rule ends for good; what is still in review ends with it. What it gave stays explained by its versions. */
@Injectable()
export class RetireRule {
  constructor(private readonly change: ChangeRule) {}

  async execute(command: { readonly ruleId: string; readonly actor: Actor }): Promise<void> {
    await this.change.run({ ...command, deed: 'retire', action: 'loyalty.rule-retired' });
  }
}
