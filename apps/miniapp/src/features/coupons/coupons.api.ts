import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { isOffline } from '@/shared/http/api-error';
import { newKey } from '@/shared/http/idempotency';
import type { ClaimableTemplate, List, MyCoupon } from '@/shared/http/types';

export const useClaimable = () =>
  useQuery({
    queryKey: keys.couponsIn('claimable'),
    queryFn: () => api.get<List<ClaimableTemplate>>('/member/coupons?state=claimable'),
  });

export const useMyCoupons = (state: 'usable' | 'used' | 'expired', enabled = true) =>
  useQuery({
    queryKey: keys.couponsIn(state),
    queryFn: () => api.get<List<MyCoupon>>(`/member/coupons?state=${state}`),
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
      return api.post<MyCoupon>(`/member/coupons/templates/${templateId}/claims`, {}, key);
    },
    onSettled: (_coupon, error, templateId) => {
      if (!isOffline(error)) delete pending.current[templateId];
      void client.invalidateQueries({ queryKey: keys.coupons });
      void client.invalidateQueries({ queryKey: keys.home });
    },
  });
};
