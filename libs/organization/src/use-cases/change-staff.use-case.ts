import { type Actor, unwrap } from '@fanloop/kernel';
import { AuditLog, UnitOfWork } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { Role } from '../rules/permissions';
import { normalLogin, storesOfRole } from '../rules/staff';
import { StaffRepository } from '../store/staff.repository';
import { assertManages, assertOwnerStays } from './managing';

/** Name, role, stores and login. What a session may do follows at its next request. */
@Injectable()
export class ChangeStaff {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly staff: StaffRepository,
    private readonly audit: AuditLog,
  ) {}

  execute(command: {
    readonly actor: Actor;
    readonly staffId: string;
    readonly name: string;
    readonly role: Role;
    readonly storeIds: readonly string[];
    readonly login: string | null;
  }): Promise<void> {
    const storeIds = unwrap(storesOfRole(command.role, command.storeIds));
    const login = command.login === null ? null : normalLogin(command.login);
    return this.unitOfWork.run(async (tx) => {
      const before = await this.staff.lockActive(tx, command.staffId);
      await assertManages(tx, this.staff, command.actor, [before.role, command.role]);
      if (before.role === 'owner' && command.role !== 'owner') await assertOwnerStays(tx, this.staff, before.id);
      await this.staff.update(tx, before.id, { name: command.name.trim(), role: command.role, login });
      await this.staff.setStores(tx, before.id, storeIds);
      await this.audit.append(tx, {
        actor: command.actor,
        action: 'organization.staff-changed',
        subject: `staff:${before.id}`,
        details: { roleBefore: before.role, role: command.role, storeIds },
      });
    });
  }
}
