import type { Clock } from '@fanloop/kernel';
import { addMs } from '@fanloop/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../clock/clock';
import { chunks } from '../database/sql';
import type { Tx } from '../database/tx';
import { UnitOfWork } from '../database/unit-of-work';
import { EVENT_HANDLERS, EventHandler } from './event-handler';

/** Deliveries of one consumer that travel together. */
export interface DeliveryBatch {
  readonly consumer: string;
  readonly outboxIds: readonly string[];
}

/** After this time a delivery that nobody finished is handed out again (a lost job, a killed worker). */
const LEASE_MS = 60_000;
const BATCH = 100;

/**
 * Turns outbox rows into deliveries, one per event and consumer, and finds deliveries that are due again. Many relays
 * may run: `FOR UPDATE SKIP LOCKED` gives each row to one of them. MySQL remembers, the queue only carries.
 */
@Injectable()
export class Relay {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(EVENT_HANDLERS) private readonly handlers: readonly EventHandler[],
  ) {}

  /**
   * Takes up to `limit` new events and returns their deliveries, which are stored already. Events that nobody listens to
   * are passed over, so no deliveries means that no events are left.
   */
  async relay(limit = 1000): Promise<DeliveryBatch[]> {
    for (;;) {
      const page = await this.page(limit);
      if (page.batches.length > 0 || page.events === 0) return page.batches;
    }
  }

  private page(limit: number): Promise<{ events: number; batches: DeliveryBatch[] }> {
    return this.unitOfWork.run(async (tx) => {
      const rows = await tx.query<{ id: string; name: string }>(
        "SELECT id, name FROM platform_outbox WHERE state = 'pending' ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED",
        [limit],
      );
      if (rows.length === 0) return { events: 0, batches: [] };
      const batches = this.handlers.flatMap((handler) => {
        const wanted = rows
          .filter((row) => (handler.events as readonly string[]).includes(row.name))
          .map((row) => row.id);
        return chunks(wanted, BATCH).map((outboxIds) => ({ consumer: handler.consumer, outboxIds }));
      });
      await this.store(tx, batches);
      await tx.execute("UPDATE platform_outbox SET state = 'relayed' WHERE id IN (?)", [rows.map((row) => row.id)]);
      return { events: rows.length, batches };
    });
  }

  /** Deliveries whose lease or waiting time has passed, leased anew. */
  due(limit = 1000): Promise<DeliveryBatch[]> {
    return this.unitOfWork.run(async (tx) => {
      const now = this.clock.now();
      const rows = await tx.query<{ consumer: string; outbox_id: string }>(
        "SELECT consumer, outbox_id FROM platform_delivery WHERE state = 'pending' AND next_attempt_at <= ? ORDER BY next_attempt_at LIMIT ? FOR UPDATE SKIP LOCKED",
        [now, limit],
      );
      const consumers = [...new Set(rows.map((row) => row.consumer))];
      const batches = consumers.flatMap((consumer) =>
        chunks(
          rows.filter((row) => row.consumer === consumer).map((row) => row.outbox_id),
          BATCH,
        ).map((outboxIds) => ({ consumer, outboxIds })),
      );
      for (const batch of batches)
        await tx.execute('UPDATE platform_delivery SET next_attempt_at = ? WHERE consumer = ? AND outbox_id IN (?)', [
          addMs(now, LEASE_MS),
          batch.consumer,
          batch.outboxIds,
        ]);
      return batches;
    });
  }

  private async store(tx: Tx, batches: readonly DeliveryBatch[]): Promise<void> {
    const nextAttempt = addMs(this.clock.now(), LEASE_MS);
    for (const batch of batches)
      await tx.execute('INSERT INTO platform_delivery (consumer, outbox_id, state, next_attempt_at) VALUES ?', [
        batch.outboxIds.map((id) => [batch.consumer, id, 'pending', nextAttempt]),
      ]);
  }
}
