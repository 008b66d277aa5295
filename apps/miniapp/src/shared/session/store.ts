import Taro from '@tarojs/taro';
import { create } from 'zustand';
import type { StaffCard, Tokens } from '../http/types';

export type SessionState = 'starting' | 'visitor' | 'member' | 'failed';

interface Session {
  state: SessionState;
  staff: StaffCard | null;
  tokens: Tokens | null;
}

const TOKENS_KEY = 'session.tokens';

const storedTokens = (): Tokens | null => {
  try {
    return (Taro.getStorageSync(TOKENS_KEY) as Tokens | '') || null;
  } catch {
    return null;
  }
};

export const useSessionStore = create<Session>(() => ({ state: 'starting', staff: null, tokens: storedTokens() }));

export const keepTokens = (tokens: Tokens | null): void => {
  if (tokens) Taro.setStorageSync(TOKENS_KEY, tokens);
  else Taro.removeStorageSync(TOKENS_KEY);
  useSessionStore.setState({ tokens });
};
