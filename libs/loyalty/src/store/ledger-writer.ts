import type { Clock } from '@fanloop/kernel';
import { CLOCK, chunks, type Tx } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { derivedTable, expectRows, numeric, ROWS_PER_STATEMENT } from './bulk-update';
import type { LedgerBatch } from './ledger-batch';
import { writeTiers } from './tier-columns';

/**
 * Writes a batch in a few statements: accounts first, then the journal. Balances change by differences, and only where
 * the row is still as it was locked and stays above zero; every count of affected rows is checked.
 */
@Injectable()
export class LedgerWriter {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  async write(tx: Tx, batch: LedgerBatch): Promise<void> {
    await this.updateAccounts(tx, batch);
    await this.insertEntries(tx, batch);
    await this.endByInactivity(tx, batch);
    await this.insertLots(tx, batch);
    await this.updateLots(tx, batch);
    await batch.counters?.write(tx);
    await writeTiers(tx, batch);
  }

  protected async updateAccounts(tx: Tx, batch: LedgerBatch): Promise<void> {
    for (const part of chunks(batch.changed(), ROWS_PER_STATEMENT)) {
      const rows = part.map(({ before, after }) => [
        numeric(after.memberId),
        before.seq,
        after.seq - before.seq,
        after.available - before.available,
        after.pending - before.pending,
        after.debt - before.debt,
        after.lotCount - before.lotCount,
        after.headHash,
        after.nextExpiryAt,
        after.nextActivationAt,
        after.inactivityEndsAt,
        after.inactivityMonths,
        after.tier.code,
        after.tierSince,
        after.tier.day,
        after.birthday,
        after.inviterId,
        after.closedAt,
      ]);
      const { sql, params } = derivedTable(ACCOUNT_COLUMNS, rows);
      const { affectedRows } = await tx.execute(
        `UPDATE loyalty_points_account a JOIN ${sql} d ON d.member_id = a.member_id
            SET a.available = a.available + d.d_available, a.pending = a.pending + d.d_pending, a.debt = a.debt + d.d_debt,
                a.seq = a.seq + d.d_seq, a.lot_count = a.lot_count + d.d_lots,
                a.head_hash = d.head_hash, a.next_expiry_at = d.next_expiry_at, a.next_activation_at = d.next_activation_at,
                a.inactivity_ends_at = d.inactivity_ends_at, a.inactivity_months = d.inactivity_months, a.tier_code = d.tier_code, a.tier_since = d.tier_since,
                a.tier_day = d.tier_day, a.birthday = d.birthday, a.inviter_id = d.inviter_id, a.closed_at = d.closed_at
          WHERE a.seq = d.seq_before AND a.available + d.d_available >= 0 AND a.pending + d.d_pending >= 0
            AND a.debt + d.d_debt >= 0`,
        params,
      );
      expectRows('loyalty_points_account', affectedRows, part.length);
    }
  }

  protected async insertEntries(tx: Tx, batch: LedgerBatch): Promise<void> {
    const recordedAt = this.clock.now();
    for (const part of chunks(batch.entries, ROWS_PER_STATEMENT)) {
      const rows = part.map((entry) => [
        entry.memberId,
        entry.seq,
        entry.kind,
        entry.points,
        entry.pending,
        entry.balanceAfter,
        entry.lots,
        entry.reference,
        entry.actor,
        entry.reason,
        entry.storeId,
        entry.trace,
        entry.at,
        recordedAt,
        entry.prevHash,
        entry.hash,
      ]);
      await tx.execute(
        `INSERT INTO loyalty_entry (member_id, seq, kind, points, pending, balance_after, lots, reference, actor, reason,
           store_id, trace, at, recorded_at, prev_hash, hash) VALUES ?`,
        [rows],
      );
    }
  }

  protected async insertLots(tx: Tx, batch: LedgerBatch): Promise<void> {
    for (const part of chunks(batch.newLots, ROWS_PER_STATEMENT)) {
      const rows = part.map(({ memberId, lot }) => [
        memberId,
        lot.lotNo,
        lot.earned,
        lot.remaining,
        lot.pending,
        lot.activateAt,
        lot.activateOn,
        lot.expiresAt,
        lot.byInactivity ? 1 : 0,
        lot.expireAfterDays,
        lot.source,
        lot.storeId,
      ]);
      await tx.execute(
        `INSERT INTO loyalty_lot (member_id, lot_no, earned, remaining, pending, activate_at, activate_on, expires_at,
           by_inactivity, expire_after_days, source, store_id) VALUES ?`,
        [rows],
      );
    }
  }

  /** Points whose time ran out while the member was away keep that end, whatever the member does from now on. */
  private async endByInactivity(tx: Tx, batch: LedgerBatch): Promise<void> {
    for (const [memberId, at] of batch.clocksRunOut)
      await tx.execute(
        `UPDATE loyalty_lot SET by_inactivity = 0, expires_at = CASE WHEN expires_at > ? THEN expires_at ELSE ? END
          WHERE member_id = ? AND by_inactivity = 1 AND remaining > 0 AND pending = 0`,
        [at, at, memberId],
      );
  }

  protected async updateLots(tx: Tx, batch: LedgerBatch): Promise<void> {
    for (const part of chunks(batch.lotChanges, ROWS_PER_STATEMENT)) {
      const rows = part.map(({ memberId, change }) => [
        numeric(memberId),
        change.lotNo,
        change.remaining,
        change.pending,
        change.expired,
        change.clawedBack,
        change.expiresAt,
      ]);
      const { sql, params } = derivedTable(LOT_COLUMNS, rows);
      const { affectedRows } = await tx.execute(
        `UPDATE loyalty_lot l JOIN ${sql} d ON d.member_id = l.member_id AND d.lot_no = l.lot_no
            SET l.remaining = l.remaining + d.d_remaining, l.pending = l.pending + d.d_pending,
                l.expired = l.expired + d.d_expired, l.clawed_back = l.clawed_back + d.d_clawed,
                l.expires_at = COALESCE(d.expires_at, l.expires_at)
          WHERE l.remaining + d.d_remaining BETWEEN 0 AND l.earned AND l.pending + d.d_pending BETWEEN 0 AND l.earned`,
        params,
      );
      expectRows('loyalty_lot', affectedRows, part.length);
    }
  }
}

const ACCOUNT_COLUMNS = [
  'member_id',
  'seq_before',
  'd_seq',
  'd_available',
  'd_pending',
  'd_debt',
  'd_lots',
  'head_hash',
  'next_expiry_at',
  'next_activation_at',
  'inactivity_ends_at',
  'inactivity_months',
  'tier_code',
  'tier_since',
  'tier_day',
  'birthday',
  'inviter_id',
  'closed_at',
];
const LOT_COLUMNS = ['member_id', 'lot_no', 'd_remaining', 'd_pending', 'd_expired', 'd_clawed', 'expires_at'];
