import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { isOffline } from '@/shared/http/api-error';
import { newKey } from '@/shared/http/idempotency';

export const useMall = () => useQuery({ queryKey: keys.mall, queryFn: () => api.get('/api/member/mall/items') });

export const useMallItem = (id: string) =>
  useQuery({
    queryKey: keys.mallItem(id),
    queryFn: () => api.get('/api/member/mall/items/{id}', { params: { id } }),
  });

export const useMyRewards = () =>
  useInfiniteQuery({
    queryKey: keys.rewards,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => api.get('/api/member/rewards', { query: { before: pageParam ?? undefined } }),
    getNextPageParam: (last) => last.nextBefore,
  });

/** Renewed while it waits in the shopper's hand: the clerk's scan shows by itself. */
export const useMyReward = (rewardNo: string) =>
  useQuery({
    queryKey: keys.reward(rewardNo),
    queryFn: () => api.get('/api/member/rewards/{rewardNo}', { params: { rewardNo } }),
    refetchInterval: (query) => (query.state.data?.state === 'ready' ? 5_000 : false),
  });

const useStale = () => {
  const client = useQueryClient();
  return () => {
    for (const queryKey of [keys.mall, keys.rewards, keys.points, keys.home, keys.coupons])
      void client.invalidateQueries({ queryKey });
  };
};

/** One key for one agreed price: sent again after a lost answer it is the same redemption, and points go once. */
export const useRedeem = (id: string) => {
  const refresh = useStale();
  const intent = useRef<{ price: number; key: string } | null>(null);
  return useMutation({
    mutationFn: (pricePoints: number) => {
      if (intent.current?.price !== pricePoints) intent.current = { price: pricePoints, key: newKey('redeem') };
      return api.post('/api/member/mall/items/{id}/rewards', {
        params: { id },
        body: { pricePoints },
        idempotencyKey: intent.current.key,
      });
    },
    onSettled: (_redeemed, error) => {
      if (!isOffline(error)) intent.current = null;
      refresh();
    },
  });
};

export const useCancelReward = (rewardNo: string) => {
  const refresh = useStale();
  return useMutation({
    mutationFn: () => api.delete('/api/member/rewards/{rewardNo}', { params: { rewardNo } }),
    onSettled: refresh,
  });
};
