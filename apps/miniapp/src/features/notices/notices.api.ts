import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';

export const useNotices = () =>
  useInfiniteQuery({
    queryKey: keys.notices,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => api.get('/api/member/notices', { query: { cursor: pageParam ?? undefined } }),
    getNextPageParam: (last) => last.nextCursor,
  });

/** How many wait to be read. */
export const useUnread = (enabled: boolean) =>
  useQuery({
    queryKey: keys.unread,
    queryFn: async () => (await api.get('/api/member/notices', { query: { limit: 1 } })).unread,
    enabled,
  });

/** Seen up to this one. The list keeps its marks until it is opened again: a dot that goes while one looks is no help. */
export const useReadNotices = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (upTo: string) => api.post('/api/member/notices/read', { body: { upTo } }),
    onSuccess: ({ unread }) => client.setQueryData(keys.unread, unread),
  });
};
