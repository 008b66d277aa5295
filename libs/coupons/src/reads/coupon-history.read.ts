import type { MemberId } from '@fanloop/kernel';
import { Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { TermsRepository } from '../store/terms.repository';

/** One thing that happened to a member's coupons, for the timeline. */
export interface CouponMoment {
  readonly at: Date;
  readonly title: string;
  readonly detail: string;
  /** The coupon's number. */
  readonly ref: string;
}

interface Row {
  at: Date;
  what: 'claimed' | 'redeemed' | 'returned' | 'expired' | 'offered' | 'given' | 'received' | 'kept';
  coupon_no: string;
  terms_id: string;
}

const TITLES: Record<Row['what'], string> = {
  claimed: '领取优惠券',
  redeemed: '使用优惠券',
  returned: '优惠券退回',
  expired: '优惠券过期',
  offered: '转赠优惠券给好友',
  given: '好友领走了优惠券',
  received: '收到好友转赠的优惠券',
  kept: '转赠的优惠券退回',
};

/** What happened to a member's coupons before an instant, newest first. */
@Injectable()
export class CouponHistoryRead {
  constructor(
    private readonly reader: Reader,
    private readonly terms: TermsRepository,
  ) {}

  async of(memberId: MemberId, before: Date, limit: number): Promise<CouponMoment[]> {
    const redemption = 'coupons_redemption r JOIN coupons_coupon c ON c.id = r.coupon_id';
    const gift = 'coupons_gift g JOIN coupons_coupon c ON c.id = g.coupon_id';
    const asked = Array.from({ length: 8 }, () => [memberId, before]).flat();
    const rows = await this.reader.query<Row>(
      `SELECT claimed_at AS at, 'claimed' AS what, coupon_no, terms_id FROM coupons_coupon
        WHERE member_id = ? AND channel <> 'gift' AND claimed_at < ?
       UNION ALL SELECT c.claimed_at, 'claimed', c.coupon_no, c.terms_id FROM ${gift}
        WHERE g.from_member_id = ? AND g.state = 'accepted' AND c.claimed_at < ?
       UNION ALL SELECT g.offered_at, 'offered', c.coupon_no, c.terms_id FROM ${gift}
        WHERE g.from_member_id = ? AND g.offered_at < ?
       UNION ALL SELECT g.settled_at, IF(g.state = 'accepted', 'given', 'kept'), c.coupon_no, c.terms_id FROM ${gift}
        WHERE g.from_member_id = ? AND g.settled_at < ?
       UNION ALL SELECT g.settled_at, 'received', c.coupon_no, c.terms_id FROM ${gift}
        WHERE g.to_member_id = ? AND g.settled_at < ?
       UNION ALL SELECT r.redeemed_at, 'redeemed', c.coupon_no, c.terms_id FROM ${redemption}
        WHERE c.member_id = ? AND r.redeemed_at < ?
       UNION ALL SELECT r.returned_at, 'returned', c.coupon_no, c.terms_id FROM ${redemption}
        WHERE c.member_id = ? AND r.returned_at < ?
       UNION ALL SELECT valid_until, 'expired', coupon_no, terms_id FROM coupons_coupon
        WHERE member_id = ? AND state = 'expired' AND valid_until < ?
       ORDER BY at DESC LIMIT ?`,
      [...asked, limit],
    );
    const terms = await this.terms.byIds(rows.map((row) => row.terms_id));
    return rows.map((row) => {
      const version = terms.get(row.terms_id)!;
      return {
        at: row.at,
        title: TITLES[row.what],
        detail: `${version.terms.name}（${version.termsText}）`,
        ref: row.coupon_no,
      };
    });
  }
}
