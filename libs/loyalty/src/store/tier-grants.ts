import type { MemberId } from '@fanloop/kernel';
import type { Queryable, Tx } from '@fanloop/platform';
import type { Day } from '../rules/calendar/days';

export interface NewGrant {
  readonly memberId: MemberId;
  readonly code: string;
  readonly from: Day;
  readonly until: Day;
  readonly reason: string;
  /** Null: by hand. Else what gives it, `card:AB12`: a member has one open grant of each reference. */
  readonly reference: string | null;
  /** `staff:12`. */
  readonly by: string;
  readonly at: Date;
}

export interface Grant extends NewGrant {
  readonly id: string;
  /** Ended by a person before its time. */
  readonly ended: { readonly at: Date; readonly by: string; readonly reason: string } | null;
}

/** Needs the lock of the member's account, as all of this file. */
export const insertGrant = async (tx: Tx, grant: NewGrant): Promise<string> => {
  const { insertId } = await tx.execute(
    `INSERT INTO loyalty_tier_grant (member_id, code, from_day, until_day, reason, reference, actor, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    [grant.memberId, grant.code, grant.from, grant.until, grant.reason, grant.reference, grant.by, grant.at],
  );
  return insertId;
};

export type OpenGrant = Pick<Grant, 'id' | 'code' | 'until' | 'reference'>;

/** Grants of a member that go on today, also those that a higher one covers. */
export const openGrants = (tx: Tx, memberId: MemberId, today: Day): Promise<OpenGrant[]> =>
  tx.query<OpenGrant>(
    `SELECT id, code, until_day AS until, reference FROM loyalty_tier_grant
      WHERE member_id = ? AND ended_at IS NULL AND until_day >= ? ORDER BY id`,
    [memberId, today],
  );

/** Marks open grants as ended before their time. */
export const endGrants = async (
  tx: Tx,
  grants: readonly OpenGrant[],
  end: { readonly at: Date; readonly by: string; readonly reason: string },
): Promise<void> => {
  if (grants.length === 0) return;
  await tx.execute(
    'UPDATE loyalty_tier_grant SET ended_at = ?, ended_by = ?, end_reason = ? WHERE id IN (?) AND ended_at IS NULL',
    [end.at, end.by, end.reason, grants.map(({ id }) => id)],
  );
};

/** Reasons are written by people about people: they go when the member does. */
export const forgetReasons = async (tx: Tx, ids: readonly MemberId[]): Promise<void> => {
  if (ids.length === 0) return;
  await tx.execute(
    "UPDATE loyalty_tier_grant SET reason = '', end_reason = CASE WHEN ended_at IS NULL THEN NULL ELSE '' END WHERE member_id IN (?)",
    [ids],
  );
  await tx.execute(
    "UPDATE loyalty_tier_change SET why = '手动授予' WHERE member_id IN (?) AND kind IN ('grant', 'grant-end')",
    [ids],
  );
};

/** The newest first. */
export const grantsOf = async (db: Queryable, memberId: MemberId, limit: number): Promise<Grant[]> => {
  const rows = await db.query<{
    id: string;
    member_id: string;
    code: string;
    from_day: Day;
    until_day: Day;
    reason: string;
    reference: string | null;
    actor: string;
    at: Date;
    ended_at: Date | null;
    ended_by: string | null;
    end_reason: string | null;
  }>('SELECT * FROM loyalty_tier_grant WHERE member_id = ? ORDER BY id DESC LIMIT ?', [memberId, limit]);
  return rows.map((row) => ({
    id: row.id,
    memberId: row.member_id,
    code: row.code,
    from: row.from_day,
    until: row.until_day,
    reason: row.reason,
    reference: row.reference,
    by: row.actor,
    at: row.at,
    ended: row.ended_at ? { at: row.ended_at, by: row.ended_by ?? '', reason: row.end_reason ?? '' } : null,
  }));
};
