import { domainEvent } from '@fanloop/events';
import type { Clock } from '@fanloop/kernel';
import { CLOCK, type Tx } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { type Day, daysBetween, plusDays } from '../rules/calendar/days';
import { reminderDue } from '../rules/reminders';
import { BrandTime } from '../store/brand-time';
import { type EndOfDay, ExpiryReminders } from '../store/expiry-reminders';
import { ProgrammeRepository } from '../store/programme.repository';
import { SweepTools } from './sweep-tools';

const MEMBERS_PER_TRANSACTION = 200;

/**
 * The nightly sweep that tells members of points that are about to die: once per member, day of death and reminder, with the points
 * as they are when it is told. Bounded transactions; it may be stopped anywhere, be late, or run twice at once.
 */
@Injectable()
export class RemindOfExpiry {
  constructor(
    private readonly work: SweepTools,
    private readonly programmes: ProgrammeRepository,
    private readonly reminders: ExpiryReminders,
    private readonly time: BrandTime,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ now = this.clock.now() }: { readonly now?: Date } = {}): Promise<{ told: number }> {
    const { reminderDays } = (await this.programmes.current(this.work.reader)).settings;
    const today = this.time.day(now);
    let told = 0;
    for (let daysLeft = 0; daysLeft <= Math.max(-1, ...reminderDays); daysLeft += 1) {
      const daysBefore = reminderDue(reminderDays, daysLeft);
      if (daysBefore !== null) told += await this.tell({ ...this.endOf(plusDays(today, daysLeft)), daysBefore }, now);
    }
    return { told };
  }

  private endOf(day: Day): Omit<EndOfDay, 'daysBefore'> {
    return { day, after: this.time.startOf(day), until: this.time.endOf(day) };
  }

  private async tell(end: EndOfDay, now: Date): Promise<number> {
    let told = 0;
    for (let after = '0'; ; ) {
      const ids = await this.reminders.candidates(this.work.reader, end, after, MEMBERS_PER_TRANSACTION);
      if (ids.length === 0) return told;
      told += await this.work.unitOfWork.run((tx) => this.tellMembers(tx, end, ids, now));
      after = ids.at(-1)!;
    }
  }

  private async tellMembers(tx: Tx, end: EndOfDay, ids: readonly string[], now: Date): Promise<number> {
    const fresh = await this.reminders.claim(tx, end, ids, now);
    const daysLeft = daysBetween(this.time.day(now), end.day);
    const at = now.toISOString();
    const events = fresh.map(({ memberId, points }) =>
      domainEvent(
        'loyalty.points-expiring.v1',
        { memberId, points, expiresAt: end.until.toISOString(), daysLeft, at },
        now,
      ),
    );
    await this.work.outbox.append(tx, events);
    return fresh.length;
  }
}
