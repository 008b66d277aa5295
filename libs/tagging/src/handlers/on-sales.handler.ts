import type { EventEnvelope, EventHandler, Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { FactsRepository } from '../store/facts.repository';

const EVENTS = ['sales.purchase-recorded.v1', 'sales.purchase-refunded.v1'] as const;
type Name = (typeof EVENTS)[number];

/** Purchases and refunds become facts of their members. */
@Injectable()
export class OnSales implements EventHandler<Name> {
  readonly consumer = 'tagging.sales-facts';
  readonly events = EVENTS;

  constructor(private readonly facts: FactsRepository) {}

  async handle(tx: Tx, events: readonly EventEnvelope<Name>[]): Promise<void> {
    const purchases = events.flatMap((event) => (event.name === 'sales.purchase-recorded.v1' ? [event.payload] : []));
    const refunds = events.flatMap((event) => (event.name === 'sales.purchase-refunded.v1' ? [event.payload] : []));
    const members = [...purchases, ...refunds].flatMap((payload) => payload.memberId ?? []);
    if (members.length > 0) await this.facts.lock(tx, members);
    if (purchases.length > 0) await this.facts.purchases(tx, purchases);
    if (refunds.length > 0) await this.facts.refunds(tx, refunds);
    if (members.length > 0) await this.facts.sumUp(tx, [...new Set(members)]);
  }
}
