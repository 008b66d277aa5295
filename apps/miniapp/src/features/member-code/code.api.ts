import { useQuery } from '@tanstack/react-query';
import Taro from '@tarojs/taro';
import { useEffect } from 'react';
import { api } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { useTicks } from '@/shared/ui/use-ticks';
import { type KeptCode, keep, shownAt } from './turning-code';

const STORAGE_KEY = 'member-code';

// Kept on the phone: in a basement store the page opens with the code at once, before any answer comes.
const stored = (): KeptCode | undefined => (Taro.getStorageSync(STORAGE_KEY) as KeptCode | '') || undefined;

const fetchCode = async (): Promise<KeptCode> => {
  const sentAt = Date.now();
  const kept = keep(await api.get('/api/member/me/code'), sentAt, Date.now());
  Taro.setStorageSync(STORAGE_KEY, kept);
  return kept;
};

/** The code of this moment. A new one is asked for when a step ends, and again every few seconds until it comes. */
export const useTurningCode = () => {
  const now = useTicks();
  const query = useQuery({
    queryKey: keys.memberCode,
    queryFn: fetchCode,
    initialData: stored,
    initialDataUpdatedAt: 0,
  });
  const shown = query.data ? shownAt(query.data, now) : null;
  const due = query.data !== undefined && (shown === null || shown.ahead);
  const second = Math.floor(now / 5000);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `second` paces the tries while one is due
  useEffect(() => {
    if (due && !query.isFetching) void query.refetch();
  }, [due, second]);
  return { shown, failing: query.isError, loading: query.isPending, error: query.error, refetch: query.refetch };
};
