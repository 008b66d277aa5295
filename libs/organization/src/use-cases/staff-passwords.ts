import { Sessions, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { PasswordHasher } from '../store/password-hasher';
import { StaffRepository } from '../store/staff.repository';

/** A new password ends the sessions that the old one opened. */
@Injectable()
export class StaffPasswords {
  constructor(
    private readonly staff: StaffRepository,
    private readonly hasher: PasswordHasher,
    private readonly sessions: Sessions,
  ) {}

  matches(password: string, stored: string | null): Promise<boolean> {
    return this.hasher.matches(password, stored);
  }

  async replace(
    tx: Tx,
    staffId: string,
    next: { readonly password: string; readonly temporary: boolean },
    exceptSessionId: string | null = null,
  ): Promise<void> {
    await this.staff.setPassword(tx, staffId, await this.hasher.hash(next.password), next.temporary);
    await this.sessions.revokeAll(tx, 'staff', staffId, exceptSessionId);
  }
}
