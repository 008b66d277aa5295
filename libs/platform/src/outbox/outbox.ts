import type { DomainEvent } from '@fanloop/events';
import { Injectable } from '@nestjs/common';
import { chunks } from '../database/sql';
import type { Tx } from '../database/tx';
import { randomId } from '../random/random-code';

/** Events are written in the transaction of the change they tell of: both happen or neither. */
@Injectable()
export class Outbox {
  async append(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
    for (const part of chunks(events, 500)) {
      const rows = part.map((event) => [randomId(), event.name, JSON.stringify(event.payload), event.occurredAt]);
      await tx.execute('INSERT INTO platform_outbox (event_id, name, payload, occurred_at) VALUES ?', [rows]);
    }
  }
}
