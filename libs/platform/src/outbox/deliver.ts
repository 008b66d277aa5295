import type { DomainEvent } from '@fanloop/events';
import type { Clock } from '@fanloop/kernel';
import { addMs } from '@fanloop/kernel';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { CLOCK } from '../clock/clock';
import { json } from '../database/sql';
import type { Tx } from '../database/tx';
import { UnitOfWork } from '../database/unit-of-work';
import { EVENT_HANDLERS, EventEnvelope, EventHandler } from './event-handler';
import type { DeliveryBatch } from './relay';

const MAX_ATTEMPTS = 12;
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 3_600_000;

interface DeliveryRow {
  outbox_id: string;
  event_id: string;
  name: string;
  payload: unknown;
  occurred_at: Date;
}

/**
 * The inbox: runs one consumer's handler over a batch, in one transaction with the mark "done". A row that is done, or
 * that another worker holds, is passed over. When a batch fails, its events run one by one, and only the bad one waits
 * (doubling from 2 s to 1 h) and becomes a dead letter after 12 attempts, for a person to see and re-run.
 */
@Injectable()
export class Deliver {
  private readonly logger = new Logger(Deliver.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(EVENT_HANDLERS) private readonly handlers: readonly EventHandler[],
  ) {}

  async execute(batch: DeliveryBatch): Promise<void> {
    const handler = this.handlers.find((candidate) => candidate.consumer === batch.consumer);
    if (!handler) throw new Error(`no handler for consumer ${batch.consumer}`);
    try {
      await this.unitOfWork.run((tx) => this.handle(tx, handler, batch.outboxIds));
    } catch (error) {
      if (batch.outboxIds.length === 1) await this.postpone(handler.consumer, batch.outboxIds[0]!, error);
      else for (const id of batch.outboxIds) await this.execute({ consumer: batch.consumer, outboxIds: [id] });
    }
  }

  private async handle(tx: Tx, handler: EventHandler, outboxIds: readonly string[]): Promise<void> {
    const rows = await this.take(tx, handler.consumer, outboxIds);
    if (rows.length === 0) return;
    await handler.handle(tx, rows.map(toEnvelope));
    await tx.execute(
      "UPDATE platform_delivery SET state = 'done', done_at = ? WHERE consumer = ? AND outbox_id IN (?)",
      [this.clock.now(), handler.consumer, rows.map((row) => row.outbox_id)],
    );
  }

  /**
   * Locks the deliveries only, in a query of their own: a join would lock the event's row as well, and the event's other
   * consumer, at work at the same moment, would pass its delivery over until the lease ends.
   */
  private async take(tx: Tx, consumer: string, outboxIds: readonly string[]): Promise<DeliveryRow[]> {
    const free = await tx.query<{ outbox_id: string }>(
      `SELECT outbox_id FROM platform_delivery
        WHERE consumer = ? AND outbox_id IN (?) AND state = 'pending' FOR UPDATE SKIP LOCKED`,
      [consumer, outboxIds],
    );
    if (free.length === 0) return [];
    return tx.query<DeliveryRow>(
      'SELECT id AS outbox_id, event_id, name, payload, occurred_at FROM platform_outbox WHERE id IN (?) ORDER BY id',
      [free.map((row) => row.outbox_id)],
    );
  }

  private async postpone(consumer: string, outboxId: string, error: unknown): Promise<void> {
    const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    this.logger.warn({ consumer, outboxId, error: message }, 'an event could not be handled');
    await this.unitOfWork.run(async (tx) => {
      const [row] = await tx.query<{ attempts: number }>(
        "SELECT attempts FROM platform_delivery WHERE consumer = ? AND outbox_id = ? AND state = 'pending' FOR UPDATE",
        [consumer, outboxId],
      );
      if (!row) return;
      const attempts = row.attempts + 1;
      const wait = Math.min(FIRST_WAIT_MS * 2 ** (attempts - 1), LONGEST_WAIT_MS);
      await tx.execute(
        'UPDATE platform_delivery SET attempts = ?, state = ?, next_attempt_at = ?, last_error = ? WHERE consumer = ? AND outbox_id = ?',
        [
          attempts,
          attempts >= MAX_ATTEMPTS ? 'dead' : 'pending',
          addMs(this.clock.now(), wait),
          message.slice(0, 500),
          consumer,
          outboxId,
        ],
      );
    });
  }
}

const toEnvelope = (row: DeliveryRow): EventEnvelope =>
  ({
    eventId: row.event_id,
    name: row.name,
    payload: json(row.payload),
    occurredAt: row.occurred_at,
  }) as DomainEvent & { eventId: string };
