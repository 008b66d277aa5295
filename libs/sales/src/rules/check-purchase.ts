import { addMs, isWhole } from '@fanloop/kernel';
import type { LineDraft, PurchaseDraft } from './purchase';
import { refuseSale } from './refusals';

/** What one line may hold. A till sells whole things; histories also hold litres in thousandths and lines of nothing. */
export interface LineLimits {
  readonly leastQuantity: number;
  readonly mostQuantity: number;
  readonly mostFen: number;
  readonly mostLines: number;
}

export const TILL_LIMITS: LineLimits = { leastQuantity: 1, mostQuantity: 999, mostFen: 100_000_00, mostLines: 200 };
export const IMPORT_LIMITS: LineLimits = {
  leastQuantity: 0,
  mostQuantity: 1_000_000,
  mostFen: 10_000_000_00,
  mostLines: 5_000,
};

/** Clocks of tills and servers differ a little. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;
const MOST_TEXT = { sku: 64, name: 128, category: 190 } as const;

/**
 * Throws the refusal that forbids a draft. Every figure from outside passes here before anything is written: a negative,
 * fractional or huge quantity or amount never becomes a purchase (and so never points).
 */
export const checkPurchase = (draft: PurchaseDraft, now: Date): void => {
  const limits = draft.channel === 'import' ? IMPORT_LIMITS : TILL_LIMITS;
  if (draft.lines.length === 0) throw refuseSale('NoLines');
  if (draft.lines.length > limits.mostLines) throw refuseSale('TooManyLines', { most: limits.mostLines });
  if (draft.occurredAt > addMs(now, CLOCK_TOLERANCE_MS)) throw refuseSale('OccurredInFuture');
  for (const [index, line] of draft.lines.entries()) checkLine(line, index + 1, limits);
};

export const checkLine = (line: LineDraft, number: number, limits: LineLimits): void => {
  checkQuantity(line.quantity, number, limits);
  for (const fen of [
    line.grossFen,
    line.discountFen,
    line.amountFen,
    line.couponDiscountFen ?? 0,
    line.couponTenderFen ?? 0,
  ])
    checkAmount(fen, number, limits);
  if (line.grossFen - line.discountFen !== line.amountFen || (line.couponDiscountFen ?? 0) > line.discountFen)
    throw refuseSale('AmountsDoNotAddUp', { line: number });
  // Nothing was sold, so nothing can have been paid.
  if (line.quantity === 0 && line.amountFen !== 0)
    throw refuseSale('QuantityNotAllowed', { line: number, least: 1, most: limits.mostQuantity });
  for (const field of ['sku', 'name', 'category'] as const)
    if ((line[field]?.length ?? 0) > MOST_TEXT[field]) throw refuseSale('TextTooLong', { line: number, field });
};

export const checkQuantity = (quantity: number, line: number, limits: LineLimits): void => {
  const { leastQuantity: least, mostQuantity: most } = limits;
  if (!isWhole(quantity) || quantity < least || quantity > most)
    throw refuseSale('QuantityNotAllowed', { line, least, most });
};

export const checkAmount = (fen: number, line: number, limits: LineLimits): void => {
  if (!isWhole(fen) || fen < 0 || fen > limits.mostFen)
    throw refuseSale('AmountNotAllowed', { line, mostYuan: limits.mostFen / 100 });
};
