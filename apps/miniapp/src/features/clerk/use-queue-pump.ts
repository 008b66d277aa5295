import { useQueryClient } from '@tanstack/react-query';
import Taro, { useDidShow } from '@tarojs/taro';
import { useEffect } from 'react';
import { keys } from '@/shared/api/keys';
import { flush, useQueue } from './queue';

const EVERY_MS = 15_000;

/** Sends the queue when a clerk's page opens, when the network comes back, and every 15 s while something waits. */
export const useQueuePump = (): void => {
  const client = useQueryClient();
  const waiting = useQueue(({ records }) => records.some((record) => record.state === 'waiting'));
  useDidShow(() => void flush());
  useEffect(() => {
    if (!waiting) return undefined;
    const pump = () => void flush().then(() => client.invalidateQueries({ queryKey: keys.clerk }));
    const onNetwork = (status: { isConnected: boolean }) => {
      if (status.isConnected) pump();
    };
    const timer = setInterval(pump, EVERY_MS);
    Taro.onNetworkStatusChange(onNetwork);
    return () => {
      clearInterval(timer);
      Taro.offNetworkStatusChange(onNetwork);
    };
  }, [waiting, client]);
};
