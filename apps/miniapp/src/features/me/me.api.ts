import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { isOffline } from '@/shared/http/api-error';
import { newKey } from '@/shared/http/idempotency';
import { query } from '@/shared/http/query';
import type {
  ClosureReceipt,
  ConsentPurpose,
  ConsentText,
  FanStory,
  Feed,
  Gender,
  List,
  MemberMe,
  MyPurchase,
} from '@/shared/http/types';

export const useMe = (enabled = true) =>
  useQuery({ queryKey: keys.me, queryFn: () => api.get<MemberMe>('/member/me'), enabled });

export interface ProfileChange {
  nickname?: string;
  birthday?: string;
  gender?: Gender;
}

/** PUT, because WeChat's request knows no PATCH. Only the fields that changed are sent. */
export const useSaveProfile = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: ProfileChange) => api.put<MemberMe>('/member/me', change),
    onSuccess: (me) => {
      client.setQueryData(keys.me, me);
      void client.invalidateQueries({ queryKey: keys.home });
      void client.invalidateQueries({ queryKey: keys.points });
    },
  });
};

export const useConsentTexts = () =>
  useQuery({
    queryKey: keys.consentTexts,
    queryFn: () => api.get<List<ConsentText>>('/member/consent-texts'),
    staleTime: 10 * 60_000,
  });

export const useSetConsent = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (consent: { purpose: ConsentPurpose; version: string; granted: boolean }) =>
      api.put<MemberMe>('/member/me/consents', consent),
    onSuccess: (me) => client.setQueryData(keys.me, me),
  });
};

export const exportMyData = (): Promise<unknown> => api.get<unknown>('/member/me/export');

export const useCloseAccount = () => {
  const key = useRef<string | null>(null);
  return useMutation({
    mutationFn: () => {
      key.current ??= newKey('closure');
      return api.post<ClosureReceipt>('/member/me/closure', { confirm: true }, key.current);
    },
    onSettled: (_receipt, error) => {
      if (!isOffline(error)) key.current = null;
    },
  });
};

export const usePurchases = () =>
  useInfiniteQuery({
    queryKey: keys.purchases,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => api.get<Feed<MyPurchase>>(`/member/purchases${query({ cursor: pageParam })}`),
    getNextPageParam: (last) => last.nextCursor,
  });

export const useFanStory = () =>
  useQuery({ queryKey: keys.fanStory, queryFn: () => api.get<FanStory>('/member/me/fan-story') });
