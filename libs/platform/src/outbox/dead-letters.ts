import type { Actor, Clock } from '@fanloop/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log';
import { CLOCK } from '../clock/clock';
import { Reader } from '../database/reader';
import { num } from '../database/sql';
import { UnitOfWork } from '../database/unit-of-work';
import { refusePlatform } from '../web/platform-refusals';

export interface DeadLetter {
  readonly eventId: string;
  readonly consumer: string;
  readonly eventName: string;
  readonly attempts: number;
  readonly lastError: string;
  readonly at: Date;
}

/** Events that a handler could not take: seen and re-run by a person. */
@Injectable()
export class DeadLetters {
  constructor(
    private readonly reader: Reader,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(limit = 200): Promise<DeadLetter[]> {
    return this.reader.query<DeadLetter>(
      `SELECT o.event_id AS eventId, d.consumer, o.name AS eventName, d.attempts, d.last_error AS lastError, o.occurred_at AS at
         FROM platform_delivery d JOIN platform_outbox o ON o.id = d.outbox_id
        WHERE d.state = 'dead' ORDER BY d.outbox_id DESC LIMIT ?`,
      [limit],
    );
  }

  async count(): Promise<number> {
    const row = await this.reader.one<{ n: string }>(
      "SELECT COUNT(*) AS n FROM platform_delivery WHERE state = 'dead'",
    );
    return num(row?.n);
  }

  /** Makes a dead letter due at once, with all its attempts before it again. Refuses one that is not dead. */
  rerun(eventId: string, consumer: string, actor: Actor): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const changed = await tx.execute(
        `UPDATE platform_delivery d JOIN platform_outbox o ON o.id = d.outbox_id
            SET d.state = 'pending', d.attempts = 0, d.next_attempt_at = ?
          WHERE o.event_id = ? AND d.consumer = ? AND d.state = 'dead'`,
        [this.clock.now(), eventId, consumer],
      );
      if (changed.affectedRows !== 1) throw refusePlatform('NotFound');
      await this.audit.append(tx, {
        actor,
        action: 'operations.dead-letter-rerun',
        subject: `event:${eventId}`,
        details: { consumer },
      });
    });
  }
}
