import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';

/** What a shared link shows; a visitor sees it too. */
export const useGift = (token: string) =>
  useQuery({
    queryKey: keys.couponGift(token),
    queryFn: () => api.get('/api/member/coupon-gifts/{token}', { params: { token } }),
    enabled: token !== '',
  });

export const useMyGifts = () =>
  useQuery({ queryKey: keys.couponGifts, queryFn: () => api.get('/api/member/coupon-gifts') });

/** Gifts and coupons change together. The server answers a repeated deed as it did the first one, so none needs a key. */
const useGiftDeed = <Input, Output>(deed: (input: Input) => Promise<Output>) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: deed,
    onSettled: () => {
      for (const queryKey of [keys.coupons, keys.couponGifts, keys.home]) void client.invalidateQueries({ queryKey });
    },
  });
};

export const useOffer = () =>
  useGiftDeed((couponId: string) => api.post('/api/member/coupons/{id}/gift', { params: { id: couponId } }));
export const useAccept = () =>
  useGiftDeed((token: string) => api.post('/api/member/coupon-gifts/{token}/acceptance', { params: { token } }));
export const useWithdraw = () =>
  useGiftDeed((giftId: string) => api.post('/api/member/coupon-gifts/{id}/withdrawal', { params: { id: giftId } }));
