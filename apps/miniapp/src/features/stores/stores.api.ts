import { useQuery } from '@tanstack/react-query';
import { api } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';

export const useStores = (at: { lat: number; lng: number } | null) =>
  useQuery({
    queryKey: [...keys.stores, at?.lat ?? null, at?.lng ?? null],
    queryFn: () => api.get('/api/member/stores', { query: { lat: at?.lat, lng: at?.lng } }),
    placeholderData: (before) => before,
  });
