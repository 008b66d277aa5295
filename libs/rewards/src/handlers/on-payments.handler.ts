import type { EventEnvelope, EventHandler, Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { REWARD_PURPOSE } from '../rules/reward';
import { SettleRewards } from '../use-cases/settle-rewards.use-case';

const EVENTS = ['payments.payment-succeeded.v1', 'payments.payment-closed.v1'] as const;
type Name = (typeof EVENTS)[number];

/** What became of the payments of rewards. Of other contexts' payments nothing is done. */
@Injectable()
export class RewardsOnPayments implements EventHandler<Name> {
  readonly consumer = 'rewards.payments';
  readonly events = EVENTS;

  constructor(private readonly settle: SettleRewards) {}

  async handle(tx: Tx, events: readonly EventEnvelope<Name>[]): Promise<void> {
    const ours = events.filter(({ payload }) => payload.purpose === REWARD_PURPOSE);
    if (ours.length === 0) return;
    const named = (name: Name) =>
      new Set(ours.filter((event) => event.name === name).map(({ payload }) => payload.reference));
    await this.settle.execute(tx, {
      paid: named('payments.payment-succeeded.v1'),
      closed: named('payments.payment-closed.v1'),
    });
  }
}
