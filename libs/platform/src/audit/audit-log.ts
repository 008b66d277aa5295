import type { Actor, Clock } from '@fanloop/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../clock/clock';
import type { Tx } from '../database/tx';

export interface AuditEntry {
  readonly actor: Actor;
  /** `context.what-happened`, for example `organization.staff-revoked`. */
  readonly action: string;
  /** What it was done to, for example `member:42`. Never a phone number or another personal detail. */
  readonly subject: string;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly ip?: string | null;
}

/** Who did what to whom, written in the transaction of the deed; rows are never changed. */
@Injectable()
export class AuditLog {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  async append(tx: Tx, entry: AuditEntry): Promise<void> {
    await tx.execute(
      'INSERT INTO platform_audit (at, actor_kind, actor_id, action, subject, details, ip) VALUES (?, ?, ?, ?, ?, ?, ?)',
      [
        this.clock.now(),
        entry.actor.kind,
        entry.actor.id,
        entry.action,
        entry.subject,
        JSON.stringify(entry.details ?? {}),
        entry.ip ?? null,
      ],
    );
  }
}
