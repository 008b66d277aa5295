import { unwrap } from '@fanloop/kernel';
import { AuditLog, type RateLimit, RateLimits, UnitOfWork } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { refuse } from '../rules/refusals';
import { checkPassword } from '../rules/staff';
import { StaffRepository } from '../store/staff.repository';
import { StaffPasswords } from './staff-passwords';

/** A stolen session must not become a way to guess the password. */
const BY_STAFF: RateLimit = { name: 'change-password', points: 5, windowSeconds: 900 };

/** One's own password; every other console session of the account ends. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly staff: StaffRepository,
    private readonly passwords: StaffPasswords,
    private readonly limits: RateLimits,
    private readonly audit: AuditLog,
  ) {}

  async execute(command: {
    readonly staffId: string;
    readonly sessionId: string;
    readonly current: string;
    readonly next: string;
    readonly ip: string;
  }): Promise<void> {
    await this.limits.consume(BY_STAFF, command.staffId);
    await this.unitOfWork.run(async (tx) => {
      const row = await this.staff.lockActive(tx, command.staffId);
      if (!(await this.passwords.matches(command.current, row.passwordHash))) throw refuse('PasswordWrong');
      unwrap(checkPassword(command.next, row.login ?? '', command.current));
      await this.passwords.replace(tx, row.id, { password: command.next, temporary: false }, command.sessionId);
      await this.audit.append(tx, {
        actor: { kind: 'staff', id: row.id },
        action: 'organization.password-changed',
        subject: `staff:${row.id}`,
        ip: command.ip,
      });
    });
    await this.limits.forgive(BY_STAFF, command.staffId);
  }
}
