import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { isOffline } from '@/shared/http/api-error';
import { newKey } from '@/shared/http/idempotency';
import type { PurchaseDraft, Receipt, RefundOrder, RefundWish } from '@/shared/http/types';
import { becomeStaff } from '@/shared/session/session';

export const useBind = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (invitationCode: string) => api.post('/api/clerk/binding', { body: { invitationCode } }),
    onSuccess: (staff) => {
      becomeStaff(staff);
      void client.invalidateQueries({ queryKey: keys.clerk });
    },
  });
};

export const useClerkMe = () => useQuery({ queryKey: keys.clerk, queryFn: () => api.get('/api/clerk/me') });

export const useScanCustomer = (storeId: string) =>
  useMutation({ mutationFn: (code: string) => api.post('/api/clerk/customers/scan', { body: { code, storeId } }) });

export const useProducts = (storeId: string, q: string) =>
  useQuery({
    queryKey: keys.clerkProducts(storeId, q),
    queryFn: () => api.get('/api/clerk/products', { query: { storeId, q } }),
    staleTime: 5 * 60_000,
    placeholderData: (before) => before,
  });

/** A preview writes nothing; the answer of the draft before stays on the screen while the next one is computed. */
export const usePreview = (draft: PurchaseDraft | null) =>
  useQuery({
    queryKey: [...keys.clerk, 'preview', draft],
    queryFn: () => api.post('/api/clerk/purchases/preview', { body: draft ?? undefined }),
    enabled: draft !== null,
    placeholderData: (before) => before,
    staleTime: 5_000,
  });

export const recordPurchase = (draft: PurchaseDraft, key: string): Promise<Receipt> =>
  api.post('/api/clerk/purchases', { body: draft, idempotencyKey: key });

export const usePurchasesOf = (storeId: string, date: string) =>
  useQuery({
    queryKey: [...keys.clerkPurchases(storeId), date],
    queryFn: () => api.get('/api/clerk/purchases', { query: { storeId, date } }),
  });

export const useReceipt = (purchaseNo: string, known: Receipt | undefined) =>
  useQuery({
    queryKey: keys.clerkReceipt(purchaseNo),
    queryFn: () => api.get('/api/clerk/purchases/{purchaseNo}', { params: { purchaseNo } }),
    initialData: known,
    // The paper is shown at once; whether it may still be undone, the server knows.
    initialDataUpdatedAt: 0,
  });

/** A preview writes nothing; the figures of the choice before stay on the screen, faded, while the next are computed. */
export const useRefundPreview = (purchaseNo: string, wish: RefundWish | null) =>
  useQuery({
    queryKey: [...keys.clerkReceipt(purchaseNo), 'refund-preview', wish],
    queryFn: () =>
      api.post('/api/clerk/purchases/{purchaseNo}/refund-preview', { params: { purchaseNo }, body: wish ?? undefined }),
    enabled: wish !== null,
    placeholderData: (before) => before,
    staleTime: 0,
    gcTime: 0,
  });

/** One key for one order: sent again after a lost answer it is the same refund, and money goes back once. */
export const useRefund = (purchaseNo: string) => {
  const client = useQueryClient();
  const intent = useRef<{ of: string; key: string } | null>(null);
  return useMutation({
    mutationFn: (order: RefundOrder) => {
      const of = JSON.stringify(order);
      if (intent.current?.of !== of) intent.current = { of, key: newKey('refund') };
      return api.post('/api/clerk/purchases/{purchaseNo}/refunds', {
        params: { purchaseNo },
        body: order,
        idempotencyKey: intent.current.key,
      });
    },
    onSettled: (_refund, error) => {
      if (isOffline(error)) return;
      intent.current = null;
      void client.invalidateQueries({ queryKey: keys.clerk });
    },
  });
};

export const useStoreActivities = (storeId: string) =>
  useQuery({
    queryKey: keys.clerkActivities(storeId),
    queryFn: () => api.get('/api/clerk/activities', { query: { storeId } }),
  });

export const useCheckIn = (activityId: string) =>
  useMutation({
    mutationFn: (code: string) =>
      api.post('/api/clerk/activities/{id}/check-ins', { params: { id: activityId }, body: { code } }),
  });

export const useRewardLookup = (storeId: string) =>
  useMutation({ mutationFn: (code: string) => api.post('/api/clerk/rewards/lookup', { body: { code, storeId } }) });

/** Good for once: sent again after a lost answer it is refused with where and when it was handed over. */
export const useHandOver = (storeId: string) =>
  useMutation({ mutationFn: (code: string) => api.post('/api/clerk/rewards/hand-overs', { body: { code, storeId } }) });

export const useCouponLookup = (storeId: string) =>
  useMutation({
    mutationFn: (couponNo: string) => api.post('/api/clerk/coupons/lookup', { body: { couponNo, storeId } }),
  });

interface CouponVisit {
  visitToken: string;
  storeId: string;
}

export const useGiveableCoupons = (visit: CouponVisit) =>
  useQuery({
    queryKey: [...keys.clerk, 'giveable', visit],
    queryFn: () => api.post('/api/clerk/giveable-coupons', { body: visit }),
    staleTime: 0,
  });

/** One key for one gift: sent again after a lost answer it is the same coupon, not a second one. */
export const useGiveCoupon = (visit: CouponVisit) => {
  const client = useQueryClient();
  const intent = useRef<{ of: string; key: string } | null>(null);
  return useMutation({
    mutationFn: (templateId: string) => {
      if (intent.current?.of !== templateId) intent.current = { of: templateId, key: newKey('give') };
      return api.post('/api/clerk/giveable-coupons/given', {
        body: { ...visit, templateId },
        idempotencyKey: intent.current.key,
      });
    },
    onSettled: (_coupon, error) => {
      if (isOffline(error)) return;
      intent.current = null;
      void client.invalidateQueries({ queryKey: [...keys.clerk, 'giveable'] });
    },
  });
};
