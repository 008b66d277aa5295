import type { CouponId, Fen, MemberId, StoreId } from '@fanloop/kernel';
import { num, Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { type Basket, coversStore } from '../rules/basket';
import type { Coupon } from '../rules/coupon';
import { redeem } from '../rules/redeem';
import { TermsRepository, type TermsVersion } from '../store/terms.repository';

export interface CouponFace {
  readonly couponId: CouponId;
  readonly couponNo: string;
  readonly name: string;
  readonly terms: string;
  readonly amountFen: Fen;
  readonly thresholdFen: Fen;
  readonly validUntil: Date;
}

export interface UsableCoupon extends CouponFace {
  readonly usable: boolean;
  /** Why not, in Chinese. */
  readonly reason: string | null;
  readonly discountFen: Fen;
  /** One share per line; empty when not usable. */
  readonly lineDiscounts: readonly Fen[];
}

export interface BasketQuery extends Basket {
  readonly memberId: MemberId;
  readonly at: Date;
  /** An order that may hold a coupon already. */
  readonly reference?: string;
}

export interface WalletGlance {
  readonly usable: number;
  readonly nextExpiring: CouponFace | null;
}

interface Row {
  id: string;
  coupon_no: string;
  template_id: string;
  terms_id: string;
  state: 'claimed' | 'locked';
  valid_from: Date;
  valid_until: Date;
  lock_reference: string | null;
  locked_until: Date | null;
  graced: number;
}

const MOST = 100;
const UNUSED = `FROM coupons_coupon WHERE member_id = ? AND state IN ('claimed', 'locked') AND valid_until > ?`;

/** A member's unused coupons, judged for a basket by the same rule that redeems them. */
@Injectable()
export class UsableCouponsRead {
  constructor(
    private readonly reader: Reader,
    private readonly terms: TermsRepository,
  ) {}

  /** All unused coupons of the member, the soonest to end first; for each the discount or the reason why not. */
  async forBasket(query: BasketQuery): Promise<UsableCoupon[]> {
    const { memberId, at, reference = '' } = query;
    return (await this.unused(memberId, at)).map(({ row, version }) => {
      const judged = redeem(toCoupon(row, memberId, version), { ...query, reference });
      return {
        ...face(row, version),
        usable: judged.ok,
        reason: judged.ok ? null : judged.refusal.reason('zh'),
        discountFen: judged.ok ? judged.value.discountFen : 0,
        lineDiscounts: judged.ok ? judged.value.lineDiscounts : [],
      };
    });
  }

  /** Those that count in a store now, whatever will be bought: for the customer card. */
  async forStore(memberId: MemberId, storeId: StoreId, at: Date): Promise<CouponFace[]> {
    const unused = await this.unused(memberId, at);
    return unused
      .filter(({ row, version }) => row.valid_from <= at && coversStore(version.terms.scope, storeId))
      .map(({ row, version }) => face(row, version));
  }

  /** For the home page. */
  async glance(memberId: MemberId, at: Date): Promise<WalletGlance> {
    const [count] = await this.reader.query<{ n: string }>(`SELECT COUNT(*) AS n ${UNUSED}`, [memberId, at]);
    const [first] = await this.unused(memberId, at, 1);
    return { usable: num(count?.n), nextExpiring: first ? face(first.row, first.version) : null };
  }

  private async unused(memberId: MemberId, at: Date, limit = MOST): Promise<{ row: Row; version: TermsVersion }[]> {
    const rows = await this.reader.query<Row>(`SELECT * ${UNUSED} ORDER BY valid_until, id LIMIT ?`, [
      memberId,
      at,
      limit,
    ]);
    const terms = await this.terms.byIds(rows.map((row) => row.terms_id));
    return rows.map((row) => ({ row, version: terms.get(row.terms_id)! }));
  }
}

const face = (row: Row, { terms, termsText }: TermsVersion): CouponFace => ({
  couponId: row.id,
  couponNo: row.coupon_no,
  name: terms.name,
  terms: termsText,
  amountFen: terms.amountFen,
  thresholdFen: terms.thresholdFen,
  validUntil: row.valid_until,
});

const toCoupon = (row: Row, memberId: MemberId, { terms }: TermsVersion): Coupon => ({
  couponId: row.id,
  couponNo: row.coupon_no,
  templateId: row.template_id,
  memberId,
  state: row.state,
  validFrom: row.valid_from,
  validUntil: row.valid_until,
  lockReference: row.lock_reference,
  lockedUntil: row.locked_until,
  graced: row.graced === 1,
  terms,
});
