import type { Receipt, ReceiptView, RefundReceipt } from '@fanloop/counter';
import { z } from 'zod';

const fen = z.number().int();
const points = z.number().int();
const quantity = z.number().int();
const isoTime = z.iso.datetime();

export const refundState = z.enum(['none', 'partial', 'full']);

export const receiptLine = z.object({
  lineNo: z.number().int(),
  name: z.string(),
  quantity,
  amountFen: fen,
  refundedQuantity: quantity,
  refundedFen: fen,
});

/** What a refund does to money, points and coupon: shown by the preview, stated again by the confirmation. */
export const refundFigures = z.object({
  amountFen: fen.describe('taken off the sale'),
  deductedFen: fen.describe('kept back for points that were spent already'),
  couponDeductedFen: fen.describe('kept back for a discount that what stays no longer earns; below zero: given back'),
  pointsClawedBack: points.describe('from the balance and as debt together'),
  debtPoints: points.describe('spent already, owed from now on'),
  deductedPoints: points.describe('spent already, paid for out of the money'),
  writtenOffPoints: points.describe('spent already, left to the shopper'),
  couponReturned: z.boolean(),
});

export const refundLine = z.object({ lineNo: z.number().int(), name: z.string(), quantity, amountFen: fen });

const refundReceipt = z.object({
  refundNo: z.string(),
  at: isoTime,
  amountFen: fen,
  deductedFen: fen,
  couponDeductedFen: fen,
  paidBackFen: fen,
  full: z.boolean().describe('nothing of the purchase was left afterwards'),
  reason: z.string(),
  clerkName: z.string(),
  lines: z.array(refundLine),
  points: z
    .object({
      pointsClawedBack: points,
      debtPoints: points,
      deductedPoints: points,
      writtenOffPoints: points,
      balanceAfter: points.nullable(),
      why: z.array(z.string()),
    })
    .nullable()
    .describe('null: not made at the till'),
  couponReturned: z.boolean(),
});

/** A record that was taken back as a slip, or that somebody wishes to take back. */
export const undo = z.object({
  state: z.enum(['waiting', 'done', 'declined', 'lapsed']),
  reason: z.string(),
  askedBy: z.string(),
  askedAt: isoTime,
  decidedBy: z.string().describe('the second person; empty: one was enough, or nobody has decided'),
  decidedAt: isoTime.nullable(),
});

/** A purchase as it stands on paper, and what came back of it since. */
export const receipt = z.object({
  purchaseNo: z.string(),
  at: isoTime,
  storeName: z.string(),
  clerkName: z.string(),
  grossFen: fen,
  discountFen: fen,
  paidFen: fen,
  points,
  balanceAfter: points,
  why: z.array(z.string()),
  lines: z.array(receiptLine),
  couponName: z.string().nullable(),
  refunded: z.boolean().describe('nothing is left: refundState is full'),
  refundState,
  refundedFen: fen,
  refunds: z.array(refundReceipt),
  undo: undo.nullable(),
  undoableUntil: isoTime.nullable().describe('the record may be undone as a slip until then; null: no more'),
});

export const receiptOf = (view: ReceiptView) => ({
  ...view,
  why: [...view.why],
  lines: [...view.lines],
  refunds: view.refunds.map(refundOf),
});

/** The paper of a purchase that was made this moment: nothing can have come back of it. */
export const freshReceiptOf = (made: Receipt) => ({
  ...made,
  why: [...made.why],
  lines: made.lines.map((line, i) => ({ ...line, lineNo: i + 1, refundedQuantity: 0, refundedFen: 0 })),
  refundState: 'none' as const,
  refundedFen: 0,
  refunds: [],
  undo: null,
  undoableUntil: null,
});

const refundOf = (refund: RefundReceipt) => ({
  ...refund,
  lines: [...refund.lines],
  points: refund.points ? { ...refund.points, why: [...refund.points.why] } : null,
});
