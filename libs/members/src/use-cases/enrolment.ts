import { domainEvent } from '@fanloop/events';
import type { Clock, MemberId } from '@fanloop/kernel';
import { CLOCK, Outbox, type Tx } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { ConsentChoice } from '../rules/consent';
import { refuse } from '../rules/refusals';
import { ConsentRepository } from '../store/consent.repository';
import { IdentityRepository } from '../store/identity.repository';
import { MemberRepository } from '../store/member.repository';

export interface EnrolCommand {
  readonly identityId: string;
  readonly phoneCode: string;
  readonly consents: readonly ConsentChoice[];
  readonly inviterNo: string | null;
  readonly ip: string;
}

/** The part inside the transaction. */
@Injectable()
export class Enrolment {
  constructor(
    private readonly identities: IdentityRepository,
    private readonly members: MemberRepository,
    private readonly consents: ConsentRepository,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * One member per verified phone, whatever the channel: the phone's row is locked before anybody looks whose it is. A
   * phone that an import brought leads to that member; a WeChat identity that is a member already stays that member.
   */
  async enrol(tx: Tx, command: EnrolCommand, phone: string, choices: readonly ConsentChoice[]): Promise<MemberId> {
    const app = await this.identities.lockById(tx, command.identityId);
    if (!app) throw refuse('IdentityNotFound');
    if (app.memberId !== null) return app.memberId;
    const [owned] = [...(await this.identities.claim(tx, [{ kind: 'phone', value: phone }])).values()];
    const memberId = owned!.memberId ?? (await this.create(tx, command.inviterNo));
    await this.identities.assign(tx, [app.id, owned!.id], memberId, true);
    await this.members.markEnrolled(tx, memberId, this.clock.now());
    await this.consents.record(tx, memberId, choices, { source: 'mini-program', ip: command.ip });
    return memberId;
  }

  private async create(tx: Tx, inviterNo: string | null): Promise<MemberId> {
    const now = this.clock.now();
    const inviterMemberId = inviterNo === null ? null : await this.inviter(tx, inviterNo);
    const [member] = await this.members.insertMany(tx, [
      {
        nickname: null,
        birthday: null,
        gender: 'undisclosed',
        channel: 'mini-program',
        inviterMemberId,
        joinedAt: now,
        enrolledAt: now,
      },
    ]);
    const { id: memberId, memberNo } = member!;
    const fact = { memberId, memberNo, at: now.toISOString(), inviterMemberId, birthday: null };
    await this.outbox.append(tx, [
      domainEvent('members.member-enrolled.v1', { ...fact, channel: 'mini-program' }, now),
    ]);
    return memberId;
  }

  /** A number that is not, or no longer, a member's is no reason to turn a new member away. */
  private async inviter(tx: Tx, inviterNo: string): Promise<MemberId | null> {
    const id = (await this.members.idsByNumber(tx, [inviterNo])).get(inviterNo);
    const [row] = id === undefined ? [] : await this.members.byIds(tx, [id]);
    return row?.status === 'active' ? row.id : null;
  }
}
