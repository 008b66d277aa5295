import type { Actor } from '@fanloop/kernel';
import { AuditLog, UnitOfWork } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { StaffRepository } from '../store/staff.repository';
import { EndAccess } from './end-access';
import { assertManages, assertOwnerStays } from './managing';

/** Ends an account for good and at once: sessions of the console and of the bound WeChat, the binding, open invitations. */
@Injectable()
export class RevokeStaff {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly staff: StaffRepository,
    private readonly access: EndAccess,
    private readonly audit: AuditLog,
  ) {}

  execute(command: { readonly actor: Actor; readonly staffId: string; readonly ip?: string | null }): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const row = await this.staff.lockActive(tx, command.staffId);
      await assertManages(tx, this.staff, command.actor, [row.role]);
      if (row.role === 'owner') await assertOwnerStays(tx, this.staff, row.id);
      await this.access.of(tx, row);
      await this.audit.append(tx, {
        actor: command.actor,
        action: 'organization.staff-revoked',
        subject: `staff:${row.id}`,
        details: { role: row.role },
        ip: command.ip ?? null,
      });
    });
  }
}
