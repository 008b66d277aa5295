import type { EventEnvelope, EventHandler, Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { CloseAccounts } from '../use-cases/close-accounts.use-case';
import { EnrolMembers } from '../use-cases/enrol-members.use-case';
import { ForgetMembers } from '../use-cases/forget-members.use-case';
import { RememberBirthdays } from '../use-cases/remember-birthdays.use-case';

const EVENTS = ['members.member-enrolled.v1', 'members.profile-completed.v1', 'members.member-closed.v1'] as const;
type MemberEvent = (typeof EVENTS)[number];

/** Opens, completes and closes points accounts as members come, tell their birthday and go. */
@Injectable()
export class OnMemberEvents implements EventHandler<MemberEvent> {
  readonly consumer = 'loyalty.accounts';
  readonly events = EVENTS;

  constructor(
    private readonly enrol: EnrolMembers,
    private readonly remember: RememberBirthdays,
    private readonly close: CloseAccounts,
    private readonly forget: ForgetMembers,
  ) {}

  async handle(tx: Tx, events: readonly EventEnvelope<MemberEvent>[]): Promise<void> {
    const enrolled = events.flatMap((event) => {
      if (event.name !== 'members.member-enrolled.v1') return [];
      const { memberId, channel, birthday, inviterMemberId: inviterId } = event.payload;
      return [{ memberId, channel, birthday, inviterId, at: event.occurredAt }];
    });
    const told = events.flatMap((event) => {
      if (event.name !== 'members.profile-completed.v1') return [];
      return [{ ...event.payload, at: event.occurredAt }];
    });
    const left = events.flatMap((event) => {
      if (event.name !== 'members.member-closed.v1') return [];
      return [{ memberId: event.payload.memberId, at: event.occurredAt }];
    });
    if (enrolled.length > 0) await this.enrol.execute(tx, enrolled);
    if (told.length > 0) await this.remember.execute(tx, told);
    if (left.length === 0) return;
    await this.close.execute(tx, left);
    await this.forget.execute(
      tx,
      left.map(({ memberId }) => memberId),
    );
  }
}
