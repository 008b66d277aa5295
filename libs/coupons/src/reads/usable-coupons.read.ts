import type { CouponId, Fen, MemberId, Outcome, StoreId } from '@fanloop/kernel';
import { num, Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { type Basket, coversStore } from '../rules/basket';
import { type BestChoice, bestCombination } from '../rules/best-combination';
import type { Combination } from '../rules/combination';
import type { Coupon } from '../rules/coupon';
import type { IssueChannel } from '../rules/issue-channel';
import { redeem, redeemTogether } from '../rules/redeem';
import { headline, headlineFrom } from '../rules/sentence';
import { TermsRepository, type TermsVersion } from '../store/terms.repository';
import { WallClock } from '../store/wall-clock';

export interface CouponFace {
  readonly couponId: CouponId;
  readonly couponNo: string;
  readonly name: string;
  readonly terms: string;
  /** What stands large on the ticket: “¥5”, “8 折”. */
  readonly headline: string;
  /** Of cash coupons; 0 for other kinds. */
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
  /** IANA zone of the store; absent: the brand's. */
  readonly zone?: string;
  /** Those that were chosen. */
  readonly couponIds?: readonly CouponId[];
  /** An order that may hold a coupon already. */
  readonly reference?: string;
}

/** All of a member's coupons for a basket, and which of them save most together. */
export interface CouponChoices {
  readonly coupons: readonly UsableCoupon[];
  readonly best: BestChoice;
  /** What the chosen ones take off together, or why they do not; null: none is chosen. */
  readonly chosen: Outcome<Combination> | null;
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
  channel: IssueChannel;
}

const MOST = 100;
/** How many usable coupons the best choice looks at: those that end soonest. */
const MOST_COMBINED = 20;
const UNUSED = `FROM coupons_coupon WHERE member_id = ? AND state IN ('claimed', 'locked') AND valid_until > ?`;

/** A member's unused coupons, judged for a basket by the same rule that redeems them. */
@Injectable()
export class UsableCouponsRead {
  constructor(
    private readonly reader: Reader,
    private readonly terms: TermsRepository,
    private readonly wall: WallClock,
  ) {}

  /** All unused coupons of the member, the soonest to end first; for each the discount or the reason why not; and the best choice. */
  async forBasket(query: BasketQuery): Promise<CouponChoices> {
    const { memberId, at, reference = '', couponIds = [] } = query;
    const use = { ...query, reference, wall: this.wall.at(at, query.zone) };
    const known = new Map<CouponId, Coupon>();
    const usable: Coupon[] = [];
    const coupons = (await this.unused(memberId, at)).map(({ row, version }): UsableCoupon => {
      const coupon = toCoupon(row, memberId, version);
      known.set(coupon.couponId, coupon);
      const judged = redeem(coupon, use);
      if (judged.ok && usable.length < MOST_COMBINED) usable.push(coupon);
      return {
        ...face(row, version),
        usable: judged.ok,
        reason: judged.ok ? null : judged.refusal.reason('zh'),
        discountFen: judged.ok ? judged.value.discountFen : 0,
        lineDiscounts: judged.ok ? judged.value.lineDiscounts : [],
      };
    });
    const chosen =
      couponIds.length > 0
        ? redeemTogether(
            couponIds.map((id) => known.get(id)),
            use,
          )
        : null;
    return { coupons, best: bestCombination(usable, use), chosen };
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
  headline: headline(terms),
  amountFen: terms.kind === 'cash' ? terms.amountFen : 0,
  thresholdFen: headlineFrom(terms),
  validUntil: row.valid_until,
});

const toCoupon = (row: Row, memberId: MemberId, { terms }: TermsVersion): Coupon => ({
  couponId: row.id,
  couponNo: row.coupon_no,
  templateId: row.template_id,
  memberId,
  channel: row.channel,
  state: row.state,
  validFrom: row.valid_from,
  validUntil: row.valid_until,
  lockReference: row.lock_reference,
  lockedUntil: row.locked_until,
  graced: row.graced === 1,
  terms,
});
