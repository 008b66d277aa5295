import type { Actor, Clock } from '@fanloop/kernel';
import { AuditLog, CLOCK, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { InvitationRepository } from '../store/invitation.repository';
import { StaffRepository } from '../store/staff.repository';
import { assertManages } from './managing';

/** Makes a one-time code by which a staff member binds his WeChat. It is shown once; a newer one ends the older. */
@Injectable()
export class InviteStaff {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly staff: StaffRepository,
    private readonly invitations: InvitationRepository,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute(command: { readonly actor: Actor; readonly staffId: string }): Promise<{ code: string; expiresAt: Date }> {
    return this.unitOfWork.run(async (tx) => {
      const now = this.clock.now();
      const row = await this.staff.lockActive(tx, command.staffId);
      await assertManages(tx, this.staff, command.actor, [row.role]);
      await this.invitations.withdraw(tx, row.id, now);
      const invitation = await this.invitations.create(tx, row.id, now);
      await this.audit.append(tx, {
        actor: command.actor,
        action: 'organization.staff-invited',
        subject: `staff:${row.id}`,
        details: { expiresAt: invitation.expiresAt.toISOString() },
      });
      return invitation;
    });
  }
}
