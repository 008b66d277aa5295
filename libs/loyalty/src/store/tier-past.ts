import type { MemberId } from '@fanloop/kernel';
import type { Queryable } from '@fanloop/platform';
import type { TierChange } from './ledger-batch';

type Past = Pick<TierChange, 'from' | 'to' | 'at'>;

/** What members' tiers were before: for events of a day that has already been judged. */
export class TierPast {
  private readonly changes = new Map<MemberId, Past[]>();

  /** Changes after an instant; nothing is asked for nobody. */
  static async load(db: Queryable, ids: readonly MemberId[], after: Date): Promise<TierPast> {
    const past = new TierPast();
    if (ids.length === 0) return past;
    const rows = await db.query<{ member_id: string; from_code: string | null; to_code: string | null; at: Date }>(
      `SELECT member_id, from_code, to_code, at FROM loyalty_tier_change
        WHERE member_id IN (?) AND at > ? ORDER BY member_id, id`,
      [ids, after],
    );
    for (const { member_id, from_code, to_code, at } of rows) {
      const known = past.changes.get(member_id);
      const change = { from: from_code, to: to_code, at };
      if (known) known.push(change);
      else past.changes.set(member_id, [change]);
    }
    return past;
  }

  /** The tier at an instant: where the first later change came from. `batch`: changes that are not written yet. */
  codeAt(memberId: MemberId, at: Date, batch: readonly TierChange[], now: string | null): string | null {
    const unwritten = batch.filter((change) => change.memberId === memberId);
    const later = [...(this.changes.get(memberId) ?? []), ...unwritten].filter(
      (change) => change.at > at && change.from !== change.to,
    );
    const first = later.reduce<Past | null>((a, b) => (a && a.at <= b.at ? a : b), null);
    return first ? first.from : now;
  }
}
