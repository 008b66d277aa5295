import { useQuery } from '@tanstack/react-query';
import { api } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { Home } from '@/shared/http/types';

export const useHome = (enabled: boolean) =>
  useQuery({ queryKey: keys.home, queryFn: () => api.get<Home>('/member/home'), enabled });
