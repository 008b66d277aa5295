import type { Clock } from '@fanloop/kernel';
import { CLOCK, Sessions, type Tx } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { InvitationRepository } from '../store/invitation.repository';
import { StaffRepository, type StaffRow } from '../store/staff.repository';

/** Everything by which a staff member gets in, ended in one transaction. */
@Injectable()
export class EndAccess {
  constructor(
    private readonly staff: StaffRepository,
    private readonly invitations: InvitationRepository,
    private readonly sessions: Sessions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async of(tx: Tx, row: StaffRow): Promise<void> {
    const now = this.clock.now();
    await this.staff.revoke(tx, row.id, now);
    await this.invitations.withdraw(tx, row.id, now);
    await this.sessions.revokeAll(tx, 'staff', row.id);
    if (row.wechatIdentityId) await this.sessions.revokeAll(tx, 'wechat', row.wechatIdentityId);
  }
}
