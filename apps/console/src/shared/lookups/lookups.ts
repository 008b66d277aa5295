import { useQuery } from '@tanstack/react-query';
import { api } from '../api/transport';
import type { Page } from '../api/types/common';
import type { TierRow } from '../api/types/loyalty';
import type { StoreRow } from '../api/types/organization';
import type { TagRow } from '../api/types/tagging';
import { useMay, useSession } from '../session/session';

const LONG_MS = 5 * 60_000;

export const storesKey = ['lookup', 'stores'];

/** All stores for pickers; who may not list them gets the stores that the session names. */
export const useStores = (): { id: string; name: string }[] => {
  const may = useMay();
  const session = useSession();
  const query = useQuery({
    queryKey: storesKey,
    queryFn: () => api.get<Page<StoreRow>>('/console/stores', { pageSize: 200 }),
    staleTime: LONG_MS,
    enabled: may('stores.read'),
  });
  return query.data?.items ?? session?.staff.stores ?? [];
};

export const tiersKey = ['lookup', 'tiers'];
export const useTiers = () =>
  useQuery({
    queryKey: tiersKey,
    queryFn: () => api.get<{ items: TierRow[] }>('/console/tiers'),
    staleTime: LONG_MS,
  });

export const tagsKey = ['lookup', 'tags'];
export const useTags = () => {
  const may = useMay();
  return useQuery({
    queryKey: tagsKey,
    queryFn: () => api.get<{ items: TagRow[] }>('/console/tags'),
    staleTime: LONG_MS,
    enabled: may('tagging.read'),
  });
};
