import type { Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { AwaitedTriggers } from '../store/awaited-triggers';
import { type EventToJudge, JudgeEvents } from './judge-events.use-case';

/** Hands events to the rules, but for those that no rule and no pending points wait for: they touch no account. */
@Injectable()
export class AskRules {
  constructor(
    readonly awaited: AwaitedTriggers,
    private readonly judge: JudgeEvents,
  ) {}

  async execute(tx: Tx, events: readonly EventToJudge[]): Promise<void> {
    await this.judge.execute(tx, await this.awaited.among(tx, events));
  }
}
