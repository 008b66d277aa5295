import Taro from '@tarojs/taro';
import { create } from 'zustand';
import { isOffline, reasonOf } from '@/shared/http/api-error';
import type { PurchaseDraft } from '@/shared/http/types';
import { recordPurchase } from './clerk.api';

// Records that could not be sent. Each keeps the key of its first try: if that try did reach the server, sending again
// brings back the stored receipt and writes nothing.
export interface QueuedRecord {
  key: string;
  draft: PurchaseDraft;
  customer: string;
  amountFen: number;
  at: number;
  state: 'waiting' | 'sending' | 'refused' | 'sent';
  reason: string | null;
}

const STORAGE_KEY = 'clerk.queue';
const KEEP_SENT_MS = 10 * 60_000;

// What was under way when the phone went off is waiting again.
const stored = (): QueuedRecord[] =>
  ((Taro.getStorageSync(STORAGE_KEY) as QueuedRecord[] | '') || []).map((record) =>
    record.state === 'sending' ? { ...record, state: 'waiting' } : record,
  );

export const useQueue = create<{ records: QueuedRecord[] }>(() => ({ records: stored() }));

const set = (records: QueuedRecord[]): void => {
  useQueue.setState({ records });
  Taro.setStorageSync(STORAGE_KEY, records);
};
const change = (key: string, fields: Partial<QueuedRecord>): void =>
  set(useQueue.getState().records.map((record) => (record.key === key ? { ...record, ...fields } : record)));

export const enqueue = (record: Pick<QueuedRecord, 'key' | 'draft' | 'customer' | 'amountFen'>): void =>
  set([...useQueue.getState().records, { ...record, at: Date.now(), state: 'waiting', reason: null }]);

export const drop = (key: string): void => set(useQueue.getState().records.filter((record) => record.key !== key));

let flushing = false;

/** Sends what waits, oldest first; stops at the first sign that the network is still away. */
export const flush = async (): Promise<void> => {
  if (flushing) return;
  flushing = true;
  try {
    for (;;) {
      const next = useQueue.getState().records.find((record) => record.state === 'waiting');
      if (!next) break;
      change(next.key, { state: 'sending' });
      try {
        await recordPurchase(next.draft, next.key);
        change(next.key, { state: 'sent', reason: null });
      } catch (error) {
        const away = isOffline(error);
        change(next.key, { state: away ? 'waiting' : 'refused', reason: away ? null : reasonOf(error) });
        if (away) break;
      }
    }
  } finally {
    flushing = false;
  }
  const old = Date.now() - KEEP_SENT_MS;
  set(useQueue.getState().records.filter((record) => record.state !== 'sent' || record.at > old));
};
