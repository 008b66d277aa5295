import type { Actor, MemberId } from '@fanloop/kernel';
import { AuditLog, UnitOfWork } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { readablePhone } from '../rules/phone';
import { refuse } from '../rules/refusals';
import { IdentityRepository } from '../store/identity.repository';

/** The whole phone number of one member, for staff that may see it; who looked is written down. */
@Injectable()
export class RevealPhone {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly identities: IdentityRepository,
    private readonly audit: AuditLog,
  ) {}

  execute(command: { readonly actor: Actor; readonly memberId: MemberId; readonly ip: string }): Promise<string> {
    return this.unitOfWork.run(async (tx) => {
      const [row] = await tx.query<{ value: string }>(
        `SELECT value_encrypted AS value FROM members_identity WHERE member_id = ? AND kind = 'phone'
          ORDER BY verified_at IS NULL, id LIMIT 1`,
        [command.memberId],
      );
      if (!row) throw refuse('MemberNotFound');
      await this.audit.append(tx, {
        actor: command.actor,
        action: 'members.phone-revealed',
        subject: `member:${command.memberId}`,
        ip: command.ip,
      });
      return readablePhone(this.identities.valueOf(row.value));
    });
  }
}
