import { domainEvent } from '@fanloop/events';
import type { MemberId } from '@fanloop/kernel';
import { AuditLog, Outbox, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';

interface Closure {
  readonly memberId: MemberId;
  readonly receiptNo: string;
  readonly closedAt: Date;
  readonly ip: string;
}

/** The traces that a closed account leaves: the receipt, the event for other contexts, the audit row. */
@Injectable()
export class ClosureNotices {
  constructor(
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
  ) {}

  async send(tx: Tx, { memberId, receiptNo, closedAt, ip }: Closure): Promise<void> {
    await tx.execute('INSERT INTO members_closure (receipt_no, member_id, closed_at) VALUES (?, ?, ?)', [
      receiptNo,
      memberId,
      closedAt,
    ]);
    const fact = { memberId, at: closedAt.toISOString() };
    await this.outbox.append(tx, [domainEvent('members.member-closed.v1', fact, closedAt)]);
    await this.audit.append(tx, {
      actor: { kind: 'member', id: memberId },
      action: 'members.account-closed',
      subject: `member:${memberId}`,
      details: { receiptNo },
      ip,
    });
  }
}
