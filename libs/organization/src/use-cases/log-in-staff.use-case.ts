import {
  AuditLog,
  type RateLimit,
  RateLimits,
  Reader,
  Sessions,
  type SessionTokens,
  UnitOfWork,
} from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { refuse } from '../rules/refusals';
import { normalLogin } from '../rules/staff';
import { PasswordHasher } from '../store/password-hasher';

/** Wrong passwords in a quarter of an hour: for one login, and from one address whatever the login. */
const BY_LOGIN: RateLimit = { name: 'log-in-login', points: 5, windowSeconds: 900 };
const BY_ADDRESS: RateLimit = { name: 'log-in-address', points: 20, windowSeconds: 900 };

interface LogInCommand {
  readonly login: string;
  readonly password: string;
  readonly ip: string;
}

interface AccountRow {
  id: string;
  passwordHash: string | null;
}

/** The accounts behind the log-in. */
@Injectable()
export class StaffAccounts {
  constructor(
    private readonly reader: Reader,
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly audit: AuditLog,
  ) {}

  byLogin(login: string): Promise<AccountRow | null> {
    return this.reader.one<AccountRow>(
      `SELECT CAST(id AS CHAR) AS id, password_hash AS passwordHash
         FROM organization_staff WHERE login = ? AND status = 'active'`,
      [login],
    );
  }

  open(staffId: string, ip: string): Promise<SessionTokens> {
    return this.unitOfWork.run(async (tx) => {
      const tokens = await this.sessions.open(tx, 'staff', staffId);
      await this.audit.append(tx, {
        actor: { kind: 'staff', id: staffId },
        action: 'organization.staff-logged-in',
        subject: `staff:${staffId}`,
        ip,
      });
      return tokens;
    });
  }
}

/**
 * Opens a console session. Each try is counted before the password is looked at, so parallel guesses cannot pass the
 * limit; a right password gives its tries back. Unknown login, wrong password and revoked account answer alike, in the
 * same time.
 */
@Injectable()
export class LogInStaff {
  constructor(
    private readonly limits: RateLimits,
    private readonly hasher: PasswordHasher,
    private readonly accounts: StaffAccounts,
  ) {}

  async execute(command: LogInCommand): Promise<{ staffId: string; tokens: SessionTokens }> {
    const login = normalLogin(command.login);
    await this.limits.consume(BY_ADDRESS, command.ip);
    await this.limits.consume(BY_LOGIN, login);
    const account = await this.accounts.byLogin(login);
    if (!(await this.hasher.matches(command.password, account?.passwordHash ?? null)) || !account)
      throw refuse('LogInRefused');
    await this.limits.forgive(BY_LOGIN, login);
    await this.limits.giveBack(BY_ADDRESS, command.ip);
    return { staffId: account.id, tokens: await this.accounts.open(account.id, command.ip) };
  }
}
