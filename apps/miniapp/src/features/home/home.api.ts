import { useQuery } from '@tanstack/react-query';
import { api } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';

export const useHome = (enabled: boolean) =>
  useQuery({ queryKey: keys.home, queryFn: () => api.get('/api/member/home'), enabled });
