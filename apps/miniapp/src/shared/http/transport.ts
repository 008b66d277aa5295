import Taro from '@tarojs/taro';
import { platform } from '@/platform';
import { ApiError } from './api-error';
import { learnServerTime } from './server-clock';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export interface Call {
  method: Method;
  /** Below `/api`, with its query. */
  path: string;
  body?: unknown;
  /** For writes that move value: the same key always means the same request. */
  idempotencyKey?: string;
}

const READ_TIMEOUT_MS = 10_000;
const WRITE_TIMEOUT_MS = 15_000;
const RETRY_WAITS_MS = [300, 1200];

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

const errorOf = (status: number, body: unknown): ApiError => {
  const { code, message, details } = (body ?? {}) as { code?: string; message?: string; details?: object };
  return new ApiError(status, code ?? `Http${status}`, message ?? '', (details ?? {}) as Record<string, unknown>);
};

const once = async <T>(call: Call, accessToken: string | null): Promise<T> => {
  const base = await platform.apiBase();
  const header: Record<string, string> = { 'Accept-Language': 'zh-CN' };
  if (call.body !== undefined) header['Content-Type'] = 'application/json';
  if (accessToken) header.Authorization = `Bearer ${accessToken}`;
  if (call.idempotencyKey) header['Idempotency-Key'] = call.idempotencyKey;
  const answer = await Taro.request<unknown>({
    url: base + call.path,
    method: call.method,
    data: call.body,
    header,
    timeout: call.method === 'GET' ? READ_TIMEOUT_MS : WRITE_TIMEOUT_MS,
  }).catch((error: unknown) => {
    // On h5 a status of 400 and above rejects with the Response in some versions: an answer all the same.
    const status = (error as { statusCode?: number; status?: number })?.statusCode;
    if (typeof status === 'number') throw errorOf(status, (error as { data?: unknown }).data);
    throw new ApiError(0, 'Offline', '');
  });
  learnServerTime(answer.header as Record<string, unknown> | undefined, Date.now());
  if (answer.statusCode >= 200 && answer.statusCode < 300) return answer.data as T;
  throw errorOf(answer.statusCode, answer.data);
};

/** One request. Reads are repeated when the network fails; writes never are: their caller holds the key and decides. */
export const send = async <T>(call: Call, accessToken: string | null): Promise<T> => {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await once<T>(call, accessToken);
    } catch (error) {
      const pause = RETRY_WAITS_MS[attempt];
      const again = call.method === 'GET' && error instanceof ApiError && error.offline && pause !== undefined;
      if (!again) throw error;
      await wait(pause);
    }
  }
};
