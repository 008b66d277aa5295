import {
  type Fen,
  formatFen,
  type Id,
  isWhole,
  type MemberId,
  type PurchaseId,
  type StoreId,
  splitByLargestRemainder,
} from '@fanloop/kernel';
import type { StandingLine, StandingPurchase } from './purchase';
import { refuseSale } from './refusals';

/** So much of one line. Without an amount: what these things cost. Quantity 0 with an amount: money back, the goods stay. */
export interface LineWish {
  readonly lineNo: number;
  readonly quantity: number;
  readonly amountFen?: Fen | null;
}

/** What shall go back: these lines; or an amount, spread over what is left of the lines; or, with neither, all that is left. */
export interface RefundWish {
  readonly lines?: readonly LineWish[] | null;
  readonly amountFen?: Fen | null;
}

export interface Taken {
  readonly amountFen: Fen;
  readonly quantity: number;
}

/** One line of the purchase with what had been refunded of it before and what is after: every line, touched or not. */
export interface LineProgress extends Taken {
  readonly lineNo: number;
  readonly refundedBefore: Taken;
  readonly refundedAfter: Taken;
}

export interface RefundPlan {
  readonly amountFen: Fen;
  /** True when nothing of the purchase is left afterwards. */
  readonly full: boolean;
  readonly lines: readonly LineProgress[];
}

/** A refund as a fact. Money paid back is `amountFen − deductedFen`. */
export interface Refund extends RefundPlan {
  readonly refundId: Id;
  readonly refundNo: string;
  readonly purchaseId: PurchaseId;
  readonly purchaseNo: string;
  readonly memberId: MemberId | null;
  readonly storeId: StoreId;
  /** Kept back from the money; below zero: given back of what earlier refunds kept back. */
  readonly deductedFen: Fen;
  readonly at: Date;
}

type Refundable = Pick<StandingPurchase, 'refundState' | 'netFen' | 'refundedFen'> & {
  readonly lines: readonly Pick<StandingLine, 'lineNo' | keyof Taken | 'refundedFen' | 'refundedQuantity'>[];
};
type Line = Refundable['lines'][number];
type Change = ReadonlyMap<number, Taken>;

/**
 * What a refund takes from each line. Throws the refusal. Whatever the order and the kinds of the refunds of a purchase,
 * the last one leaves each line with exactly its own amount and quantity taken: the money of a line decides, so a line whose
 * money is all back counts as returned, and with the last fen of the purchase its lines of ¥0 do as well.
 */
export const planRefund = (purchase: Refundable, wish: RefundWish): RefundPlan => {
  if (purchase.refundState === 'full') throw refuseSale('AlreadyRefunded');
  const change = changeOf(purchase, wish);
  const amountFen = sum([...change.values()].map((taken) => taken.amountFen));
  const all = purchase.refundedFen + amountFen === purchase.netFen;
  const lines = purchase.lines.map((line) => progressOf(line, change.get(line.lineNo), all && purchase.netFen > 0));
  const returned = lines.every((line) => line.refundedAfter.quantity === line.quantity);
  return { amountFen, full: all && returned, lines };
};

/** What `quantity` things of a line cost: as if each were paid alone, the first ones carrying the fen that do not divide. */
export const priceOf = (line: Line, quantity: number): Fen => {
  const left = leftOf(line);
  if (left.quantity === 0) return 0;
  const rest = left.amountFen % left.quantity;
  return ((left.amountFen - rest) / left.quantity) * quantity + Math.min(rest, quantity);
};

export const leftOf = (line: Line): Taken => ({
  amountFen: line.amountFen - line.refundedFen,
  quantity: line.quantity - line.refundedQuantity,
});

/**
 * Money that is kept back, for points that were spent or for a discount that is no longer earned: never more than the refund. Below
 * zero a refund gives back what earlier ones of its purchase kept back, never more than that.
 */
export const checkDeduction = (deductedFen: Fen, amountFen: Fen, keptBackBefore: Fen = 0): void => {
  if (!isWhole(deductedFen) || deductedFen < -keptBackBefore || deductedFen > amountFen)
    throw refuseSale('DeductionNotAllowed');
};

const changeOf = (purchase: Refundable, { lines, amountFen }: RefundWish): Change => {
  const byAmount = amountFen !== null && amountFen !== undefined;
  if (lines && (byAmount || lines.length === 0)) throw refuseSale('RefundEmpty');
  if (lines) return changeOfLines(purchase, lines);
  if (byAmount) return changeOfAmount(purchase, amountFen);
  return new Map(purchase.lines.map((line) => [line.lineNo, leftOf(line)]));
};

const changeOfLines = (purchase: Refundable, wishes: readonly LineWish[]): Change => {
  const known = new Map(purchase.lines.map((line) => [line.lineNo, line]));
  const change = new Map<number, Taken>();
  for (const wish of wishes) {
    const line = known.get(wish.lineNo);
    if (!line)
      throw refuseSale('RefundLineUnknown', { line: isWhole(wish.lineNo) ? wish.lineNo : String(wish.lineNo) });
    if (change.has(wish.lineNo)) throw refuseSale('RefundLineTwice', { line: wish.lineNo });
    change.set(wish.lineNo, takenOf(line, wish));
  }
  return change;
};

const takenOf = (line: Line, wish: LineWish): Taken => {
  const left = leftOf(line);
  const { lineNo, quantity } = wish;
  if (!isWhole(quantity) || quantity < 0) throw refuseSale('RefundQuantityNotAllowed', { line: lineNo });
  if (quantity > left.quantity) throw refuseSale('RefundQuantityTooHigh', { line: lineNo, left: left.quantity });
  const amountFen = wish.amountFen ?? priceOf(line, quantity);
  if (!isWhole(amountFen) || amountFen < 0) throw refuseSale('RefundAmountNotAllowed');
  if (amountFen > left.amountFen)
    throw refuseSale('RefundLineAmountTooHigh', { line: lineNo, left: formatFen(left.amountFen) });
  // Goods without money come back only where no money is left: a gift, or what was paid back before.
  if (amountFen === 0 && (quantity === 0 || (wish.amountFen === 0 && left.amountFen > 0)))
    throw refuseSale('RefundAmountNotAllowed');
  return { amountFen, quantity };
};

const changeOfAmount = (purchase: Refundable, amountFen: Fen): Change => {
  if (!isWhole(amountFen) || amountFen <= 0) throw refuseSale('RefundAmountNotAllowed');
  const left = purchase.lines.map((line) => leftOf(line).amountFen);
  const most = sum(left);
  if (amountFen > most) throw refuseSale('RefundAmountTooHigh', { left: formatFen(most) });
  const parts = splitByLargestRemainder(amountFen, left);
  return new Map(
    purchase.lines.flatMap(({ lineNo }, i) =>
      parts[i] === 0 ? [] : [[lineNo, { amountFen: parts[i]!, quantity: 0 }] as const],
    ),
  );
};

const progressOf = (line: Line, taken: Taken | undefined, last: boolean): LineProgress => {
  const refundedBefore = { amountFen: line.refundedFen, quantity: line.refundedQuantity };
  const amountFen = line.refundedFen + (taken?.amountFen ?? 0);
  const allBack = last || (taken !== undefined && amountFen === line.amountFen && line.amountFen > 0);
  const quantity = allBack ? line.quantity : line.refundedQuantity + (taken?.quantity ?? 0);
  return {
    lineNo: line.lineNo,
    amountFen: line.amountFen,
    quantity: line.quantity,
    refundedBefore,
    refundedAfter: { amountFen, quantity },
  };
};

const sum = (amounts: readonly Fen[]): Fen => amounts.reduce((total, amount) => total + amount, 0);
