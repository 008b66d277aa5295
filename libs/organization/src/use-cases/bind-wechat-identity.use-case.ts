import type { Clock } from '@fanloop/kernel';
import { AuditLog, CLOCK, type RateLimit, RateLimits, Sessions, type Tx, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { InvitationRepository } from '../store/invitation.repository';
import { StaffRepository } from '../store/staff.repository';

/** Wrong codes in a quarter of an hour: by one WeChat identity, and from one address. */
const BY_IDENTITY: RateLimit = { name: 'invitation-identity', points: 10, windowSeconds: 900 };
const BY_ADDRESS: RateLimit = { name: 'invitation-address', points: 50, windowSeconds: 900 };

interface BindCommand {
  readonly identityId: string;
  readonly code: string;
  readonly ip: string;
}

/** The part inside the transaction. The code is used up by a conditional update, so of parallel callers one is bound. */
@Injectable()
export class StaffBinding {
  constructor(
    private readonly staff: StaffRepository,
    private readonly invitations: InvitationRepository,
    private readonly sessions: Sessions,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async bind(tx: Tx, command: BindCommand): Promise<string> {
    const staffId = await this.invitations.use(tx, command.code, this.clock.now());
    const row = await this.staff.lockActive(tx, staffId);
    const former = row.wechatIdentityId;
    await this.staff.bind(tx, staffId, command.identityId);
    if (former && former !== command.identityId) await this.sessions.revokeAll(tx, 'wechat', former);
    await this.audit.append(tx, {
      actor: { kind: 'staff', id: staffId },
      action: 'organization.wechat-bound',
      subject: `staff:${staffId}`,
      details: { identityId: command.identityId, replaced: former },
      ip: command.ip,
    });
    return staffId;
  }
}

/** Binds a WeChat identity to the staff member who was invited. From the next request on its sessions are the clerk's. */
@Injectable()
export class BindWechatIdentity {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly limits: RateLimits,
    private readonly binding: StaffBinding,
  ) {}

  async execute(command: BindCommand): Promise<{ staffId: string }> {
    await this.limits.consume(BY_IDENTITY, command.identityId);
    await this.limits.consume(BY_ADDRESS, command.ip);
    const staffId = await this.unitOfWork.run((tx) => this.binding.bind(tx, command));
    await this.limits.giveBack(BY_IDENTITY, command.identityId);
    await this.limits.giveBack(BY_ADDRESS, command.ip);
    return { staffId };
  }
}
