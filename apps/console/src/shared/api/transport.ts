import { currentSession, keepSession, keepTokens, type Tokens } from '../session/session';
import { ApiError, fallbackMessage, networkError } from './errors';

export type Query = Record<string, string | number | boolean | null | undefined>;
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Ask {
  query?: Query;
  body?: unknown;
  /** Idempotency-Key of a value-moving write. */
  key?: string;
  signal?: AbortSignal;
  /** Log-in and refresh go out without a token. */
  anonymous?: boolean;
  timeoutMs?: number;
}

const BASE = '/api';
const TIMEOUT_MS = 30_000;

const address = (path: string, query: Query = {}): string => {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const search = new URLSearchParams(pairs.map(([name, value]) => [name, String(value)])).toString();
  return `${BASE}${path}${search ? `?${search}` : ''}`;
};

const send = async (method: Method, path: string, ask: Ask, token: string | null): Promise<Response> => {
  const timeout = AbortSignal.timeout(ask.timeoutMs ?? TIMEOUT_MS);
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': 'zh-CN' };
  if (token) headers.authorization = `Bearer ${token}`;
  if (ask.key) headers['idempotency-key'] = ask.key;
  if (ask.body !== undefined) headers['content-type'] = 'application/json';
  try {
    return await fetch(address(path, ask.query), {
      method,
      headers,
      body: ask.body === undefined ? undefined : JSON.stringify(ask.body),
      signal: ask.signal ? AbortSignal.any([ask.signal, timeout]) : timeout,
    });
  } catch (error) {
    if (ask.signal?.aborted) throw error;
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
    const ask = { body: { refreshToken: session.tokens.refreshToken } };
    const response = await send('POST', '/console/session/refresh', ask, null);
    if (response.status >= 500) throw await failure(response);
    if (!response.ok) {
      keepSession(null);
      return null;
    }
    const answer = (await response.json()) as Tokens | { tokens: Tokens };
    const tokens = 'tokens' in answer ? answer.tokens : answer;
    keepTokens(tokens);
    return tokens.accessToken;
  }).finally(() => {
    refreshing = null;
  });
  return refreshing;
};

const exchange = async (method: Method, path: string, ask: Ask): Promise<Response> => {
  const token = ask.anonymous ? null : (currentSession()?.tokens.accessToken ?? null);
  const response = await send(method, path, ask, token);
  if (response.status !== 401 || !token) return response;
  const renewed = await refresh(token);
  return renewed ? send(method, path, ask, renewed) : response;
};

const call = async <T>(method: Method, path: string, ask: Ask = {}): Promise<T> => {
  const response = await exchange(method, path, ask);
  if (!response.ok) throw await failure(response);
  if (response.status === 204) return undefined as T;
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
};

export const api = {
  get: <T>(path: string, query?: Query, signal?: AbortSignal) => call<T>('GET', path, { query, signal }),
  post: <T>(path: string, body: unknown = {}, more: Ask = {}) => call<T>('POST', path, { ...more, body }),
  put: <T>(path: string, body: unknown = {}, more: Ask = {}) => call<T>('PUT', path, { ...more, body }),
  delete: <T>(path: string, more: Ask = {}) => call<T>('DELETE', path, more),
  /** A file as text, for reports that the server writes. */
  text: async (path: string): Promise<string> => {
    const response = await exchange('GET', path, {});
    if (!response.ok) throw await failure(response);
    return response.text();
  },
};
