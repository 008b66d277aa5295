import type { MemberId } from '@fanloop/kernel';
import type { PersonalDataSource } from '@fanloop/members';
import { numOrNull, Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { TermsRepository } from '../store/terms.repository';

interface Row {
  couponNo: string;
  termsId: string;
  state: string;
  claimedAt: Date;
  validFrom: Date;
  validUntil: Date;
  redeemedAt: Date | null;
  purchaseNo: string | null;
  discountFen: string | null;
}

/** Every coupon that a member has, and what came and went as a gift, for the member's own export. */
@Injectable()
export class CouponsPersonalData implements PersonalDataSource {
  readonly context = 'coupons';

  constructor(
    private readonly reader: Reader,
    private readonly terms: TermsRepository,
  ) {}

  async personalDataOf(memberId: MemberId): Promise<unknown> {
    return { coupons: await this.coupons(memberId), gifts: await this.gifts(memberId) };
  }

  private async coupons(memberId: MemberId) {
    const rows = await this.reader.query<Row>(
      `SELECT c.coupon_no AS couponNo, c.terms_id AS termsId, c.state, c.claimed_at AS claimedAt,
              c.valid_from AS validFrom, c.valid_until AS validUntil, r.redeemed_at AS redeemedAt,
              r.purchase_no AS purchaseNo, r.discount_fen AS discountFen
         FROM coupons_coupon c LEFT JOIN coupons_redemption r ON r.coupon_id = c.id AND r.open = 1
        WHERE c.member_id = ? ORDER BY c.id`,
      [memberId],
    );
    const terms = await this.terms.byIds(rows.map((row) => row.termsId));
    return rows.map(({ termsId, ...row }) => ({
      name: terms.get(termsId)!.terms.name,
      terms: terms.get(termsId)!.termsText,
      ...row,
      discountFen: numOrNull(row.discountFen),
    }));
  }

  /** Who the other one was stays the other one's affair. */
  private async gifts(memberId: MemberId) {
    return this.reader.query<object>(
      `SELECT c.coupon_no AS couponNo, IF(g.from_member_id = ?, 'given', 'received') AS direction, g.state,
              g.offered_at AS offeredAt, g.settled_at AS settledAt
         FROM coupons_gift g JOIN coupons_coupon c ON c.id = g.coupon_id
        WHERE g.from_member_id = ? OR g.to_member_id = ? ORDER BY g.id`,
      [memberId, memberId, memberId],
    );
  }
}
