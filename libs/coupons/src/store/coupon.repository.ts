import type { CouponId, MemberId } from '@fanloop/kernel';
import { isDuplicateEntry, num, type Queryable, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { Coupon } from '../rules/coupon';
import type { GivenBack } from '../rules/give-back';
import type { IssueChannel } from '../rules/issue-channel';
import type { CouponState } from '../rules/terms';
import { CouponNumbers } from './coupon-numbers';
import { TermsRepository } from './terms.repository';

export interface NewCoupon {
  readonly templateId: string;
  readonly termsId: string;
  readonly memberId: MemberId;
  readonly ordinal: number;
  readonly validFrom: Date;
  readonly validUntil: Date;
  readonly claimedAt: Date;
  readonly channel: IssueChannel;
}

interface CouponRow {
  id: string;
  coupon_no: string;
  template_id: string;
  terms_id: string;
  member_id: string;
  state: CouponState;
  valid_from: Date;
  valid_until: Date;
  graced: number;
  lock_reference: string | null;
  locked_until: Date | null;
  channel: IssueChannel;
}

const TRIES = 3;

/** Members' coupons. Every change of state is a conditional statement whose count is checked. */
@Injectable()
export class CouponRepository {
  constructor(
    private readonly numbers: CouponNumbers,
    private readonly terms: TermsRepository,
  ) {}

  /** The ordinals that members have taken of one template: a coupon that was given on keeps its giver's place. */
  async ordinals(tx: Tx, templateId: string, members: readonly MemberId[]): Promise<Map<MemberId, number[]>> {
    const rows = await tx.query<{ member_id: string; ordinal: number }>(
      `SELECT member_id, ordinal FROM coupons_coupon WHERE template_id = ? AND member_id IN (?) AND ordinal > 0
       UNION ALL SELECT from_member_id, from_ordinal FROM coupons_gift
        WHERE from_member_id IN (?) AND template_id = ? AND state = 'accepted' AND from_ordinal > 0`,
      [templateId, members, members, templateId],
    );
    const held = new Map<MemberId, number[]>();
    for (const row of rows) held.set(row.member_id, [...(held.get(row.member_id) ?? []), row.ordinal]);
    return held;
  }

  /** Ids and numbers in the order of `coupons`. Numbers that are taken by chance are drawn again (C6). */
  async insert(tx: Tx, coupons: readonly NewCoupon[]): Promise<{ couponId: CouponId; couponNo: string }[]> {
    for (let attempt = 1; ; attempt += 1) {
      const drawn = coupons.map(() => this.numbers.next());
      try {
        await this.write(tx, coupons, drawn);
        return await this.idsOf(tx, drawn);
      } catch (error) {
        if (!isDuplicateEntry(error) || attempt === TRIES) throw error;
      }
    }
  }

  /** Locked in ascending order, with their terms. */
  async lock(tx: Tx, ids: readonly CouponId[]): Promise<Map<CouponId, Coupon>> {
    if (ids.length === 0) return new Map();
    const rows = await tx.query<CouponRow>('SELECT * FROM coupons_coupon WHERE id IN (?) ORDER BY id FOR UPDATE', [
      [...new Set(ids)],
    ]);
    const terms = await this.terms.byIds(
      rows.map((row) => row.terms_id),
      tx,
    );
    return new Map(rows.map((row) => [row.id, toCoupon(row, terms.get(row.terms_id)!.terms)]));
  }

  /** False unless each of them was still unused. */
  async markRedeemed(tx: Tx, ids: readonly CouponId[], at: Date): Promise<boolean> {
    const written = await tx.execute(
      "UPDATE coupons_coupon SET state = 'redeemed', state_at = ? WHERE id IN (?) AND state IN ('claimed', 'locked')",
      [at, ids],
    );
    return written.affectedRows === ids.length;
  }

  async giveBack(tx: Tx, id: CouponId, back: GivenBack, at: Date): Promise<boolean> {
    const written = await tx.execute(
      `UPDATE coupons_coupon SET state = ?, valid_until = ?, graced = ?, state_at = ?, lock_reference = NULL,
              locked_until = NULL
        WHERE id = ? AND state = 'redeemed'`,
      [back.state, back.validUntil, back.graced ? 1 : 0, at, id],
    );
    return written.affectedRows === 1;
  }

  /** Expires up to `limit` unused coupons whose time is over; answers how many. Rows in use are left for the next call. */
  async expireDue(tx: Tx, now: Date, limit: number): Promise<number> {
    const due = await tx.query<{ id: string }>(
      `SELECT id FROM coupons_coupon WHERE state = 'claimed' AND valid_until <= ? ORDER BY valid_until LIMIT ?
          FOR UPDATE SKIP LOCKED`,
      [now, limit],
    );
    if (due.length === 0) return 0;
    const written = await tx.execute(
      "UPDATE coupons_coupon SET state = 'expired', state_at = ? WHERE id IN (?) AND state = 'claimed'",
      [now, due.map((row) => row.id)],
    );
    return written.affectedRows;
  }

  async voidUnused(tx: Tx, members: readonly MemberId[], now: Date): Promise<void> {
    await tx.execute(
      "UPDATE coupons_coupon SET state = 'void', state_at = ? WHERE member_id IN (?) AND state IN ('claimed', 'locked')",
      [now, members],
    );
  }

  async templatesOf(tx: Tx, ids: readonly CouponId[]): Promise<string[]> {
    const rows = await tx.query<{ template_id: string }>(
      'SELECT DISTINCT template_id FROM coupons_coupon WHERE id IN (?) ORDER BY template_id',
      [ids],
    );
    return rows.map((row) => row.template_id);
  }

  async claimTimes(tx: Tx, ids: readonly CouponId[]): Promise<Map<CouponId, Date>> {
    const rows = await tx.query<{ id: string; claimed_at: Date }>(
      'SELECT id, claimed_at FROM coupons_coupon WHERE id IN (?)',
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row.claimed_at]));
  }

  /** Those that members could still use. */
  async countUnused(from: Queryable, templateId: string, now: Date): Promise<number> {
    const [row] = await from.query<{ n: string }>(
      `SELECT COUNT(*) AS n FROM coupons_coupon
        WHERE template_id = ? AND state IN ('claimed', 'locked') AND valid_until > ?`,
      [templateId, now],
    );
    return num(row?.n);
  }

  /** Voids up to `limit` unused coupons of templates that were ended with them; answers how many. */
  async voidEnded(tx: Tx, now: Date, limit: number): Promise<number> {
    const due = await tx.query<{ id: string }>(
      `SELECT c.id FROM coupons_template t JOIN coupons_coupon c ON c.template_id = t.id AND c.state = 'claimed'
        WHERE t.voided = 1 ORDER BY c.id LIMIT ?`,
      [limit],
    );
    if (due.length === 0) return 0;
    await tx.execute("UPDATE coupons_coupon SET state = 'void', state_at = ? WHERE id IN (?) AND state = 'claimed'", [
      now,
      due.map((row) => row.id),
    ]);
    return due.length;
  }

  /**
   * Voids an unused coupon and frees its place in the member's limit: a withdrawn one keeps an ordinal below zero. Under the
   * lock of its template. False when it is used, held, expired or void.
   */
  async withdraw(
    tx: Tx,
    {
      couponId,
      templateId,
      memberId,
      at,
    }: Pick<Coupon, 'couponId' | 'templateId' | 'memberId'> & { readonly at: Date },
  ): Promise<boolean> {
    const [row] = await tx.query<{ lowest: number | null }>(
      'SELECT MIN(ordinal) AS lowest FROM coupons_coupon WHERE template_id = ? AND member_id = ?',
      [templateId, memberId],
    );
    const written = await tx.execute(
      "UPDATE coupons_coupon SET state = 'void', ordinal = ?, state_at = ? WHERE id = ? AND state = 'claimed'",
      [Math.min(0, row?.lowest ?? 0) - 1, at, couponId],
    );
    return written.affectedRows === 1;
  }

  private async write(tx: Tx, coupons: readonly NewCoupon[], drawn: readonly string[]): Promise<void> {
    await tx.execute(
      `INSERT INTO coupons_coupon
         (coupon_no, template_id, terms_id, member_id, ordinal, valid_from, valid_until, claimed_at, state_at, channel)
       VALUES ?`,
      [
        coupons.map((coupon, i) => [
          drawn[i],
          coupon.templateId,
          coupon.termsId,
          coupon.memberId,
          coupon.ordinal,
          coupon.validFrom,
          coupon.validUntil,
          coupon.claimedAt,
          coupon.claimedAt,
          coupon.channel,
        ]),
      ],
    );
  }

  private async idsOf(tx: Tx, drawn: readonly string[]): Promise<{ couponId: CouponId; couponNo: string }[]> {
    const rows = await tx.query<{ id: string; coupon_no: string }>(
      'SELECT id, coupon_no FROM coupons_coupon WHERE coupon_no IN (?)',
      [drawn],
    );
    const ids = new Map(rows.map((row) => [row.coupon_no, row.id]));
    return drawn.map((couponNo) => ({ couponId: ids.get(couponNo)!, couponNo }));
  }
}

const toCoupon = (row: CouponRow, terms: Coupon['terms']): Coupon => ({
  couponId: row.id,
  couponNo: row.coupon_no,
  templateId: row.template_id,
  memberId: row.member_id,
  channel: row.channel,
  state: row.state,
  validFrom: row.valid_from,
  validUntil: row.valid_until,
  lockReference: row.lock_reference,
  lockedUntil: row.locked_until,
  graced: row.graced === 1,
  terms,
});
