import { useMemo, useState } from 'react';
import { parseYuan } from '@/shared/format/amount';
import type { Receipt, RefundWish } from '@/shared/http/types';
import { useRefundPreview } from './clerk.api';
import { useSettled } from './use-settled';

export type RefundMode = 'all' | 'lines' | 'amount';
export type RefundLine = Receipt['lines'][number];

interface Part {
  readonly quantity: number;
  /** Empty: what these things cost. */
  readonly amountText: string;
}
type Parts = Record<number, Part>;

const NOTHING: Part = { quantity: 0, amountText: '' };

export const leftOf = (line: RefundLine) => ({
  quantity: line.quantity - line.refundedQuantity,
  amountFen: line.amountFen - line.refundedFen,
});

const linesOf = (parts: Parts): RefundWish['lines'] | null => {
  const lines = Object.entries(parts).filter(([, part]) => part.quantity > 0 || part.amountText.trim() !== '');
  const amounts = lines.map(([, part]) => (part.amountText.trim() === '' ? null : parseYuan(part.amountText)));
  // Something is typed that is no amount: there is nothing to ask the server yet.
  if (lines.length === 0 || lines.some(([, part], i) => part.amountText.trim() !== '' && amounts[i] === null))
    return null;
  return lines.map(([lineNo, { quantity }], i) => ({
    lineNo: Number(lineNo),
    quantity,
    amountFen: amounts[i] ?? null,
  }));
};

const wishOf = (mode: RefundMode, parts: Parts, amountText: string): RefundWish | null => {
  if (mode === 'all') return {};
  if (mode === 'lines') {
    const lines = linesOf(parts);
    return lines ? { lines } : null;
  }
  const amountFen = parseYuan(amountText);
  return amountFen ? { amountFen } : null;
};

/** What the clerk is about to give back, with the server's figures a quarter of a second after the last change. */
export const useRefundDraft = (receipt: Receipt) => {
  const [mode, setMode] = useState<RefundMode>('all');
  const [parts, setParts] = useState<Parts>({});
  const [amountText, setAmountText] = useState('');
  const wish = useMemo(() => wishOf(mode, parts, amountText), [mode, parts, amountText]);
  const asked = useSettled(wish);
  const preview = useRefundPreview(receipt.purchaseNo, asked);
  // Until the server has answered to what is chosen now, its figures speak of the choice before.
  const current = wish !== null && asked === wish && !preview.isPlaceholderData && !preview.isFetching;
  const partOf = (line: RefundLine): Part => parts[line.lineNo] ?? NOTHING;
  const put = (line: RefundLine, change: Partial<Part>) =>
    setParts((before) => ({ ...before, [line.lineNo]: { ...NOTHING, ...before[line.lineNo], ...change } }));
  return { mode, setMode, partOf, put, amountText, setAmountText, wish, preview, current };
};

export type RefundDraft = ReturnType<typeof useRefundDraft>;
