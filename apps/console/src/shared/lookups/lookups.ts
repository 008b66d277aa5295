import { useQuery } from '@tanstack/react-query';
import { allRows, client } from '../api/client';
import { useMay, useSession } from '../session/session';

const LONG_MS = 5 * 60_000;

export const storesKey = ['lookup', 'stores'];

/** All stores for pickers; who may not list them gets the stores that the session names. */
export const useStores = (): { id: string; name: string }[] => {
  const may = useMay();
  const session = useSession();
  const query = useQuery({
    queryKey: storesKey,
    queryFn: () => client.get('/api/console/stores'),
    staleTime: LONG_MS,
    enabled: may('stores.read'),
  });
  return query.data?.items ?? session?.staff.stores ?? [];
};

export const tiersKey = ['lookup', 'tiers'];
export const useTiers = () => {
  const may = useMay();
  return useQuery({
    queryKey: tiersKey,
    queryFn: () => client.get('/api/console/tiers'),
    staleTime: LONG_MS,
    enabled: may('rules.read'),
  });
};

export const tagsKey = ['lookup', 'tags'];
export const useTags = () => {
  const may = useMay();
  return useQuery({
    queryKey: tagsKey,
    queryFn: () => client.get('/api/console/tags'),
    staleTime: LONG_MS,
    enabled: may('tagging.read'),
  });
};

export const couponTemplatesKey = ['lookup', 'coupon-templates'];
export const useCouponTemplates = () => {
  const may = useMay();
  return useQuery({
    queryKey: couponTemplatesKey,
    queryFn: () =>
      allRows((page, pageSize) => client.get('/api/console/coupons/templates', { query: { page, pageSize } })),
    staleTime: LONG_MS,
    enabled: may('coupons.read'),
  });
};
