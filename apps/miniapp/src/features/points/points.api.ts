import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { query } from '@/shared/http/query';
import type { Feed, PointsEntry, PointsOverview } from '@/shared/http/types';

export const usePoints = () =>
  useQuery({ queryKey: keys.points, queryFn: () => api.get<PointsOverview>('/member/points') });

export const usePointsEntries = () =>
  useInfiniteQuery({
    queryKey: keys.pointsEntries,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      api.get<Feed<PointsEntry>>(`/member/points/entries${query({ cursor: pageParam, limit: 20 })}`),
    getNextPageParam: (last) => last.nextCursor,
  });
