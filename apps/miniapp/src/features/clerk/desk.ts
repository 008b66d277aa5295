import Taro from '@tarojs/taro';
import { create } from 'zustand';
import type { CustomerCard, Receipt } from '@/shared/http/types';

const STORE_KEY = 'clerk.store';

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
export const receive = (visit: CustomerCard): void => useDesk.setState({ visit });
export const finish = (lastReceipt: Receipt | null): void => useDesk.setState({ visit: null, lastReceipt });
