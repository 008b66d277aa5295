import type { Actor } from '@fanloop/kernel';
import { AuditLog, randomCode, UnitOfWork } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { refuse } from '../rules/refusals';
import { StaffRepository } from '../store/staff.repository';
import { assertManages } from './managing';
import { StaffPasswords } from './staff-passwords';

const TEMPORARY_PASSWORD_LENGTH = 12;

/** A temporary password for somebody who lost his; it is shown once and opens nothing but its own change. */
@Injectable()
export class ResetPassword {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly staff: StaffRepository,
    private readonly passwords: StaffPasswords,
    private readonly audit: AuditLog,
  ) {}

  execute(command: { readonly actor: Actor; readonly staffId: string }): Promise<{ temporaryPassword: string }> {
    return this.unitOfWork.run(async (tx) => {
      const row = await this.staff.lockActive(tx, command.staffId);
      await assertManages(tx, this.staff, command.actor, [row.role]);
      if (row.login === null) throw refuse('LoginMissing');
      const temporaryPassword = randomCode(TEMPORARY_PASSWORD_LENGTH);
      await this.passwords.replace(tx, row.id, { password: temporaryPassword, temporary: true });
      await this.audit.append(tx, {
        actor: command.actor,
        action: 'organization.password-reset',
        subject: `staff:${row.id}`,
      });
      return { temporaryPassword };
    });
  }
}
