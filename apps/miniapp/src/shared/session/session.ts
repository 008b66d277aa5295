import { createClient, type TransportRequest } from '@fanloop/api-client';
import { platform } from '@/platform';
import { ApiError } from '../http/api-error';
import { send } from '../http/transport';
import type { StaffCard, Tokens } from '../http/types';
import { keepTokens, useSessionStore } from './store';

// Log-in and refresh are each under way at most once: a second caller waits for the first one's answer. A refresh token
// used twice would revoke the whole family of tokens.
let loggingIn: Promise<void> | null = null;
let refreshing: Promise<void> | null = null;

/** Log-in and refresh go without a session. */
const open = createClient((request) => send(request, null));

const logIn = async (): Promise<void> => {
  try {
    const code = await platform.loginCode();
    const answer = await open.post('/api/member/session', { body: { code } });
    keepTokens(answer.tokens);
    useSessionStore.setState({ state: answer.enrolled ? 'member' : 'visitor', staff: answer.staff });
  } catch (error) {
    useSessionStore.setState({ state: 'failed' });
    throw error instanceof ApiError ? error : new ApiError(0, 'LoginFailed', '');
  }
};

/** Silent log-in, once per launch: it also tells whether this person is enrolled or a clerk. */
export const ensureSession = (): Promise<void> => {
  loggingIn ??= logIn().catch((error) => {
    loggingIn = null;
    throw error;
  });
  return loggingIn;
};

const logInAnew = (): Promise<void> => {
  loggingIn = null;
  keepTokens(null);
  return ensureSession();
};

const refresh = (): Promise<void> => {
  refreshing ??= (async () => {
    const refreshToken = useSessionStore.getState().tokens?.refreshToken;
    try {
      if (!refreshToken) throw new ApiError(401, 'SessionExpired', '');
      keepTokens(await open.post('/api/member/session/refresh', { body: { refreshToken } }));
    } catch (error) {
      if (error instanceof ApiError && error.offline) throw error;
      await logInAnew();
    }
  })().finally(() => {
    refreshing = null;
  });
  return refreshing;
};

const accessToken = (): string | null => useSessionStore.getState().tokens?.accessToken ?? null;

/** Sends with the session; an expired one is renewed once. The second try carries the same idempotency key. */
export const withSession = async (call: TransportRequest): Promise<unknown> => {
  await ensureSession();
  const used = accessToken();
  try {
    return await send(call, used);
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) throw error;
    // Somebody else may have renewed it while this answer was on its way.
    if (accessToken() === used) await refresh();
    return send(call, accessToken());
  }
};

export const becomeMember = (tokens: Tokens): void => {
  keepTokens(tokens);
  useSessionStore.setState({ state: 'member' });
};

export const becomeStaff = (staff: StaffCard): void => useSessionStore.setState({ staff });

/** After an account is closed: whoever holds the phone is a visitor again. */
export const forget = (): Promise<void> => {
  useSessionStore.setState({ state: 'starting', staff: null });
  return logInAnew();
};
