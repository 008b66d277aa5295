import type { MemberId } from '@fanloop/kernel';
import type { Day } from '../calendar/days';

/** Points by member and business day. */
export class DaySums {
  private readonly byMember = new Map<MemberId, Map<Day, number>>();

  add(memberId: MemberId, day: Day, points: number): void {
    if (points === 0) return;
    let days = this.byMember.get(memberId);
    if (!days) {
      days = new Map();
      this.byMember.set(memberId, days);
    }
    days.set(day, (days.get(day) ?? 0) + points);
  }

  /** Something was added for this member; it may sum to nothing. */
  knows(memberId: MemberId): boolean {
    return this.byMember.has(memberId);
  }

  /** Both days included. */
  sum(memberId: MemberId, from: Day, to: Day): number {
    let sum = 0;
    for (const [day, points] of this.byMember.get(memberId) ?? []) if (day >= from && day <= to) sum += points;
    return sum;
  }
}
