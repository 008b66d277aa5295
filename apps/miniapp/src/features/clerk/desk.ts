import Taro from '@tarojs/taro';
import { create } from 'zustand';
import type { CustomerCard, Receipt } from '@/shared/http/types';

const STORE_KEY = 'clerk.store';
const MODE_KEY = 'clerk.mode';

export type DraftMode = 'amount' | 'products';

interface Desk {
  storeId: string | null;
  /** The customer in front of the till. Lives in memory only: it is somebody's personal data. */
  visit: CustomerCard | null;
  lastReceipt: Receipt | null;
}

export const useDesk = create<Desk>(() => ({
  storeId: (Taro.getStorageSync(STORE_KEY) as string) || null,
  visit: null,
  lastReceipt: null,
}));

export const chooseStore = (storeId: string): void => {
  Taro.setStorageSync(STORE_KEY, storeId);
  useDesk.setState({ storeId, visit: null });
};
/** How this clerk entered the last purchase: the next one starts so, which saves a tap at every customer. */
export const lastMode = (): DraftMode => (Taro.getStorageSync(MODE_KEY) === 'products' ? 'products' : 'amount');
export const keepMode = (mode: DraftMode): void => Taro.setStorageSync(MODE_KEY, mode);

export const receive = (visit: CustomerCard): void => useDesk.setState({ visit });
export const finish = (lastReceipt: Receipt | null): void => useDesk.setState({ visit: null, lastReceipt });
