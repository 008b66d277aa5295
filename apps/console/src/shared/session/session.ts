import { useSyncExternalStore } from 'react';

export interface Tokens {
  accessToken: string;
  accessExpiresAt: string;
  refreshToken: string;
  refreshExpiresAt: string;
}

export interface StaffProfile {
  staffId: string;
  name: string;
  role: string;
  permissions: string[];
  stores: { id: string; name: string }[];
  /** The password was given out by somebody else: nothing but the settings until it is changed. */
  mustChangePassword?: boolean;
}

export interface Session {
  tokens: Tokens;
  staff: StaffProfile;
}

const STORAGE_KEY = 'fanloop.session';
const listeners = new Set<() => void>();

const parse = (text: string | null): Session | null => {
  if (!text) return null;
  try {
    const value = JSON.parse(text) as Session;
    return value.tokens?.refreshToken && value.staff ? value : null;
  } catch {
    return null;
  }
};

let cachedText: string | null = null;
let cached: Session | null = null;

/** The session as stored now: another tab may have refreshed it, so storage is the truth and the parse is cached. */
export const currentSession = (): Session | null => {
  const text = localStorage.getItem(STORAGE_KEY);
  if (text !== cachedText) {
    cachedText = text;
    cached = parse(text);
  }
  return cached;
};

export const keepSession = (session: Session | null): void => {
  if (session) localStorage.setItem(STORAGE_KEY, JSON.stringify(session));
  else localStorage.removeItem(STORAGE_KEY);
  for (const listener of listeners) listener();
};

export const keepTokens = (tokens: Tokens): void => {
  const session = currentSession();
  if (session) keepSession({ ...session, tokens });
};

export const passwordChanged = (): void => {
  const session = currentSession();
  if (session) keepSession({ ...session, staff: { ...session.staff, mustChangePassword: false } });
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  const onStorage = (event: StorageEvent) => {
    if (event.key === STORAGE_KEY) listener();
  };
  window.addEventListener('storage', onStorage);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', onStorage);
  };
};

export const useSession = (): Session | null => useSyncExternalStore(subscribe, currentSession);

/** Whether the person logged in holds a permission. Hides what would be refused; the server decides. */
export const useMay = (): ((permission: string) => boolean) => {
  const session = useSession();
  return (permission) => session?.staff.permissions.includes(permission) ?? false;
};
