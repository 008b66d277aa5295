import type { EventEnvelope, EventHandler, Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { JudgeTierRises } from '../use-cases/judge-tier-rises.use-case';

/** Members who came into a higher tier. */
@Injectable()
export class OnTierRules implements EventHandler<'loyalty.tier-changed.v1'> {
  readonly consumer = 'loyalty.tier-rules';
  readonly events = ['loyalty.tier-changed.v1'] as const;

  constructor(private readonly rises: JudgeTierRises) {}

  async handle(tx: Tx, events: readonly EventEnvelope<'loyalty.tier-changed.v1'>[]): Promise<void> {
    await this.rises.execute(
      tx,
      events.map(({ payload: { memberId, from, to }, occurredAt: at }) => ({ memberId, from, to, at })),
    );
  }
}
