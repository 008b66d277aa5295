import { type Actor, type Clock, unwrap } from '@fanloop/kernel';
import { AuditLog, CLOCK, randomCode, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { Role } from '../rules/permissions';
import { checkPassword, normalLogin, storesOfRole } from '../rules/staff';
import { PasswordHasher } from '../store/password-hasher';
import { StaffRepository } from '../store/staff.repository';
import { assertManages } from './managing';

export interface AddStaffCommand {
  readonly actor: Actor;
  readonly name: string;
  readonly role: Role;
  readonly storeIds: readonly string[];
  /** For the console; staff without one works in the mini-program only. */
  readonly login: string | null;
  /** Without one a temporary password is made, which has to be changed at the first log-in. */
  readonly password?: string;
}

const TEMPORARY_PASSWORD_LENGTH = 12;

@Injectable()
export class AddStaff {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly staff: StaffRepository,
    private readonly hasher: PasswordHasher,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(command: AddStaffCommand): Promise<{ staffId: string; temporaryPassword: string | null }> {
    const login = command.login === null ? null : normalLogin(command.login);
    const storeIds = unwrap(storesOfRole(command.role, command.storeIds));
    if (login !== null && command.password !== undefined) unwrap(checkPassword(command.password, login, null));
    const temporaryPassword =
      login !== null && command.password === undefined ? randomCode(TEMPORARY_PASSWORD_LENGTH) : null;
    const password = temporaryPassword ?? command.password;
    const passwordHash = login !== null && password !== undefined ? await this.hasher.hash(password) : null;
    return this.unitOfWork.run(async (tx) => {
      await assertManages(tx, this.staff, command.actor, [command.role]);
      const fields = { name: command.name.trim(), role: command.role, login, passwordHash };
      const staffId = await this.staff.insert(
        tx,
        { ...fields, mustChangePassword: temporaryPassword !== null },
        this.clock.now(),
      );
      await this.staff.setStores(tx, staffId, storeIds);
      await this.audit.append(tx, {
        actor: command.actor,
        action: 'organization.staff-added',
        subject: `staff:${staffId}`,
        details: { role: command.role, storeIds },
      });
      return { staffId, temporaryPassword };
    });
  }
}
