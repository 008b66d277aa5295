import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { isOffline } from '@/shared/http/api-error';
import { newKey } from '@/shared/http/idempotency';

export const useTransferTerms = () =>
  useQuery({ queryKey: keys.transferTerms, queryFn: () => api.get('/api/member/points/transfers/terms') });

export const useTransfers = () =>
  useInfiniteQuery({
    queryKey: keys.transfers,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => api.get('/api/member/points/transfers', { query: { cursor: pageParam ?? undefined } }),
    getNextPageParam: (last) => last.nextCursor,
  });

/** Who that is, by a masked name. */
export const useFindRecipient = () =>
  useMutation({
    mutationFn: (recipient: string) => api.post('/api/member/points/transfers/lookup', { body: { recipient } }),
  });

interface Gift {
  recipient: string;
  points: number;
}

/** A gift whose answer was lost is sent again with its own key, so that it can never become a second gift. */
export const useGive = () => {
  const client = useQueryClient();
  const pending = useRef<{ gift: string; key: string } | null>(null);
  return useMutation({
    mutationFn: (body: Gift) => {
      const gift = JSON.stringify(body);
      if (pending.current?.gift !== gift) pending.current = { gift, key: newKey('gift') };
      return api.post('/api/member/points/transfers', { body, idempotencyKey: pending.current.key });
    },
    onSettled: (_given, error) => {
      if (isOffline(error)) return;
      pending.current = null;
      void client.invalidateQueries({ queryKey: keys.points });
      void client.invalidateQueries({ queryKey: keys.home });
    },
  });
};
