import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { isOffline } from '@/shared/http/api-error';
import { newKey } from '@/shared/http/idempotency';
import type { ActivityCard, ActivityDetail, EntryAnswer, List } from '@/shared/http/types';

export const useActivities = (enabled = true) =>
  useQuery({
    queryKey: keys.activities,
    queryFn: () => api.get<List<ActivityCard>>('/member/activities'),
    enabled,
  });

/** Seats move while others sign up: renewed every 15 s while the page is open. */
export const useActivity = (id: string) =>
  useQuery({
    queryKey: keys.activity(id),
    queryFn: () => api.get<ActivityDetail>(`/member/activities/${id}`),
    refetchInterval: 15_000,
  });

export const useJoinActivity = (id: string) => {
  const client = useQueryClient();
  const key = useRef<string | null>(null);
  return useMutation({
    mutationFn: () => {
      key.current ??= newKey('join');
      return api.post<EntryAnswer>(`/member/activities/${id}/entries`, {}, key.current);
    },
    onSettled: (_entry, error) => {
      if (!isOffline(error)) key.current = null;
      void client.invalidateQueries({ queryKey: keys.activities });
      void client.invalidateQueries({ queryKey: keys.home });
    },
  });
};

export const useCancelEntry = (id: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.delete<{ state: 'cancelled' }>(`/member/activities/${id}/entries/mine`),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: keys.activities });
      void client.invalidateQueries({ queryKey: keys.home });
    },
  });
};
