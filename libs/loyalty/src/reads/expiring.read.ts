import type { Clock, MemberId, Points } from '@fanloop/kernel';
import { addDays } from '@fanloop/kernel';
import { CLOCK, num, Reader } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';

export interface ExpiringPoints {
  readonly points: Points;
  readonly expiresAt: Date;
}

/** What a member's lots will lose, and when: the nearest first. */
@Injectable()
export class ExpiringRead {
  constructor(
    private readonly reader: Reader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(memberId: MemberId, withinDays: number): Promise<ExpiringPoints[]> {
    const now = this.clock.now();
    const rows = await this.reader.query<{ points: string; expires_at: Date }>(
      `SELECT SUM(remaining) AS points, expires_at FROM loyalty_lot
        WHERE member_id = ? AND remaining > 0 AND expires_at > ? AND expires_at <= ?
        GROUP BY expires_at ORDER BY expires_at`,
      [memberId, now, addDays(now, withinDays)],
    );
    return rows.map((row) => ({ points: num(row.points), expiresAt: row.expires_at }));
  }
}
