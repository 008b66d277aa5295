import type { Fen, MemberId, PurchaseId, StaffId, StoreId } from '@fanloop/kernel';

/** One line as somebody wants it recorded. */
export interface LineDraft {
  /** Null when the product is not in the catalogue; the name then says what is known. */
  readonly sku: string | null;
  readonly name: string;
  readonly category: string | null;
  readonly quantity: number;
  /** Before discounts. */
  readonly grossFen: Fen;
  /** Taken off the gross amount, all kinds together. */
  readonly discountFen: Fen;
  /** Paid: gross − discount. */
  readonly amountFen: Fen;
  /** The part of `discountFen` that a coupon of the shop gave. */
  readonly couponDiscountFen?: Fen;
  /** What a manufacturer's coupon paid towards `amountFen`: the shop received it, the shopper did not pay it. */
  readonly couponTenderFen?: Fen;
}

export type PurchaseChannel = 'store' | 'mini-program' | 'e-commerce' | 'import';

export interface PurchaseDraft {
  /** Which system the key belongs to, for example `till` or `complete-journey`. With `externalKey` it names a purchase once. */
  readonly source: string;
  readonly externalKey: string;
  /** Where others must refer to the purchase before it is recorded (a coupon); a new one is drawn otherwise. */
  readonly purchaseNo?: string;
  readonly memberId: MemberId | null;
  readonly storeId: StoreId;
  /** IANA zone of the store: decides the business date. */
  readonly zone: string;
  readonly clerkStaffId: StaffId | null;
  readonly channel: PurchaseChannel;
  readonly occurredAt: Date;
  readonly lines: readonly LineDraft[];
}

export interface RecordedLine extends LineDraft {
  readonly lineNo: number;
}

export interface RecordedPurchase {
  readonly purchaseId: PurchaseId;
  readonly purchaseNo: string;
  /** True: (source, externalKey) was there already; nothing was written and the figures are those of the first time. */
  readonly duplicate: boolean;
  readonly memberId: MemberId | null;
  readonly storeId: StoreId;
  readonly channel: string;
  readonly source: string;
  readonly occurredAt: Date;
  /** `YYYY-MM-DD` in the store's zone. */
  readonly businessDate: string;
  readonly grossFen: Fen;
  readonly discountFen: Fen;
  readonly netFen: Fen;
  readonly lines: readonly RecordedLine[];
  /** 1 for the member's first purchase; null without a member. */
  readonly ordinalOfMember: number | null;
}

/** `full`: nothing of the purchase is left. */
export type RefundState = 'none' | 'partial' | 'full';

/** A line with what refunds have taken back of it so far. */
export interface StandingLine extends RecordedLine {
  readonly refundedFen: Fen;
  readonly refundedQuantity: number;
}

/** A purchase as it stands after the refunds that came so far; its own figures are those of the day it was made. */
export interface StandingPurchase extends Omit<RecordedPurchase, 'duplicate' | 'lines'> {
  readonly clerkStaffId: StaffId | null;
  /** When it was written down: later than `occurredAt` for one that waited in a queue. */
  readonly recordedAt: Date;
  readonly lines: readonly StandingLine[];
  readonly refundedFen: Fen;
  readonly refundState: RefundState;
}

export interface Totals {
  readonly grossFen: Fen;
  readonly discountFen: Fen;
  readonly netFen: Fen;
}

export const totalsOf = (lines: readonly Pick<LineDraft, 'grossFen' | 'discountFen' | 'amountFen'>[]): Totals => ({
  grossFen: lines.reduce((sum, line) => sum + line.grossFen, 0),
  discountFen: lines.reduce((sum, line) => sum + line.discountFen, 0),
  netFen: lines.reduce((sum, line) => sum + line.amountFen, 0),
});
