import { num, type Queryable } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { daysBetween, type PurchaseSummary, shiftDate } from '../rules/rfm';

export interface Window {
  /** Last business day that counts, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly days: number;
}

/** Facts of one member that are not purchases of the window. */
export interface MemberRow {
  readonly memberId: string;
  readonly joinedOn: string | null;
  readonly likes: number;
  readonly comments: number;
  readonly joined: number;
  readonly attended: number;
  readonly invitedBuyers: number;
  readonly topCategory: string | null;
}

const isoDate = (date: Date | null): string | null => (date ? date.toISOString().slice(0, 10) : null);

/** The whole population at an as-of date, by business days: a window of 365 days is 365 calendar days of the brand. */
@Injectable()
export class PopulationRepository {
  async purchaseSummaries(db: Queryable, window: Window): Promise<PurchaseSummary[]> {
    const rows = await db.query<{ member_id: string; last_date: Date; n: string; net: string }>(
      `SELECT member_id, MAX(business_date) AS last_date, COUNT(*) AS n, SUM(paid_fen - refunded_fen) AS net
         FROM tagging_purchase_fact
        WHERE business_date > ? AND business_date <= ? AND member_id IS NOT NULL AND wholly_refunded = 0
        GROUP BY member_id`,
      [shiftDate(window.asOf, -window.days), window.asOf],
    );
    return rows.map((row) => ({
      memberId: row.member_id,
      recencyDays: daysBetween(isoDate(row.last_date)!, window.asOf),
      frequency: num(row.n),
      netFen: num(row.net),
    }));
  }

  /** Members that are not closed, after `afterId`, in ascending order of id. */
  async memberIds(db: Queryable, afterId: string, limit: number): Promise<string[]> {
    const rows = await db.query<{ member_id: string }>(
      'SELECT member_id FROM tagging_member_facts WHERE member_id > ? AND closed = 0 ORDER BY member_id LIMIT ?',
      [afterId, limit],
    );
    return rows.map((row) => row.member_id);
  }

  async count(db: Queryable): Promise<number> {
    const [row] = await db.query<{ n: string }>('SELECT COUNT(*) AS n FROM tagging_member_facts WHERE closed = 0');
    return num(row?.n);
  }

  /** `until` is the first instant after the as-of day. */
  async members(db: Queryable, memberIds: readonly string[], until: Date): Promise<MemberRow[]> {
    const since = (days: number): Date => new Date(until.getTime() - days * 86_400_000);
    const base = await db.query<{ member_id: string; joined_on: Date | null }>(
      'SELECT member_id, joined_on FROM tagging_member_facts WHERE member_id IN (?) ORDER BY member_id',
      [memberIds],
    );
    const deeds = await db.query<{ member_id: string; kind: string; n: string }>(
      `SELECT member_id, kind, COUNT(*) AS n FROM tagging_interaction
        WHERE member_id IN (?) AND active = 1 AND at < ? AND at >= IF(kind IN ('like', 'comment'), ?, ?)
        GROUP BY member_id, kind`,
      [memberIds, until, since(90), since(365)],
    );
    const invited = await db.query<{ inviter: string; n: string }>(
      `SELECT inviter_member_id AS inviter, COUNT(*) AS n FROM tagging_member_facts
        WHERE inviter_member_id IN (?) AND purchases > 0 GROUP BY inviter_member_id`,
      [memberIds],
    );
    const tastes = await this.topCategories(db, memberIds);
    const count = (memberId: string, kind: string): number =>
      num(deeds.find((row) => row.member_id === memberId && row.kind === kind)?.n);
    return base.map((row) => ({
      memberId: row.member_id,
      joinedOn: isoDate(row.joined_on),
      likes: count(row.member_id, 'like'),
      comments: count(row.member_id, 'comment'),
      joined: count(row.member_id, 'joined'),
      attended: count(row.member_id, 'attended'),
      invitedBuyers: num(invited.find((candidate) => candidate.inviter === row.member_id)?.n),
      topCategory: tastes.get(row.member_id)?.[0] ?? null,
    }));
  }

  /** Up to three categories of each member, the most bought and kept first; equal counts by name. */
  async topCategories(db: Queryable, memberIds: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await db.query<{ member_id: string; category: string }>(
      `SELECT c.member_id, c.category, SUM(c.quantity - c.returned) AS kept
         FROM tagging_category_fact c JOIN tagging_purchase_fact p ON p.purchase_id = c.purchase_id AND p.wholly_refunded = 0
        WHERE c.member_id IN (?) GROUP BY c.member_id, c.category HAVING kept > 0
        ORDER BY c.member_id, kept DESC, c.category`,
      [memberIds],
    );
    const result = new Map<string, string[]>();
    for (const row of rows) {
      const list = result.get(row.member_id) ?? [];
      if (list.length < 3) result.set(row.member_id, [...list, row.category]);
    }
    return result;
  }
}
