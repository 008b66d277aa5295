import type { Transport, TransportRequest } from '@fanloop/api-client';
import { currentSession, keepSession, keepTokens, type Tokens } from '../session/session';
import { ApiError, fallbackMessage, networkError } from './errors';

const TIMEOUT_MS = 30_000;
/** A file goes up, comes down or is read to its end, or all members are looked at. */
const LONG_TIMEOUT_MS = 300_000;
const LONG = /^\/api\/console\/(imports|audiences|bulk-issues)|\/code-(files|imports)$|\/codes\.csv$/;
const LOG_IN = '/api/console/session';
const REFRESH = '/api/console/session/refresh';

const address = ({ path, query }: TransportRequest): string => {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(pairs.map(([name, value]) => [name, String(value)])).toString();
  return search ? `${path}?${search}` : path;
};

const send = async (request: TransportRequest, token: string | null): Promise<Response> => {
  const headers: Record<string, string> = {
    accept: 'application/json',
    'accept-language': 'zh-CN',
    ...request.headers,
  };
  if (token) headers.authorization = `Bearer ${token}`;
  if (request.body !== undefined) headers['content-type'] = 'application/json';
  try {
    return await fetch(address(request), {
      method: request.method,
      headers,
      body: request.body === undefined ? undefined : JSON.stringify(request.body),
      signal: AbortSignal.timeout(LONG.test(request.path) ? LONG_TIMEOUT_MS : TIMEOUT_MS),
    });
  } catch {
    throw networkError();
  }
};

const failure = async (response: Response): Promise<ApiError> => {
  const body = (await response.json().catch(() => ({}))) as {
    code?: string;
    message?: string;
    details?: Record<string, unknown>;
  };
  const message =
    body.message && /[\u4e00-\u9fff]/.test(body.message) ? body.message : fallbackMessage(response.status);
  return new ApiError(response.status, body.code ?? `Http${response.status}`, message, body.details ?? {});
};

/** Only one tab at a time may spend a refresh token: a second use of an old one revokes the whole family. */
const alone = async <T>(work: () => Promise<T>): Promise<T> =>
  navigator.locks ? await navigator.locks.request('fanloop.refresh', () => work()) : work();

let refreshing: Promise<string | null> | null = null;

const refresh = (spent: string): Promise<string | null> => {
  refreshing ??= alone(async () => {
    const session = currentSession();
    if (!session) return null;
    if (session.tokens.accessToken !== spent) return session.tokens.accessToken;
    const body = { refreshToken: session.tokens.refreshToken };
    const response = await send({ method: 'POST', path: REFRESH, query: {}, body, headers: {} }, null);
    if (response.status >= 500 || response.status === 429) throw await failure(response);
    if (!response.ok) {
      keepSession(null);
      return null;
    }
    const tokens = (await response.json()) as Tokens;
    keepTokens(tokens);
    return tokens.accessToken;
  }).finally(() => {
    refreshing = null;
  });
  return refreshing;
};

const exchange = async (request: TransportRequest): Promise<Response> => {
  const isLogIn = request.method === 'POST' && request.path === LOG_IN;
  const token = isLogIn ? null : (currentSession()?.tokens.accessToken ?? null);
  const response = await send(request, token);
  if (response.status !== 401 || !token) return response;
  const renewed = await refresh(token);
  return renewed ? send(request, renewed) : response;
};

/** The console's way to the api: fetch with the session, refreshed once when it has expired. */
export const transport: Transport = async (request) => {
  const response = await exchange(request);
  if (!response.ok) throw await failure(response);
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return text && isJson ? JSON.parse(text) : text || undefined;
};
