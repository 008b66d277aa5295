import type { Clock, CouponId, MemberId } from '@fanloop/kernel';
import { CLOCK, Reader } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { IssueChannel } from '../rules/issue-channel';
import type { CouponState, Scope } from '../rules/terms';
import { TermsRepository, type TermsVersion } from '../store/terms.repository';
import type { GrantedCoupon } from '../use-cases/grant-coupons.use-case';
import { type Face, faceOf } from './face';

/** A coupon as its owner sees it. Times are ISO 8601 UTC. */
export interface MyCoupon extends Face {
  readonly couponId: CouponId;
  readonly couponNo: string;
  readonly templateId: string;
  readonly state: CouponState;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly claimedAt: string;
  readonly redeemedAt: string | null;
  readonly purchaseNo: string | null;
  /** Why the brand took it back unused; null: it did not. */
  readonly voidReason: string | null;
  /** Its owner may give it to a friend now. */
  readonly isGiftable: boolean;
  /** It came from a friend. */
  readonly isReceived: boolean;
  /** It is on its way to a friend, until the named instant. */
  readonly gift: { readonly giftId: string; readonly expiresAt: string } | null;
}

interface Row {
  id: string;
  coupon_no: string;
  template_id: string;
  terms_id: string;
  state: CouponState;
  valid_from: Date;
  valid_until: Date;
  claimed_at: Date;
  redeemed_at: Date | null;
  purchase_no: string | null;
  channel: IssueChannel;
  locked_until: Date | null;
  gift_id: string | null;
  gift_until: Date | null;
  voided: number;
  end_reason: string | null;
}

const SELECT = `SELECT c.id, c.coupon_no, c.template_id, c.terms_id, c.state, c.valid_from, c.valid_until,
       c.claimed_at, c.channel, c.locked_until, r.redeemed_at, r.purchase_no, g.id AS gift_id, g.expires_at AS gift_until,
       t.voided, t.end_reason
  FROM coupons_coupon c JOIN coupons_template t ON t.id = c.template_id
       LEFT JOIN coupons_redemption r ON r.coupon_id = c.id AND r.open = 1
       LEFT JOIN coupons_gift g ON g.coupon_id = c.id AND g.open = 1`;

/** What the time has ended is expired, whether or not the sweep has come by. */
const FILTERS = {
  usable: "c.state IN ('claimed', 'locked') AND t.voided = 0 AND c.valid_until > ? ORDER BY c.valid_until, c.id",
  used: "c.state = 'redeemed' ORDER BY r.redeemed_at DESC, c.id DESC",
  expired:
    "(c.state IN ('expired', 'void') OR (c.state IN ('claimed', 'locked') AND (c.valid_until <= ? OR t.voided = 1))) ORDER BY c.valid_until DESC, c.id DESC",
} as const;

export type WalletTab = keyof typeof FILTERS;

const MOST = 200;

/** A member's coupons. */
@Injectable()
export class MemberCouponsRead {
  constructor(
    private readonly reader: Reader,
    private readonly terms: TermsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** At most 200, usable ones by their end, others newest first. */
  async list(memberId: MemberId, tab: WalletTab): Promise<MyCoupon[]> {
    const now = this.clock.now();
    const rows = await this.reader.query<Row>(
      `${SELECT} WHERE c.member_id = ? AND ${FILTERS[tab]} LIMIT ${MOST}`,
      tab === 'used' ? [memberId] : [memberId, now],
    );
    const terms = await this.terms.byIds(rows.map((row) => row.terms_id));
    return rows.map((row) => view(row, terms.get(row.terms_id)!, now));
  }

  /** By number, whoever owns it, with the scope of its terms: for the till only. */
  async byNumber(couponNo: string): Promise<{ readonly coupon: MyCoupon; readonly scope: Scope } | null> {
    const [row] = await this.reader.query<Row>(`${SELECT} WHERE c.coupon_no = ?`, [couponNo]);
    if (!row) return null;
    const version = await this.terms.byId(row.terms_id);
    return { coupon: view(row, version, this.clock.now()), scope: version.terms.scope };
  }

  /** The view of a coupon that was just claimed, from the claim's own answer. */
  async claimed(granted: GrantedCoupon): Promise<MyCoupon> {
    const version = await this.terms.byId(granted.termsId);
    return {
      couponId: granted.couponId,
      couponNo: granted.couponNo,
      templateId: granted.templateId,
      state: 'claimed',
      validFrom: granted.validFrom,
      validUntil: granted.validUntil,
      claimedAt: granted.claimedAt,
      redeemedAt: null,
      purchaseNo: null,
      voidReason: null,
      isGiftable: version.terms.giving !== null,
      isReceived: false,
      gift: null,
      ...faceOf(version),
    };
  }
}

const view = (row: Row, version: TermsVersion, now: Date): MyCoupon => {
  const state = shownState(row, now);
  const isReceived = row.channel === 'gift';
  return {
    couponId: row.id,
    couponNo: row.coupon_no,
    templateId: row.template_id,
    state,
    validFrom: row.valid_from.toISOString(),
    validUntil: row.valid_until.toISOString(),
    claimedAt: row.claimed_at.toISOString(),
    redeemedAt: row.redeemed_at?.toISOString() ?? null,
    purchaseNo: row.purchase_no,
    voidReason: state === 'void' && row.voided === 1 ? row.end_reason : null,
    isGiftable: version.terms.giving !== null && !isReceived && state === 'claimed',
    isReceived,
    gift: state === 'locked' ? giftOf(row, now) : null,
    ...faceOf(version),
  };
};

const giftOf = ({ gift_id: giftId, gift_until: until }: Row, now: Date): MyCoupon['gift'] =>
  giftId !== null && until !== null && until > now ? { giftId, expiresAt: until.toISOString() } : null;

/** What the time or the brand has ended is so, whether or not the sweep has come by; a hold that lapsed is no hold. */
const shownState = (row: Row, now: Date): CouponState => {
  if (row.state !== 'claimed' && row.state !== 'locked') return row.state;
  if (row.voided === 1) return 'void';
  if (row.valid_until <= now) return 'expired';
  return row.state === 'locked' && row.locked_until !== null && row.locked_until <= now ? 'claimed' : row.state;
};
