import type { Day, Fen } from '@fanloop/kernel';
import { daysBetween } from '@fanloop/kernel';
import { num, numOrNull } from '@fanloop/platform';
import { type CardState, type RefundCause, shownState } from '../rules/card';

/** A card as its holder and the console see it. Times are ISO 8601 UTC, days are the brand's. */
export interface CardView {
  readonly cardNo: string;
  readonly planId: string;
  /** As it was bought. */
  readonly name: string;
  readonly priceFen: Fen;
  readonly tierCode: string;
  readonly state: CardState;
  readonly isRenewal: boolean;
  readonly orderedAt: string;
  readonly paidAt: string | null;
  readonly startsOn: Day | null;
  readonly lastOn: Day | null;
  /** Days after today on which it holds; null where it does not run. */
  readonly daysLeft: number | null;
  readonly endedAt: string | null;
  readonly refundFen: Fen | null;
  readonly refundCause: RefundCause | null;
  readonly refundNote: string | null;
  /** Welcome coupons that could not be given. */
  readonly couponsMissed: number;
}

export interface CardRow {
  cardId: string;
  memberId: string;
  cardNo: string;
  planId: string;
  name: string;
  priceFen: number;
  tierCode: string;
  state: CardState;
  followsId: string | null;
  paymentNo: string;
  orderedAt: Date;
  paidAt: Date | null;
  startsOn: Day | null;
  lastOn: Day | null;
  endedAt: Date | null;
  refundFen: number | null;
  refundCause: RefundCause | null;
  refundNote: string | null;
  couponsMissed: number;
}

export const SELECT_CARD = `SELECT c.id AS cardId, c.member_id AS memberId, c.card_no AS cardNo, c.plan_id AS planId,
  v.name, c.price_fen AS priceFen, c.tier_code AS tierCode, c.state, c.follows_id AS followsId, c.payment_no AS paymentNo,
  c.ordered_at AS orderedAt, c.paid_at AS paidAt, c.starts_on AS startsOn, c.last_on AS lastOn, c.ended_at AS endedAt,
  c.refund_fen AS refundFen, c.refund_cause AS refundCause, c.refund_note AS refundNote,
  c.coupons_missed AS couponsMissed
  FROM memberships_card c JOIN memberships_plan_version v ON v.plan_id = c.plan_id AND v.version = c.version`;

export const toCardView = (row: CardRow, today: Day): CardView => {
  const state = shownState(row, today);
  return {
    cardNo: row.cardNo,
    planId: row.planId,
    name: row.name,
    priceFen: num(row.priceFen),
    tierCode: row.tierCode,
    state,
    isRenewal: row.followsId !== null,
    orderedAt: row.orderedAt.toISOString(),
    paidAt: row.paidAt?.toISOString() ?? null,
    startsOn: row.startsOn,
    lastOn: row.lastOn,
    daysLeft: state === 'active' && row.lastOn !== null ? daysBetween(today, row.lastOn) : null,
    endedAt: row.endedAt?.toISOString() ?? null,
    refundFen: numOrNull(row.refundFen),
    refundCause: row.refundCause,
    refundNote: row.refundNote,
    couponsMissed: num(row.couponsMissed),
  };
};
