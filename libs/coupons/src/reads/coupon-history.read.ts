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
  what: 'claimed' | 'redeemed' | 'returned' | 'expired';
  coupon_no: string;
  terms_id: string;
}

const TITLES: Record<Row['what'], string> = {
  claimed: '领取优惠券',
  redeemed: '使用优惠券',
  returned: '优惠券退回',
  expired: '优惠券过期',
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
    const rows = await this.reader.query<Row>(
      `SELECT claimed_at AS at, 'claimed' AS what, coupon_no, terms_id FROM coupons_coupon
        WHERE member_id = ? AND claimed_at < ?
       UNION ALL SELECT r.redeemed_at, 'redeemed', c.coupon_no, c.terms_id FROM ${redemption}
        WHERE c.member_id = ? AND r.redeemed_at < ?
       UNION ALL SELECT r.returned_at, 'returned', c.coupon_no, c.terms_id FROM ${redemption}
        WHERE c.member_id = ? AND r.returned_at < ?
       UNION ALL SELECT valid_until, 'expired', coupon_no, terms_id FROM coupons_coupon
        WHERE member_id = ? AND state = 'expired' AND valid_until < ?
       ORDER BY at DESC LIMIT ?`,
      [memberId, before, memberId, before, memberId, before, memberId, before, limit],
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
