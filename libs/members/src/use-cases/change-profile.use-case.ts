import { domainEvent } from '@fanloop/events';
import { type Clock, type MemberId, unwrap } from '@fanloop/kernel';
import { BusinessCalendar, CLOCK, Outbox, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { changeProfile, type ProfileChange } from '../rules/profile';
import { MemberRepository } from '../store/member.repository';

/** One's own nickname, picture, gender, and the birthday once. A new nickname was judged before (`CheckNickname`). */
@Injectable()
export class ChangeProfile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly members: MemberRepository,
    private readonly outbox: Outbox,
    private readonly calendar: BusinessCalendar,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(command: { readonly memberId: MemberId; readonly change: ProfileChange }): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const now = this.clock.now();
      const before = await this.members.lock(tx, command.memberId);
      const after = unwrap(changeProfile(before, command.change, this.calendar.date(now)));
      await this.members.setProfile(tx, command.memberId, after);
      if (before.birthday !== null || after.birthday === null) return;
      const fact = { memberId: command.memberId, at: now.toISOString(), birthday: after.birthday.slice(5) };
      await this.outbox.append(tx, [domainEvent('members.profile-completed.v1', fact, now)]);
    });
  }
}
