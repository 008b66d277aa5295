import type { CouponId, Day, Fen, MemberId } from '@fanloop/kernel';
import { num, numOrNull, type Queryable, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { CardState, HeldCard, RefundCause } from '../rules/card';
import type { Period } from '../rules/period';

export interface Card extends HeldCard {
  readonly cardId: string;
  readonly cardNo: string;
  readonly planId: string;
  readonly version: number;
  readonly memberId: MemberId;
  readonly priceFen: Fen;
  readonly tierCode: string;
  readonly paymentNo: string;
  readonly orderedAt: Date;
  readonly paidAt: Date | null;
  readonly anchorOn: Day | null;
  readonly anchorMonths: number | null;
  /** The card that it renews. */
  readonly followsId: string | null;
  readonly refundFen: Fen | null;
}

export type NewCard = Pick<Card, 'cardNo' | 'planId' | 'version' | 'memberId' | 'priceFen' | 'tierCode' | 'paymentNo'>;

export interface Beginning extends Period {
  readonly state: 'upcoming' | 'active';
  readonly followsId: string | null;
  readonly paidAt: Date;
}

export interface GivenBack {
  readonly amountFen: Fen;
  readonly cause: RefundCause;
  readonly note: string | null;
  readonly at: Date;
}

export interface GivenCoupon {
  readonly couponId: CouponId;
  readonly worthFen: Fen;
}

const COLUMNS = `id AS cardId, card_no AS cardNo, plan_id AS planId, version, member_id AS memberId, state,
  price_fen AS priceFen, tier_code AS tierCode, payment_no AS paymentNo, ordered_at AS orderedAt, paid_at AS paidAt,
  starts_on AS startsOn, last_on AS lastOn, anchor_on AS anchorOn, anchor_months AS anchorMonths, follows_id AS followsId,
  refund_fen AS refundFen`;

const toCard = (row: Card): Card => ({
  ...row,
  version: num(row.version),
  priceFen: num(row.priceFen),
  anchorMonths: numOrNull(row.anchorMonths),
  refundFen: numOrNull(row.refundFen),
});

/** Cards. Every change of state is a conditional statement whose count is checked by the caller. */
@Injectable()
export class CardRepository {
  /** The member's cards belong to this transaction until its end. The first lock of every deed. */
  async lockHolder(tx: Tx, memberId: MemberId): Promise<void> {
    await tx.execute(
      'INSERT INTO memberships_holder (member_id) VALUES (?) ON DUPLICATE KEY UPDATE member_id = member_id',
      [memberId],
    );
  }

  async byNumber(from: Queryable, cardNo: string): Promise<Card | null> {
    const [row] = await from.query<Card>(`SELECT ${COLUMNS} FROM memberships_card WHERE card_no = ?`, [cardNo]);
    return row ? toCard(row) : null;
  }

  /** One card as it is now, whatever became of it. */
  async lockByNumber(tx: Tx, cardNo: string): Promise<Card> {
    const [row] = await tx.query<Card>(`SELECT ${COLUMNS} FROM memberships_card WHERE card_no = ? FOR UPDATE`, [
      cardNo,
    ]);
    if (!row) throw new Error(`card ${cardNo} is gone`);
    return toCard(row);
  }

  /** Those that wait, run, or are to begin, the oldest first. Under the holder's lock. */
  async lockOpen(tx: Tx, memberId: MemberId): Promise<Card[]> {
    const rows = await tx.query<Card>(
      `SELECT ${COLUMNS} FROM memberships_card
        WHERE member_id = ? AND state IN ('ordered', 'upcoming', 'active') ORDER BY id FOR UPDATE`,
      [memberId],
    );
    return rows.map(toCard);
  }

  /** The same without a lock, for screens. */
  async openOf(from: Queryable, memberId: MemberId): Promise<Card[]> {
    const rows = await from.query<Card>(
      `SELECT ${COLUMNS} FROM memberships_card
        WHERE member_id = ? AND state IN ('ordered', 'upcoming', 'active') ORDER BY id`,
      [memberId],
    );
    return rows.map(toCard);
  }

  async insert(tx: Tx, card: NewCard, at: Date): Promise<string> {
    const written = await tx.execute(
      `INSERT INTO memberships_card (card_no, plan_id, version, member_id, price_fen, tier_code, payment_no, ordered_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      [card.cardNo, card.planId, card.version, card.memberId, card.priceFen, card.tierCode, card.paymentNo, at],
    );
    return written.insertId;
  }

  /** The order is paid. False when it was no open order. */
  async open(tx: Tx, cardId: string, beginning: Beginning): Promise<boolean> {
    const { state, startsOn, lastOn, anchorOn, anchorMonths, followsId, paidAt } = beginning;
    const written = await tx.execute(
      `UPDATE memberships_card SET state = ?, open_order = NULL, paid_at = ?, starts_on = ?, last_on = ?, anchor_on = ?,
              anchor_months = ?, follows_id = ? WHERE id = ? AND state = 'ordered'`,
      [state, paidAt, startsOn, lastOn, anchorOn, anchorMonths, followsId, cardId],
    );
    return written.affectedRows === 1;
  }

  /** A renewal whose first day has come. */
  async begin(tx: Tx, cardId: string): Promise<boolean> {
    const written = await tx.execute(
      "UPDATE memberships_card SET state = 'active' WHERE id = ? AND state = 'upcoming'",
      [cardId],
    );
    return written.affectedRows === 1;
  }

  /** Nobody paid. False when it was no open order. */
  async close(tx: Tx, cardNo: string, at: Date): Promise<boolean> {
    const written = await tx.execute(
      `UPDATE memberships_card SET state = 'closed', open_order = NULL, ended_at = ?
        WHERE card_no = ? AND state = 'ordered'`,
      [at, cardNo],
    );
    return written.affectedRows === 1;
  }

  /** Its last day is over; those of `cardIds` that were running. */
  async end(tx: Tx, cardIds: readonly string[], at: Date): Promise<number> {
    const written = await tx.execute(
      "UPDATE memberships_card SET state = 'ended', ended_at = ? WHERE id IN (?) AND state IN ('active', 'upcoming')",
      [at, cardIds],
    );
    return written.affectedRows;
  }

  /** Given back. False when it had been given back before, or is over. */
  async giveBack(tx: Tx, cardId: string, from: CardState, { amountFen, cause, note, at }: GivenBack): Promise<boolean> {
    const written = await tx.execute(
      `UPDATE memberships_card SET state = 'refunded', open_order = NULL, ended_at = ?, refund_fen = ?, refund_cause = ?,
              refund_note = ?, paid_at = COALESCE(paid_at, ?) WHERE id = ? AND state = ?`,
      [at, amountFen, cause, note, at, cardId, from],
    );
    return written.affectedRows === 1;
  }

  /** Running cards whose last day is over, and renewals that were slept through; what another sweep holds is passed over. */
  async lockOver(tx: Tx, today: Day, limit: number): Promise<Card[]> {
    const rows = await tx.query<Card>(
      `SELECT ${COLUMNS} FROM memberships_card
        WHERE state IN ('active', 'upcoming') AND last_on < ? ORDER BY last_on, id LIMIT ? FOR UPDATE SKIP LOCKED`,
      [today, limit],
    );
    return rows.map(toCard);
  }

  /** Renewals whose first day has come, by key. */
  async due(from: Queryable, today: Day, after: string, limit: number): Promise<Pick<Card, 'cardId' | 'cardNo'>[]> {
    return from.query<Pick<Card, 'cardId' | 'cardNo'>>(
      `SELECT id AS cardId, card_no AS cardNo FROM memberships_card
        WHERE state = 'upcoming' AND starts_on <= ? AND last_on >= ? AND id > ? ORDER BY id LIMIT ?`,
      [today, today, after, limit],
    );
  }

  async keepCoupons(tx: Tx, cardId: string, given: readonly GivenCoupon[], missed: number): Promise<void> {
    if (given.length > 0)
      await tx.execute('INSERT INTO memberships_card_coupon (card_id, coupon_id, worth_fen) VALUES ?', [
        given.map(({ couponId, worthFen }) => [cardId, couponId, worthFen]),
      ]);
    if (missed > 0) await tx.execute('UPDATE memberships_card SET coupons_missed = ? WHERE id = ?', [missed, cardId]);
  }

  /** The welcome coupons that were given with a card. */
  async couponsOf(from: Queryable, cardId: string): Promise<GivenCoupon[]> {
    return from.query<GivenCoupon>(
      `SELECT coupon_id AS couponId, worth_fen AS worthFen FROM memberships_card_coupon WHERE card_id = ?
        ORDER BY coupon_id`,
      [cardId],
    );
  }

  /** Words that people wrote about a member go with him; amounts stay. */
  async forgetNotes(tx: Tx, memberId: MemberId): Promise<void> {
    await tx.execute('UPDATE memberships_card SET refund_note = NULL WHERE member_id = ?', [memberId]);
  }
}
