import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { stopPullDownRefresh, useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { useRef } from 'react';

/** Coming back to a page renews what it shows (a purchase may have happened); pulling down does it at once. */
export const useRefreshOnShow = (...stale: QueryKey[]): void => {
  const client = useQueryClient();
  const first = useRef(true);
  const renew = () => Promise.all(stale.map((queryKey) => client.invalidateQueries({ queryKey })));
  useDidShow(() => {
    if (first.current) first.current = false;
    else void renew();
  });
  usePullDownRefresh(() => {
    void renew().then(() => stopPullDownRefresh());
  });
};
