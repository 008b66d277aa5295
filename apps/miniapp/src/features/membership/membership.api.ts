import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { isOffline } from '@/shared/http/api-error';
import { newKey } from '@/shared/http/idempotency';
import type { PlanOffer } from '@/shared/http/types';

/** What a card changes on the shopper's screens. */
export const staleByCards = [keys.membership, keys.points, keys.home, keys.coupons];

/** Renewed while an order waits: the card opens a moment after the payment. */
export const useMembership = () =>
  useQuery({
    queryKey: keys.membership,
    queryFn: () => api.get('/api/member/membership'),
    refetchInterval: (query) => (query.state.data?.cards.some(({ state }) => state === 'ordered') ? 3_000 : false),
  });

/** One key for one agreed offer: sent again after a lost answer it is the same order. */
export const useOrder = () => {
  const intent = useRef<{ offer: string; key: string } | null>(null);
  return useMutation({
    mutationFn: ({ id, version, isRenewal }: PlanOffer) => {
      const offer = `${id}:${version}:${isRenewal}`;
      if (intent.current?.offer !== offer) intent.current = { offer, key: newKey('card') };
      return api.post('/api/member/membership/plans/{id}/orders', {
        params: { id },
        body: { version, isRenewal },
        idempotencyKey: intent.current.key,
      });
    },
    onSettled: (_order, error) => {
      if (!isOffline(error)) intent.current = null;
    },
  });
};

export const useRefundPreview = (cardNo: string, enabled: boolean) =>
  useQuery({
    queryKey: keys.cardRefund(cardNo),
    queryFn: () => api.get('/api/member/membership/cards/{cardNo}/refund', { params: { cardNo } }),
    enabled,
    // What is shown is what is agreed to: never an amount of yesterday.
    staleTime: 0,
    gcTime: 0,
  });

export const useRefund = (cardNo: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (amountFen: number) =>
      api.post('/api/member/membership/cards/{cardNo}/refund', { params: { cardNo }, body: { amountFen } }),
    onSettled: () => {
      for (const queryKey of staleByCards) void client.invalidateQueries({ queryKey });
    },
  });
};
