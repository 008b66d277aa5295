import { createClient, type TransportRequest } from '@fanloop/api-client';
import { platform } from '@/platform';
import { ApiError, hasCode } from '../http/api-error';
import { send } from '../http/transport';
import type { StaffCard, Tokens } from '../http/types';
import { keepSession, useSessionStore } from './store';

// Log-in and refresh are each under way at most once: a second caller waits for the first one's answer. A refresh token
// used twice would revoke the whole family of tokens.
let loggingIn: Promise<void> | null = null;
let refreshing: Promise<void> | null = null;

/** Log-in and refresh go without a session. */
const open = createClient((request) => send(request, null));

const logIn = async (): Promise<void> => {
  try {
    const code = await platform.loginCode();
    const { tokens, enrolled, staff } = await open.post('/api/member/session', { body: { code } });
    keepSession({ tokens, staff, state: enrolled ? 'member' : 'visitor' });
  } catch (error) {
    keepSession({ state: 'failed' });
    throw error instanceof ApiError ? error : new ApiError(0, 'LoginFailed', '');
  }
};

/** Silent log-in, unless the last launch's session still lives: it tells whether this person is a member or a clerk. */
export const ensureSession = (): Promise<void> => {
  const { tokens, state } = useSessionStore.getState();
  if (!loggingIn && tokens && (state === 'member' || state === 'visitor')) return Promise.resolve();
  loggingIn ??= logIn().finally(() => {
    loggingIn = null;
  });
  return loggingIn;
};

const logInAnew = (): Promise<void> => {
  keepSession({ tokens: null });
  return ensureSession();
};

const renew = async (): Promise<void> => {
  const refreshToken = accessTokens()?.refreshToken;
  try {
    if (!refreshToken) throw new ApiError(401, 'SessionExpired', '');
    keepSession({ tokens: await open.post('/api/member/session/refresh', { body: { refreshToken } }) });
  } catch (error) {
    if (error instanceof ApiError && error.offline) throw error;
    await logInAnew();
  }
};

const refresh = (): Promise<void> => {
  refreshing ??= renew().finally(() => {
    refreshing = null;
  });
  return refreshing;
};

const accessTokens = (): Tokens | null => useSessionStore.getState().tokens;
const accessToken = (): string | null => accessTokens()?.accessToken ?? null;

/** Sends with the session; an expired one is renewed once. The second try carries the same idempotency key. */
export const withSession = async (call: TransportRequest): Promise<unknown> => {
  await ensureSession();
  const used = accessToken();
  try {
    return await send(call, used);
  } catch (error) {
    // The account may have been closed elsewhere since this phone last asked.
    if (hasCode(error, 'NotEnrolled')) keepSession({ state: 'visitor' });
    if (!(error instanceof ApiError) || error.status !== 401) throw error;
    // Somebody else may have renewed it while this answer was on its way.
    if (accessToken() === used) await refresh();
    return send(call, accessToken());
  }
};

export const becomeMember = (tokens: Tokens): void => keepSession({ tokens, state: 'member' });
export const becomeStaff = (staff: StaffCard | null): void => keepSession({ staff });

/** After an account is closed: whoever holds the phone is a visitor again. */
export const forget = (): Promise<void> => {
  keepSession({ state: 'starting', staff: null, tokens: null });
  return ensureSession();
};
