import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';

export const useCheckIns = (enabled = true) =>
  useQuery({ queryKey: keys.checkIns, queryFn: () => api.get('/api/member/check-ins'), enabled });

/** Once a day, however often it is sent: a second one answers what the first one gave. */
export const useCheckIn = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.post('/api/member/check-ins'),
    onSuccess: () => {
      for (const queryKey of [keys.checkIns, keys.home, keys.points]) void client.invalidateQueries({ queryKey });
    },
  });
};
