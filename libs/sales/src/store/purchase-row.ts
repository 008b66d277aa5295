import { num } from '@fanloop/platform';
import type { RecordedLine, RecordedPurchase, RefundState, StandingPurchase } from '../rules/purchase';

export const PURCHASE_COLUMNS = `p.id, p.purchase_no, p.source, p.external_key, p.member_id, p.member_ordinal, p.store_id,
  p.clerk_staff_id, p.channel, p.occurred_at, DATE_FORMAT(p.business_date, '%Y-%m-%d') AS business_date, p.gross_fen,
  p.discount_fen, p.net_fen, p.refund_state, p.refunded_fen, p.recorded_at`;

export interface PurchaseRow {
  id: string;
  purchase_no: string;
  source: string;
  external_key: string;
  member_id: string | null;
  member_ordinal: number | null;
  store_id: string;
  clerk_staff_id: string | null;
  channel: string;
  occurred_at: Date;
  business_date: string;
  gross_fen: string;
  discount_fen: string;
  net_fen: string;
  refund_state: RefundState;
  refunded_fen: string;
  recorded_at: Date;
}

export interface LineRow {
  purchase_id: string;
  line_no: number;
  sku: string | null;
  name: string;
  category: string | null;
  quantity: number;
  gross_fen: string;
  discount_fen: string;
  amount_fen: string;
  coupon_discount_fen: string;
  coupon_tender_fen: string;
  refunded_fen: string;
  refunded_quantity: number;
}

export const toLine = (row: LineRow): RecordedLine => ({
  lineNo: row.line_no,
  sku: row.sku,
  name: row.name,
  category: row.category,
  quantity: row.quantity,
  grossFen: num(row.gross_fen),
  discountFen: num(row.discount_fen),
  amountFen: num(row.amount_fen),
  couponDiscountFen: num(row.coupon_discount_fen),
  couponTenderFen: num(row.coupon_tender_fen),
});

/** A purchase that was there already. */
export const toRecorded = (row: PurchaseRow, lines: readonly LineRow[]): RecordedPurchase => ({
  purchaseId: row.id,
  purchaseNo: row.purchase_no,
  duplicate: true,
  memberId: row.member_id,
  storeId: row.store_id,
  channel: row.channel,
  source: row.source,
  occurredAt: row.occurred_at,
  businessDate: row.business_date,
  grossFen: num(row.gross_fen),
  discountFen: num(row.discount_fen),
  netFen: num(row.net_fen),
  lines: lines.map(toLine),
  ordinalOfMember: row.member_ordinal,
});

export const toStanding = (row: PurchaseRow, lines: readonly LineRow[]): StandingPurchase => {
  const { duplicate: _, ...purchase } = toRecorded(row, lines);
  return {
    ...purchase,
    lines: lines.map((line) => ({
      ...toLine(line),
      refundedFen: num(line.refunded_fen),
      refundedQuantity: line.refunded_quantity,
    })),
    refundedFen: num(row.refunded_fen),
    refundState: row.refund_state,
    clerkStaffId: row.clerk_staff_id,
    recordedAt: row.recorded_at,
  };
};

export const linesByPurchase = (lines: readonly LineRow[]): Map<string, LineRow[]> => {
  const grouped = new Map<string, LineRow[]>();
  for (const line of lines) {
    const group = grouped.get(line.purchase_id);
    if (group) group.push(line);
    else grouped.set(line.purchase_id, [line]);
  }
  return grouped;
};
