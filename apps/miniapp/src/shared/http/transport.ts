import type { TransportRequest } from '@fanloop/api-client';
import Taro from '@tarojs/taro';
import { platform } from '@/platform';
import { ApiError } from './api-error';
import { search } from './search';
import { learnServerTime } from './server-clock';

const READ_TIMEOUT_MS = 10_000;
const WRITE_TIMEOUT_MS = 15_000;
const RETRY_WAITS_MS = [300, 1200];

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

const errorOf = (status: number, body: unknown): ApiError => {
  const { code, message, details } = (body ?? {}) as { code?: string; message?: string; details?: object };
  return new ApiError(status, code ?? `Http${status}`, message ?? '', (details ?? {}) as Record<string, unknown>);
};

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

const once = async (call: TransportRequest, accessToken: string | null): Promise<unknown> => {
  const header: Record<string, string> = { 'Accept-Language': 'zh-CN', ...call.headers };
  if (call.body !== undefined) header['Content-Type'] = 'application/json';
  if (accessToken) header.Authorization = `Bearer ${accessToken}`;
  const answer = await Taro.request<unknown>({
    url: platform.apiOrigin + call.path + search(call.query),
    method: call.method as Method,
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
  if (answer.statusCode >= 200 && answer.statusCode < 300) return answer.data;
  throw errorOf(answer.statusCode, answer.data);
};

/** One request. Reads are repeated when the network fails; writes never are: their caller holds the key and decides. */
export const send = async (call: TransportRequest, accessToken: string | null): Promise<unknown> => {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await once(call, accessToken);
    } catch (error) {
      const pause = RETRY_WAITS_MS[attempt];
      const again = call.method === 'GET' && error instanceof ApiError && error.offline && pause !== undefined;
      if (!again) throw error;
      await wait(pause);
    }
  }
};
