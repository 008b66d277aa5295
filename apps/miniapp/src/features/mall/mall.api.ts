import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { isOffline } from '@/shared/http/api-error';
import { newKey } from '@/shared/http/idempotency';
import type { MallItemDetail, MyReward } from '@/shared/http/types';

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

const renewedEvery = (reward: MyReward | undefined): number | false => {
  if (reward?.state === 'reserved') return 2_000;
  return reward?.state === 'ready' || reward?.refund?.state === 'processing' ? 5_000 : false;
};

/** Renewed while it waits in the shopper's hand: the clerk's scan, and money that comes or goes, show by themselves. */
export const useMyReward = (rewardNo: string) =>
  useQuery({
    queryKey: keys.reward(rewardNo),
    queryFn: () => api.get('/api/member/rewards/{rewardNo}', { params: { rewardNo } }),
    refetchInterval: (query) => renewedEvery(query.state.data),
  });

/** What a reward that comes or goes changes on other screens. */
export const STALE = [keys.mall, keys.rewards, keys.points, keys.home, keys.coupons];

const useStale = () => {
  const client = useQueryClient();
  return () => {
    for (const queryKey of STALE) void client.invalidateQueries({ queryKey });
  };
};

/** One key for one agreed price: sent again after a lost answer it is the same redemption, and points go once. */
export const useRedeem = (id: string) => {
  const refresh = useStale();
  const intent = useRef<{ price: string; key: string } | null>(null);
  return useMutation({
    mutationFn: ({ pricePoints, priceFen }: Pick<MallItemDetail, 'pricePoints' | 'priceFen'>) => {
      const price = `${pricePoints}+${priceFen}`;
      if (intent.current?.price !== price) intent.current = { price, key: newKey('redeem') };
      return api.post('/api/member/mall/items/{id}/rewards', {
        params: { id },
        body: { pricePoints, priceFen },
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
