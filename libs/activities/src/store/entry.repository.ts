import type { ActivityId, MemberId } from '@fanloop/kernel';
import { chunks, isDuplicateEntry, type Queryable, randomCode, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { EntryState, Placement } from '../rules/entry';

export interface Entry {
  readonly entryId: string;
  readonly memberId: MemberId;
  readonly entryNo: string;
  readonly state: EntryState;
  readonly queueNo: number;
}

export interface PlacedMember extends Placement {
  readonly memberId: MemberId;
}

const COLUMNS = 'id AS entryId, member_id AS memberId, entry_no AS entryNo, state, queue_no AS queueNo';
/** 10 of 29 characters, 48 random bits: an entry number is read out to a clerk, never looked up by strangers. */
const ENTRY_NO_LENGTH = 10;
const TRIES = 3;

/** Entries. Every change of state is a conditional statement whose count is checked by the caller. */
@Injectable()
export class EntryRepository {
  async ofMembers(tx: Tx, activityId: ActivityId, members: readonly MemberId[]): Promise<Map<MemberId, Entry>> {
    const rows = await tx.query<Entry>(
      `SELECT ${COLUMNS} FROM activities_entry WHERE activity_id = ? AND member_id IN (?)`,
      [activityId, members],
    );
    return new Map(rows.map((row) => [row.memberId, row]));
  }

  async byQueueNo(from: Queryable, activityId: ActivityId, queueNo: number): Promise<Entry | null> {
    const [row] = await from.query<Entry>(
      `SELECT ${COLUMNS} FROM activities_entry WHERE activity_id = ? AND queue_no = ?`,
      [activityId, queueNo],
    );
    return row ?? null;
  }

  async byEntryNo(from: Queryable, activityId: ActivityId, entryNo: string): Promise<Entry | null> {
    const [row] = await from.query<Entry>(
      `SELECT ${COLUMNS} FROM activities_entry WHERE activity_id = ? AND entry_no = ?`,
      [activityId, entryNo],
    );
    return row ?? null;
  }

  /** First entries of persons; answers their numbers, in order. */
  async insert(tx: Tx, activityId: ActivityId, placed: readonly PlacedMember[], now: Date): Promise<string[]> {
    for (let attempt = 1; ; attempt += 1) {
      const drawn = placed.map(() => randomCode(ENTRY_NO_LENGTH));
      const rows = placed.map((one, i) => [activityId, one.memberId, drawn[i], one.state, one.queueNo, now]);
      try {
        await tx.execute(
          'INSERT INTO activities_entry (activity_id, member_id, entry_no, state, queue_no, joined_at) VALUES ?',
          [rows],
        );
        return drawn;
      } catch (error) {
        if (!isDuplicateEntry(error) || attempt === TRIES) throw error;
      }
    }
  }

  /** Brings a cancelled entry back, at the end of the queue. */
  async rejoin(tx: Tx, entryId: string, placement: Placement, now: Date): Promise<boolean> {
    const written = await tx.execute(
      `UPDATE activities_entry SET state = ?, queue_no = ?, joined_at = ?, promoted_at = NULL, cancelled_at = NULL
        WHERE id = ? AND state = 'cancelled'`,
      [placement.state, placement.queueNo, now, entryId],
    );
    return written.affectedRows === 1;
  }

  async cancel(tx: Tx, entryId: string, from: EntryState, now: Date): Promise<boolean> {
    const written = await tx.execute(
      "UPDATE activities_entry SET state = 'cancelled', cancelled_at = ? WHERE id = ? AND state = ?",
      [now, entryId, from],
    );
    return written.affectedRows === 1;
  }

  /** The first `count` of the waiting list, in its order. */
  async firstWaiting(tx: Tx, activityId: ActivityId, count: number): Promise<Entry[]> {
    return tx.query<Entry>(
      `SELECT ${COLUMNS} FROM activities_entry WHERE activity_id = ? AND state = 'waiting'
        ORDER BY queue_no LIMIT ? FOR UPDATE`,
      [activityId, count],
    );
  }

  async promote(tx: Tx, entryIds: readonly string[], now: Date): Promise<boolean> {
    const written = await tx.execute(
      "UPDATE activities_entry SET state = 'joined', promoted_at = ? WHERE id IN (?) AND state = 'waiting'",
      [now, entryIds],
    );
    return written.affectedRows === entryIds.length;
  }

  async attend(tx: Tx, entryId: string, now: Date): Promise<boolean> {
    const written = await tx.execute(
      "UPDATE activities_entry SET state = 'attended', attended_at = ? WHERE id = ? AND state = 'joined'",
      [now, entryId],
    );
    return written.affectedRows === 1;
  }

  /** What became of the coupon for coming. */
  async nameCoupon(
    tx: Tx,
    entryId: string,
    { couponId, refusal }: { readonly couponId: string | null; readonly refusal: string | null },
  ): Promise<void> {
    await tx.execute('UPDATE activities_entry SET coupon_id = ?, coupon_refusal = ? WHERE id = ?', [
      couponId,
      refusal,
      entryId,
    ]);
  }

  /** Cancels all entries of an activity that are in one of the states; answers whose they were. */
  async cancelAll(tx: Tx, activityId: ActivityId, states: readonly EntryState[], now: Date): Promise<MemberId[]> {
    const rows = await tx.query<{ id: string; memberId: MemberId }>(
      'SELECT id, member_id AS memberId FROM activities_entry WHERE activity_id = ? AND state IN (?) ORDER BY id FOR UPDATE',
      [activityId, states],
    );
    for (const part of chunks(rows, 1000))
      await tx.execute("UPDATE activities_entry SET state = 'cancelled', cancelled_at = ? WHERE id IN (?)", [
        now,
        part.map((row) => row.id),
      ]);
    return rows.map((row) => row.memberId);
  }

  /** Activities in which a member has a seat or a place in the waiting list, ascending. */
  async activitiesOf(tx: Tx, memberId: MemberId): Promise<ActivityId[]> {
    const rows = await tx.query<{ activityId: ActivityId }>(
      `SELECT activity_id AS activityId FROM activities_entry WHERE member_id = ? AND state IN ('joined', 'waiting')
        ORDER BY activity_id`,
      [memberId],
    );
    return rows.map((row) => row.activityId);
  }
}
