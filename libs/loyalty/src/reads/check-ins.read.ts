import type { Clock, MemberId, Points } from '@fanloop/kernel';
import { CLOCK, Reader } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { type Day, plusDays } from '../rules/calendar/days';
import { mayCheckIn, standingStreak, streakOn } from '../rules/calendar/streak';
import { sentenceOf } from '../rules/judging/sentence';
import { CheckInDesk } from '../store/check-in-desk';
import { checkInReference } from '../use-cases/check-in.use-case';
import { type HandedOut, handedOut, judgedBefore } from '../use-cases/judged-event';
import { PreviewEvent } from '../use-cases/preview-event.use-case';

export interface CheckInView {
  /** The brand's business day. */
  readonly day: Day;
  readonly checkedIn: boolean;
  readonly streak: number;
  /** Seven days, the last one today. */
  readonly week: readonly { readonly day: Day; readonly checkedIn: boolean }[];
  /** Whether a rule rewards a check-in at all, and how, in the words of the rules. */
  readonly offered: boolean;
  readonly waysToEarn: readonly string[];
  /** What today's check-in gave; before it, what it would give now. */
  readonly points: Points;
  readonly coupons: number;
}

const WEEK = 7;
const WHOLE_LIFE = 100_000;

/** The check-in card of one member. */
@Injectable()
export class CheckInsRead {
  constructor(
    private readonly reader: Reader,
    private readonly desk: CheckInDesk,
    private readonly preview: PreviewEvent,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async of(memberId: MemberId): Promise<CheckInView> {
    const now = this.clock.now();
    const day = this.desk.time.day(now);
    const rows = await this.desk.checkIns.newest(this.reader, memberId, WEEK);
    const days = new Set(rows.map((row) => row.day));
    const last = rows[0] ?? null;
    const open = mayCheckIn(last, day);
    const { rules, decision } = await this.preview.execute({
      memberId,
      trigger: 'check-in',
      at: now,
      channel: 'mini-program',
      event: { streak: streakOn(last, day) },
    });
    const gives = open
      ? { points: decision?.points ?? 0, rewards: (decision?.steps ?? []).flatMap(handedOut) }
      : await this.gave(memberId, last!.day);
    return {
      day,
      checkedIn: !open,
      streak: standingStreak(last, day),
      week: Array.from({ length: WEEK }, (_, i) => plusDays(day, i - WEEK + 1)).map((each) => ({
        day: each,
        checkedIn: days.has(each),
      })),
      offered: rules.length > 0,
      waysToEarn: rules.map(({ draft }) => sentenceOf(draft)),
      points: gives.points,
      coupons: couponsOf(gives.rewards),
    };
  }

  /** The days of all check-ins, the last one first: for the member's own export. */
  async all(memberId: MemberId): Promise<Day[]> {
    return (await this.desk.checkIns.newest(this.reader, memberId, WHOLE_LIFE)).map(({ day }) => day);
  }

  private async gave(memberId: MemberId, day: Day): Promise<{ points: Points; rewards: readonly HandedOut[] }> {
    const entry = await this.desk.paid(this.reader, checkInReference(memberId, day));
    return entry ? judgedBefore(entry) : { points: 0, rewards: [] };
  }
}

const couponsOf = (rewards: readonly HandedOut[]): number =>
  rewards.reduce((sum, { kind, count }) => (kind === 'coupon' ? sum + count : sum), 0);
