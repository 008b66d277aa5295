import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { isOffline } from '@/shared/http/api-error';
import { newKey } from '@/shared/http/idempotency';
import type { ClaimableTemplate, List, MyCoupon } from '@/shared/http/types';

type CouponState = 'claimable' | 'usable' | 'used' | 'expired';

// One route answers templates for `claimable` and the member's own coupons for the other states.
const couponsIn = (state: CouponState) => api.get('/api/member/coupons', { query: { state } });

export const useClaimable = () =>
  useQuery({
    queryKey: keys.couponsIn('claimable'),
    queryFn: () => couponsIn('claimable') as Promise<List<ClaimableTemplate>>,
  });

export const useMyCoupons = (state: 'usable' | 'used' | 'expired', enabled = true) =>
  useQuery({
    queryKey: keys.couponsIn(state),
    queryFn: () => couponsIn(state) as Promise<List<MyCoupon>>,
    enabled,
  });

/** A claim whose answer was lost is sent again with its own key, so that it can never become a second claim. */
export const useClaim = () => {
  const client = useQueryClient();
  const pending = useRef<Record<string, string>>({});
  return useMutation({
    mutationFn: (templateId: string) => {
      const key = pending.current[templateId] ?? newKey('claim');
      pending.current[templateId] = key;
      return api.post('/api/member/coupons/templates/{templateId}/claims', {
        params: { templateId },
        idempotencyKey: key,
      });
    },
    onSettled: (_coupon, error, templateId) => {
      if (!isOffline(error)) delete pending.current[templateId];
      void client.invalidateQueries({ queryKey: keys.coupons });
      void client.invalidateQueries({ queryKey: keys.home });
    },
  });
};

/** A code whose answer was lost is sent again with its own key: the coupon that it gave comes back. */
export const useCode = () => {
  const client = useQueryClient();
  const pending = useRef<Record<string, string>>({});
  return useMutation({
    mutationFn: (code: string) => {
      const key = pending.current[code] ?? newKey('code');
      pending.current[code] = key;
      return api.post('/api/member/coupons/codes', { body: { code }, idempotencyKey: key });
    },
    onSettled: (_coupon, error, code) => {
      if (!isOffline(error)) delete pending.current[code];
      void client.invalidateQueries({ queryKey: keys.coupons });
      void client.invalidateQueries({ queryKey: keys.home });
    },
  });
};
