import type { CouponId, MemberId } from '@fanloop/kernel';
import { FieldCipher, num, type Queryable, randomToken, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { Gift } from '../rules/gift';

const TOKEN = 'coupons_gift.token_secret';

export interface KeptGift extends Gift {
  readonly tokenSecret: string;
  readonly offeredAt: Date;
  readonly settledAt: Date | null;
}

const COLUMNS = `id AS giftId, coupon_id AS couponId, template_id AS templateId, from_member_id AS fromMemberId,
  to_member_id AS toMemberId, state, token_secret AS tokenSecret, offered_at AS offeredAt, expires_at AS expiresAt,
  settled_at AS settledAt`;

/** Gifts of coupons. Every change of state is a conditional statement whose count is checked. */
@Injectable()
export class GiftRepository {
  constructor(private readonly cipher: FieldCipher) {}

  /** With a token of 256 random bits; the gift's id. */
  async insert(
    tx: Tx,
    gift: Pick<Gift, 'couponId' | 'templateId' | 'fromMemberId' | 'expiresAt'>,
    at: Date,
  ): Promise<{ giftId: string; token: string }> {
    const token = randomToken();
    const { insertId } = await tx.execute(
      `INSERT INTO coupons_gift (coupon_id, template_id, from_member_id, token_index, token_secret, offered_at, expires_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      [
        gift.couponId,
        gift.templateId,
        gift.fromMemberId,
        this.cipher.blindIndex(token, TOKEN),
        this.cipher.encrypt(token, TOKEN),
        at,
        gift.expiresAt,
      ],
    );
    return { giftId: insertId, token };
  }

  /** For who gives it: the link once more. */
  tokenOf({ tokenSecret }: Pick<KeptGift, 'tokenSecret'>): string {
    return this.cipher.decrypt(tokenSecret, TOKEN);
  }

  /** The brand has taken back what is unused of the template, whether or not the sweep has come by. */
  async isVoid(from: Queryable, templateId: string): Promise<boolean> {
    const [row] = await from.query<{ voided: number }>('SELECT voided FROM coupons_template WHERE id = ?', [
      templateId,
    ]);
    return row?.voided === 1;
  }

  async byToken(db: Queryable, token: string): Promise<KeptGift | null> {
    return this.one(db, 'token_index = ?', this.cipher.blindIndex(token, TOKEN));
  }

  async byId(db: Queryable, giftId: string): Promise<KeptGift | null> {
    return this.one(db, 'id = ?', giftId);
  }

  /** The one that a friend may take now. */
  async openOf(db: Queryable, couponId: CouponId): Promise<KeptGift | null> {
    return this.one(db, 'open = 1 AND coupon_id = ?', couponId);
  }

  /** As it is now, whatever the transaction has read before. Its coupon must be locked first. */
  async lock(tx: Tx, giftId: string): Promise<KeptGift | null> {
    return this.one(tx, 'id = ?', giftId, 'FOR UPDATE');
  }

  /** How many of a template came to a member as gifts. Under the lock of the template. */
  async received(tx: Tx, templateId: string, memberId: MemberId): Promise<number> {
    const [row] = await tx.query<{ n: string }>(
      "SELECT COUNT(*) AS n FROM coupons_gift WHERE to_member_id = ? AND template_id = ? AND state = 'accepted' FOR UPDATE",
      [memberId, templateId],
    );
    return num(row?.n);
  }

  /**
   * The same coupon gets another owner: out of the giver's hold, and out of the claims of whoever receives it (an ordinal below zero
   * is no claim). The giver's own ordinal stays taken by the gift. False when somebody was faster. Under the locks of template and coupon.
   */
  async accept(tx: Tx, gift: Gift, memberId: MemberId, hold: string, at: Date): Promise<boolean> {
    const taken = await tx.execute(
      `UPDATE coupons_gift g JOIN coupons_coupon c ON c.id = g.coupon_id
          SET g.state = 'accepted', g.open = NULL, g.to_member_id = ?, g.settled_at = ?, g.from_ordinal = c.ordinal,
              g.from_channel = c.channel
        WHERE g.id = ? AND g.state = 'offered' AND g.expires_at > ?`,
      [memberId, at, gift.giftId, at],
    );
    if (taken.affectedRows !== 1) return false;
    const ordinal = await this.noClaim(tx, gift.templateId, memberId);
    const moved = await tx.execute(
      `UPDATE coupons_coupon SET member_id = ?, ordinal = ?, channel = 'gift', state = 'claimed', lock_reference = NULL,
              locked_until = NULL, state_at = ?
        WHERE id = ? AND member_id = ? AND state = 'locked' AND lock_reference = ?`,
      [memberId, ordinal, at, gift.couponId, gift.fromMemberId, hold],
    );
    return moved.affectedRows === 1;
  }

  /** False when it is not open any more. */
  async close(tx: Tx, giftId: string, to: 'withdrawn' | 'expired', at: Date): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      "UPDATE coupons_gift SET state = ?, open = NULL, settled_at = ? WHERE id = ? AND state = 'offered'",
      [to, at, giftId],
    );
    return affectedRows === 1;
  }

  async due(db: Queryable, now: Date, limit: number): Promise<KeptGift[]> {
    return db.query<KeptGift>(
      `SELECT ${COLUMNS} FROM coupons_gift WHERE state = 'offered' AND expires_at <= ? ORDER BY expires_at LIMIT ?`,
      [now, limit],
    );
  }

  /** The next ordinal below zero. The unique key over it stops even code that forgets the template's lock. */
  protected async noClaim(tx: Tx, templateId: string, memberId: MemberId): Promise<number> {
    const [row] = await tx.query<{ lowest: number | null }>(
      'SELECT MIN(ordinal) AS lowest FROM coupons_coupon WHERE template_id = ? AND member_id = ?',
      [templateId, memberId],
    );
    return Math.min(0, row?.lowest ?? 0) - 1;
  }

  private async one(db: Queryable, condition: string, value: string, lock = ''): Promise<KeptGift | null> {
    const [row] = await db.query<KeptGift>(`SELECT ${COLUMNS} FROM coupons_gift WHERE ${condition} ${lock}`, [value]);
    return row ?? null;
  }
}
