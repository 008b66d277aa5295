import type { Actor } from '@fanloop/kernel';
import { Injectable } from '@nestjs/common';
import { ChangeRule } from './change-rule';

/** An active rule waits: it judges nothing until it is resumed. */
@Injectable()
export class PauseRule {
  constructor(private readonly change: ChangeRule) {}

  async execute(command: { readonly ruleId: string; readonly actor: Actor }): Promise<void> {
    await this.change.run({ ...command, deed: 'pause', action: 'loyalty.rule-paused' });
  }
}
