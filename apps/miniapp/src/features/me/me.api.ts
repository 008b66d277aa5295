import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { isOffline } from '@/shared/http/api-error';
import { newKey } from '@/shared/http/idempotency';
import type { ConsentPurpose, Gender } from '@/shared/http/types';

export const useMe = (enabled = true) =>
  useQuery({ queryKey: keys.me, queryFn: () => api.get('/api/member/me'), enabled });

export interface ProfileChange {
  nickname?: string;
  birthday?: string;
  gender?: Gender;
}

/** PUT, because WeChat's request knows no PATCH. Only the fields that changed are sent. */
export const useSaveProfile = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: ProfileChange) => api.put('/api/member/me', { body: change }),
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
    queryFn: () => api.get('/api/member/consent-texts'),
    staleTime: 10 * 60_000,
  });

export const useSetConsent = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (consent: { purpose: ConsentPurpose; version: number; granted: boolean }) =>
      api.put('/api/member/me/consents', { body: consent }),
    onSuccess: (me) => client.setQueryData(keys.me, me),
  });
};

export const exportMyData = () => api.get('/api/member/me/export');

export const useCloseAccount = () => {
  const key = useRef<string | null>(null);
  return useMutation({
    mutationFn: () => {
      key.current ??= newKey('closure');
      return api.post('/api/member/me/closure', { body: { confirm: true }, idempotencyKey: key.current });
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
    queryFn: ({ pageParam }) => api.get('/api/member/purchases', { query: { cursor: pageParam ?? undefined } }),
    getNextPageParam: (last) => last.nextCursor,
  });

export const useFanStory = () =>
  useQuery({ queryKey: keys.fanStory, queryFn: () => api.get('/api/member/me/fan-story') });
