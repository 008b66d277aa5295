import { ascending, type MemberId } from '@fanloop/kernel';
import type { Queryable, Tx } from '@fanloop/platform';
import { num } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { Day } from '../rules/calendar/days';
import { type Account, GENESIS, type Lot } from '../rules/ledger/account';
import { LOT_END } from './lot-end';
import { type TierColumns, tierOf } from './tier-columns';

export interface Opening {
  readonly at: Date;
  readonly day: Day;
  readonly tierCode: string | null;
}

interface AccountRow extends TierColumns {
  member_id: string;
  available: number;
  pending: number;
  debt: number;
  seq: number;
  head_hash: string;
  lot_count: number;
  next_expiry_at: Date | null;
  next_activation_at: Date | null;
  inactivity_ends_at: Date | null;
  inactivity_months: number | null;
  tier_since: Date | null;
  birthday: string | null;
  inviter_id: string | null;
  opened_at: Date;
  closed_at: Date | null;
}

interface LotRow {
  member_id: string;
  lot_no: number;
  earned: number;
  remaining: number;
  pending: number;
  expired: number;
  clawed_back: number;
  activate_at: Date | null;
  activate_on: string | null;
  ends_at: Date | null;
  by_inactivity: number;
  expire_after_days: number | null;
  source: string;
  store_id: string | null;
}

const LOTS = `SELECT l.member_id, l.lot_no, l.earned, l.remaining, l.pending, l.expired, l.clawed_back, l.activate_at, l.activate_on,
    ${LOT_END} AS ends_at, l.by_inactivity, l.expire_after_days, l.source, l.store_id
  FROM loyalty_lot l JOIN loyalty_points_account a ON a.member_id = l.member_id`;

/** Account rows and their lots. An account is locked before anything of its member is read for a change. */
@Injectable()
export class AccountRepository {
  /** Locks the accounts in ascending order; missing ones are left out. */
  async lock(tx: Tx, ids: Iterable<MemberId>): Promise<Map<MemberId, Account>> {
    const wanted = ascending(ids);
    if (wanted.length === 0) return new Map();
    return byMember(
      await tx.query<AccountRow>(
        'SELECT * FROM loyalty_points_account WHERE member_id IN (?) ORDER BY member_id FOR UPDATE',
        [wanted],
      ),
    );
  }

  /** Locks the accounts and opens those that are missing, still in ascending order. */
  async lockOrOpen(tx: Tx, openings: ReadonlyMap<MemberId, Opening>): Promise<Map<MemberId, Account>> {
    const ids = ascending(openings.keys());
    if (ids.length === 0) return new Map();
    const [found] = await tx.query<{ n: string }>(
      'SELECT COUNT(*) AS n FROM loyalty_points_account WHERE member_id IN (?)',
      [ids],
    );
    if (num(found?.n) < ids.length) await this.open(tx, ids, openings);
    return this.lock(tx, ids);
  }

  async read(db: Queryable, ids: readonly MemberId[]): Promise<Map<MemberId, Account>> {
    if (ids.length === 0) return new Map();
    return byMember(await db.query<AccountRow>('SELECT * FROM loyalty_points_account WHERE member_id IN (?)', [ids]));
  }

  /** Lots that still matter to a change: those with points left or pending, and those of one source. By member. */
  async lots(db: Queryable, ids: readonly MemberId[], source: string | null = null): Promise<Map<MemberId, Lot[]>> {
    return groupLots(
      await db.query<LotRow>(
        `${LOTS} WHERE l.member_id IN (?) AND (l.remaining > 0 OR l.pending > 0 OR l.source = ?) ORDER BY l.member_id, l.lot_no`,
        [ids, source ?? ''],
      ),
    );
  }

  async lotsByNumber(db: Queryable, memberId: MemberId, numbers: readonly number[]): Promise<Lot[]> {
    if (numbers.length === 0) return [];
    const rows = await db.query<LotRow>(`${LOTS} WHERE l.member_id = ? AND l.lot_no IN (?)`, [memberId, numbers]);
    return rows.map(toLot);
  }

  /** Every lot, also the empty ones: for the proof. */
  async allLots(db: Queryable, ids: readonly MemberId[]): Promise<Map<MemberId, Lot[]>> {
    return groupLots(await db.query<LotRow>(`${LOTS} WHERE l.member_id IN (?) ORDER BY l.member_id, l.lot_no`, [ids]));
  }

  /** One statement for all ids, also those that exist: so the row locks are taken in ascending order. */
  private async open(tx: Tx, ids: readonly MemberId[], openings: ReadonlyMap<MemberId, Opening>): Promise<void> {
    const rows = ids.map((id) => {
      const { at, day, tierCode } = openings.get(id)!;
      return [id, GENESIS, tierCode, at, day, tierCode, day, at];
    });
    await tx.execute(
      `INSERT INTO loyalty_points_account (member_id, head_hash, tier_code, tier_since, tier_day, tier_earned, tier_from, opened_at) VALUES ?
       ON DUPLICATE KEY UPDATE member_id = VALUES(member_id)`,
      [rows],
    );
  }
}

const byMember = (rows: readonly AccountRow[]): Map<MemberId, Account> =>
  new Map(rows.map((row) => [row.member_id, toAccount(row)]));

const groupLots = (rows: readonly LotRow[]): Map<MemberId, Lot[]> => {
  const lots = new Map<MemberId, Lot[]>();
  for (const row of rows) {
    const list = lots.get(row.member_id);
    if (list) list.push(toLot(row));
    else lots.set(row.member_id, [toLot(row)]);
  }
  return lots;
};

const toAccount = (row: AccountRow): Account => ({
  memberId: row.member_id,
  available: row.available,
  pending: row.pending,
  debt: row.debt,
  seq: row.seq,
  headHash: row.head_hash,
  lotCount: row.lot_count,
  nextExpiryAt: row.next_expiry_at,
  nextActivationAt: row.next_activation_at,
  inactivityEndsAt: row.inactivity_ends_at,
  inactivityMonths: row.inactivity_months,
  tier: tierOf(row),
  tierSince: row.tier_since,
  birthday: row.birthday,
  inviterId: row.inviter_id,
  openedAt: row.opened_at,
  closedAt: row.closed_at,
});

const toLot = (row: LotRow): Lot => ({
  lotNo: row.lot_no,
  earned: row.earned,
  remaining: row.remaining,
  pending: row.pending,
  expired: row.expired,
  clawedBack: row.clawed_back,
  activateAt: row.activate_at,
  activateOn: row.activate_on,
  expiresAt: row.ends_at,
  byInactivity: row.by_inactivity === 1,
  expireAfterDays: row.expire_after_days,
  source: row.source,
  storeId: row.store_id,
});
