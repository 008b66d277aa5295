// Before anything is read from storage the platform must know who holds the phone: the demo may have changed the person.
import '@/platform';
import Taro from '@tarojs/taro';
import { create } from 'zustand';
import type { StaffCard, Tokens } from '../http/types';

export type SessionState = 'starting' | 'visitor' | 'member' | 'failed';

interface Session {
  state: SessionState;
  staff: StaffCard | null;
  tokens: Tokens | null;
}

const KEY = 'session';
const NOBODY: Session = { state: 'starting', staff: null, tokens: null };

/** What the last launch knew, while its refresh token lives: the card opens at once, and without a network. */
const stored = (): Session => {
  const kept = Taro.getStorageSync(KEY) as Session | '';
  const alive = kept !== '' && kept.tokens && new Date(kept.tokens.refreshExpiresAt).getTime() > Date.now();
  return alive ? kept : NOBODY;
};

export const useSessionStore = create<Session>(() => stored());

export const keepSession = (fields: Partial<Session>): void => {
  useSessionStore.setState(fields);
  const { state, staff, tokens } = useSessionStore.getState();
  if (state === 'member' || state === 'visitor') Taro.setStorageSync(KEY, { state, staff, tokens });
  else Taro.removeStorageSync(KEY);
};
