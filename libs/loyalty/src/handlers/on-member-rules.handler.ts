import type { EventEnvelope, EventHandler, Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { isBirthday } from '../rules/calendar/days';
import { BrandTime } from '../store/brand-time';
import { AskRules } from '../use-cases/ask-rules.use-case';
import { birthdayReference } from '../use-cases/clock-runs';
import type { EventToJudge } from '../use-cases/judge-events.use-case';
import { RememberBirthdays } from '../use-cases/remember-birthdays.use-case';

type Profile = EventEnvelope<'members.profile-completed.v1'>;

/** A completed profile. Who tells the birthday on the day itself comes after that day's sweep, and has it now. */
@Injectable()
export class OnMemberRules implements EventHandler<'members.profile-completed.v1'> {
  readonly consumer = 'loyalty.member-rules';
  readonly events = ['members.profile-completed.v1'] as const;

  constructor(
    private readonly remember: RememberBirthdays,
    private readonly rules: AskRules,
    private readonly time: BrandTime,
  ) {}

  async handle(tx: Tx, events: readonly Profile[]): Promise<void> {
    const awaited = await this.rules.awaited.among(
      tx,
      events.flatMap((event) => this.asked(event)),
    );
    if (awaited.length === 0) return;
    // The other consumer may not have come to it yet, and the rules may ask for the birthday. Remembering twice changes nothing.
    await this.remember.execute(
      tx,
      events.map(({ payload, occurredAt: at }) => ({ ...payload, at })),
    );
    await this.rules.execute(tx, awaited);
  }

  private asked({ payload: { memberId, birthday }, occurredAt: at }: Profile): EventToJudge[] {
    const completed = { memberId, trigger: 'profile-completed' as const, reference: `profile:${memberId}`, at };
    const day = this.time.day(at);
    if (!isBirthday(birthday, day)) return [completed];
    return [completed, { memberId, trigger: 'birthday', reference: birthdayReference(memberId, day), at }];
  }
}
