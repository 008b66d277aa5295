import { useEffect, useMemo, useState } from 'react';
import { parseYuan } from '@/shared/format/amount';
import { isOffline } from '@/shared/http/api-error';
import type { CustomerCard, Product, PurchaseDraft } from '@/shared/http/types';
import { usePreview } from './clerk.api';
import { type DraftMode, keepMode, lastMode } from './desk';
import { useSettled } from './use-settled';

export type Cart = Record<string, { product: Product; quantity: number }>;

export const grossOf = (mode: DraftMode, amountText: string, cart: Cart): number =>
  mode === 'amount'
    ? (parseYuan(amountText) ?? 0)
    : Object.values(cart).reduce((sum, line) => sum + (line.product.priceFen ?? 0) * line.quantity, 0);

const linesOf = (cart: Cart): PurchaseDraft['lines'] =>
  Object.values(cart)
    .filter((line) => line.quantity > 0)
    .map(({ product, quantity }) => ({
      sku: product.sku,
      name: product.name,
      quantity,
      unitPriceFen: product.priceFen ?? 0,
    }));

/** What the clerk is about to record, with the server's preview of it a quarter of a second after the last change. */
export const useDraft = (customer: CustomerCard, storeId: string) => {
  const [mode, chooseMode] = useState<DraftMode>(lastMode);
  const setMode = (next: DraftMode) => {
    keepMode(next);
    chooseMode(next);
  };
  const [amountText, setAmountText] = useState('');
  const [cart, setCart] = useState<Cart>({});
  const [couponIds, setCouponIds] = useState<readonly string[]>([]);
  const grossFen = grossOf(mode, amountText, cart);
  const draft = useMemo<PurchaseDraft | null>(() => {
    if (grossFen <= 0) return null;
    const what = mode === 'amount' ? { lines: [], amountFen: grossFen } : { lines: linesOf(cart) };
    return { visitToken: customer.visitToken, storeId, couponIds: [...couponIds], ...what };
  }, [customer.visitToken, storeId, mode, grossFen, cart, couponIds]);
  const asked = useSettled(draft);
  const preview = usePreview(asked);
  const offline = isOffline(preview.error);
  // In the quarter of a second before the server is asked, the preview still speaks of the draft before.
  const previewed = asked === draft && !preview.isPlaceholderData && !preview.isFetching;
  useEffect(() => {
    if (offline) setCouponIds([]);
  }, [offline]);
  const put = (product: Product, by: number) =>
    setCart((before) => {
      const quantity = Math.max(0, (before[product.sku]?.quantity ?? 0) + by);
      return { ...before, [product.sku]: { product, quantity } };
    });
  return {
    mode,
    setMode,
    amountText,
    setAmountText,
    cart,
    put,
    couponIds,
    setCouponIds,
    grossFen,
    draft,
    preview,
    previewed,
    offline,
  };
};

export type Draft = ReturnType<typeof useDraft>;
