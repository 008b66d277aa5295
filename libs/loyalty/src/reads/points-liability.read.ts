import { addMs, type Clock, type MemberId, type StoreId } from '@fanloop/kernel';
import { CLOCK, num, Reader } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { type Liability, LiabilityTally } from '../rules/reports/liability';
import { BrandTime } from '../store/brand-time';
import { LOT_END } from '../store/lot-end';
import { ProgrammeRepository } from '../store/programme.repository';

const ACCOUNTS_PER_READ = 2_000;

interface Row {
  kind: 'lots' | 'accounts';
  ends_at: Date | null;
  store_id: StoreId | null;
  points: string;
  pending: string;
  debt: string;
  n: string;
}

/**
 * What the brand owes its members in points: by the month in which they die and by the store that gave them, in portions of
 * accounts. Lots and accounts of a portion are read by one statement, so that they are of one moment and the totals agree.
 */
@Injectable()
export class PointsLiabilityRead {
  constructor(
    private readonly reader: Reader,
    private readonly programmes: ProgrammeRepository,
    private readonly time: BrandTime,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(): Promise<Liability & { readonly at: Date; readonly fenPer100Points: number }> {
    const at = this.clock.now();
    const { settings } = await this.programmes.current(this.reader);
    const tally = new LiabilityTally();
    for (let after: MemberId = '0'; ; ) {
      const upTo = await this.endOfPortion(after);
      if (upTo === null) break;
      for (const row of await this.portion(after, upTo)) this.count(tally, row, at);
      after = upTo;
    }
    const { fenPer100Points } = settings;
    return { ...tally.result(fenPer100Points), at, fenPer100Points };
  }

  private count(tally: LiabilityTally, row: Row, now: Date): void {
    if (row.kind === 'accounts') {
      tally.addAccounts(num(row.n), num(row.debt));
      return;
    }
    const month = this.monthOf(row.ends_at, now);
    tally.add({ month, storeId: row.store_id, points: num(row.points), pending: num(row.pending) });
  }

  private monthOf(endsAt: Date | null, now: Date): string {
    if (endsAt === null) return 'never';
    return endsAt <= now ? 'over' : this.time.day(addMs(endsAt, -1)).slice(0, 7);
  }

  private async endOfPortion(after: MemberId): Promise<MemberId | null> {
    const row = await this.reader.one<{ id: MemberId | null }>(
      `SELECT MAX(member_id) AS id FROM (SELECT member_id FROM loyalty_points_account WHERE member_id > ?
         ORDER BY member_id LIMIT ?) few`,
      [after, ACCOUNTS_PER_READ],
    );
    return row?.id ?? null;
  }

  private portion(after: MemberId, upTo: MemberId): Promise<Row[]> {
    const ids = [after, upTo];
    return this.reader.query<Row>(
      `SELECT 'lots' AS kind, ends_at, store_id, SUM(remaining) AS points, SUM(pending) AS pending, 0 AS debt, 0 AS n FROM (
         SELECT ${LOT_END} AS ends_at, l.store_id, l.remaining, l.pending
           FROM loyalty_lot l JOIN loyalty_points_account a ON a.member_id = l.member_id
          WHERE l.member_id > ? AND l.member_id <= ? AND (l.remaining > 0 OR l.pending > 0)) open_lots
       GROUP BY ends_at, store_id
       UNION ALL
       SELECT 'accounts', NULL, NULL, SUM(available), SUM(pending), SUM(debt), COUNT(*)
         FROM loyalty_points_account WHERE member_id > ? AND member_id <= ?`,
      [...ids, ...ids],
    );
  }
}
