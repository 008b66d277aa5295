import { byId } from '@fanloop/kernel';
import type { EventEnvelope, EventHandler, Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { PURPOSE } from '../use-cases/card-words';
import { CloseOrder } from '../use-cases/close-order.use-case';
import { OpenCard } from '../use-cases/open-card.use-case';

const EVENTS = ['payments.payment-succeeded.v1', 'payments.payment-closed.v1'] as const;
type Name = (typeof EVENTS)[number];

/**
 * What becomes of the payments of cards. Money that comes after the close is no event here: the payments send it back and tell the
 * shopper.
 */
@Injectable()
export class MembershipsOnPayments implements EventHandler<Name> {
  readonly consumer = 'memberships.payments';
  readonly events = EVENTS;

  constructor(
    private readonly open: OpenCard,
    private readonly close: CloseOrder,
  ) {}

  /** Members ascending, as everywhere: two batches never wait for each other in a circle. */
  async handle(tx: Tx, events: readonly EventEnvelope<Name>[]): Promise<void> {
    const mine = events.filter(({ payload }) => payload.purpose === PURPOSE);
    for (const event of mine.sort((a, b) => byId(a.payload.memberId, b.payload.memberId))) {
      const { reference: cardNo } = event.payload;
      if (event.name === 'payments.payment-closed.v1') await this.close.execute(tx, cardNo);
      else await this.open.execute(tx, { cardNo, paidAt: event.occurredAt });
    }
  }
}
