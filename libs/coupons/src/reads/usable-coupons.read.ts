import type { CouponId, Fen, MemberId, Outcome, Refusal, StoreId } from '@fanloop/kernel';
import { reject } from '@fanloop/kernel';
import { num, Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { type Basket, coversStore } from '../rules/basket';
import { type BestChoice, bestCombination } from '../rules/best-combination';
import type { Combination } from '../rules/combination';
import type { Coupon } from '../rules/coupon';
import type { IssueChannel } from '../rules/issue-channel';
import { redeem, redeemTogether, type Use } from '../rules/redeem';
import { headline, headlineFrom } from '../rules/sentence';
import { TermsRepository, type TermsVersion } from '../store/terms.repository';
import { type Allowance, UseBudgets } from '../store/use-budgets';
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

type Part = { readonly couponId: CouponId; readonly discount: { readonly discountFen: Fen } };

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
    private readonly budgets: UseBudgets,
  ) {}

  /** All unused coupons of the member, the soonest to end first; for each the discount or the reason why not; and the best choice. */
  async forBasket(query: BasketQuery): Promise<CouponChoices> {
    const { memberId, at, storeId, reference = '', couponIds = [] } = query;
    const use = { ...query, reference, wall: this.wall.at(at, query.zone) };
    const unused = await this.unused(memberId, at);
    const templateIds = unused.map(({ row }) => row.template_id);
    const allowance = await this.budgets.look(this.reader, [{ storeId, at, templateIds }]);
    const known = new Map(unused.map(({ row, version }) => [row.id, toCoupon(row, memberId, version)]));
    const allowed = (parts: readonly Part[], left = allowance.fork()): Refusal | null =>
      left.reserve(
        parts.map(({ couponId, discount: { discountFen } }) => {
          const { templateId } = known.get(couponId)!;
          return { templateId, storeId, day: allowance.dayOf(at), discountFen };
        }),
      );
    // Together the candidates fit into what is left, so whatever is chosen of them does.
    const together = allowance.fork();
    const usable: Coupon[] = [];
    const coupons = unused.map(({ row, version }): UsableCoupon => {
      const coupon = known.get(row.id)!;
      const judged = redeem(coupon, use);
      const part = judged.ok ? [{ couponId: row.id, discount: judged.value }] : [];
      const refusal = judged.ok ? (allowance.whyNot(row.template_id) ?? allowed(part)) : judged.refusal;
      if (!refusal && usable.length < MOST_COMBINED && !allowed(part, together)) usable.push(coupon);
      const discount = judged.ok && !refusal ? judged.value : null;
      return {
        ...face(row, version),
        usable: refusal === null,
        reason: refusal?.reason('zh') ?? null,
        discountFen: discount?.discountFen ?? 0,
        lineDiscounts: discount?.lineDiscounts ?? [],
      };
    });
    const chosen =
      couponIds.length > 0
        ? chosenOf(
            couponIds.map((id) => known.get(id)),
            use,
            { allowance, allowed },
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

/** What the chosen ones take off together, unless a budget or a pause stands against it. */
const chosenOf = (
  coupons: readonly (Coupon | undefined)[],
  use: Use,
  {
    allowance,
    allowed,
  }: { readonly allowance: Allowance; readonly allowed: (parts: readonly Part[]) => Refusal | null },
): Outcome<Combination> => {
  const judged = redeemTogether(coupons, use);
  if (!judged.ok) return judged;
  const stopped = coupons.flatMap((coupon) => (coupon ? (allowance.whyNot(coupon.templateId) ?? []) : []))[0];
  const refusal = stopped ?? allowed(judged.value.parts);
  return refusal ? reject(refusal) : judged;
};

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
