import { useQuery } from '@tanstack/react-query';
import { api } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { query } from '@/shared/http/query';
import type { List, Store } from '@/shared/http/types';

export const useStores = (at: { lat: number; lng: number } | null) =>
  useQuery({
    queryKey: [...keys.stores, at?.lat ?? null, at?.lng ?? null],
    queryFn: () => api.get<List<Store>>(`/member/stores${query({ lat: at?.lat, lng: at?.lng })}`),
    placeholderData: (before) => before,
  });
