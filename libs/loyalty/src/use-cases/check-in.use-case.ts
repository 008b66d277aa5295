import { domainEvent } from '@fanloop/events';
import type { Clock, MemberId } from '@fanloop/kernel';
import { CLOCK, Outbox, type Tx, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { Day } from '../rules/calendar/days';
import { type CheckedDay, mayCheckIn, streakOn } from '../rules/calendar/streak';
import { refuse } from '../rules/refusals';
import { CheckInDesk } from '../store/check-in-desk';
import { JudgeEvents } from './judge-events.use-case';
import { type JudgedEvent, judgedBefore, nothingFor } from './judged-event';

export interface CheckInResult {
  readonly day: Day;
  readonly streak: number;
  /** True when the member had checked in before: the answer of that time. */
  readonly again: boolean;
  readonly given: JudgedEvent;
}

export const checkInReference = (memberId: MemberId, day: Day): string => `check-in:${memberId}:${day}`;

/**
 * The daily check-in: once per business day of the brand's zone, whatever runs in parallel and however the clock is set. The
 * account's lock puts check-ins of one member in a row; the key over (member, day) holds even without it.
 */
@Injectable()
export class CheckIn {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: CheckInDesk,
    private readonly judge: JudgeEvents,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws AccountClosed. */
  execute(memberId: MemberId): Promise<CheckInResult> {
    const at = this.clock.now();
    return this.unitOfWork.run((tx) => this.write(tx, memberId, at));
  }

  private async write(tx: Tx, memberId: MemberId, at: Date): Promise<CheckInResult> {
    const today = this.desk.time.day(at);
    const account = await this.desk.lock(tx, memberId, at);
    if (account.closedAt) throw refuse('AccountClosed');
    const [last = null] = await this.desk.checkIns.newest(tx, memberId, 1);
    if (!mayCheckIn(last, today)) return this.before(tx, memberId, last!);
    const fresh = { day: today, streak: streakOn(last, today), at };
    if (!(await this.desk.checkIns.add(tx, memberId, fresh))) return this.before(tx, memberId, fresh);
    const { day, streak } = fresh;
    const reference = checkInReference(memberId, day);
    const [given] = await this.judge.execute(tx, [
      { memberId, trigger: 'check-in', reference, at, channel: 'mini-program', event: { streak } },
    ]);
    await this.outbox.append(tx, [
      domainEvent('loyalty.checked-in.v1', { memberId, day, streak, at: at.toISOString() }, at),
    ]);
    return { day, streak, again: false, given: given! };
  }

  /** A second try gets the answer of the first; a rule that began since then does not speak for a day that is over. */
  private async before(tx: Tx, memberId: MemberId, { day, streak }: CheckedDay): Promise<CheckInResult> {
    const reference = checkInReference(memberId, day);
    const entry = await this.desk.paid(tx, reference);
    return { day, streak, again: true, given: entry ? judgedBefore(entry) : nothingFor(memberId, reference) };
  }
}
