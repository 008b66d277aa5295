import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { isOffline } from '@/shared/http/api-error';
import { newKey } from '@/shared/http/idempotency';

export const useActivities = (enabled = true) =>
  useQuery({
    queryKey: keys.activities,
    queryFn: () => api.get('/api/member/activities'),
    enabled,
  });

/** Seats move while others sign up: renewed every 15 s while the page is open. */
export const useActivity = (id: string) =>
  useQuery({
    queryKey: keys.activity(id),
    queryFn: () => api.get('/api/member/activities/{id}', { params: { id } }),
    refetchInterval: 15_000,
  });

export const useJoinActivity = (id: string) => {
  const client = useQueryClient();
  const key = useRef<string | null>(null);
  return useMutation({
    mutationFn: () => {
      key.current ??= newKey('join');
      return api.post('/api/member/activities/{id}/entries', { params: { id }, idempotencyKey: key.current });
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
    mutationFn: () => api.delete('/api/member/activities/{id}/entries/mine', { params: { id } }),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: keys.activities });
      void client.invalidateQueries({ queryKey: keys.home });
    },
  });
};
