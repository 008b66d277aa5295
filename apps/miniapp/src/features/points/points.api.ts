import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';

export const usePoints = () => useQuery({ queryKey: keys.points, queryFn: () => api.get('/api/member/points') });

export const useTierHistory = () =>
  useQuery({ queryKey: keys.tierHistory, queryFn: () => api.get('/api/member/tier/history') });

export const usePointsEntries = () =>
  useInfiniteQuery({
    queryKey: keys.pointsEntries,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => api.get('/api/member/points/entries', { query: { cursor: pageParam ?? undefined } }),
    getNextPageParam: (last) => last.nextCursor,
  });

/** One entry with all that helps to understand it; it never changes but for what became of its points. */
export const usePointsEntry = (entryId: string) =>
  useQuery({
    queryKey: keys.pointsEntry(entryId),
    queryFn: () => api.get('/api/member/points/entries/{id}', { params: { id: entryId } }),
  });
