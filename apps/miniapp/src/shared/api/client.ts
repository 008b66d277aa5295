import { QueryClient } from '@tanstack/react-query';
import { withSession } from '../session/session';
import type { Method } from '../http/transport';

// networkMode 'always': WeChat has no `navigator.onLine`, and the transport itself knows when no answer came.
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      staleTime: 15_000,
      gcTime: 10 * 60_000,
      retry: false,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

const call =
  (method: Method) =>
  <T>(path: string, body?: unknown, idempotencyKey?: string): Promise<T> =>
    withSession<T>({ method, path, body, idempotencyKey });

export const api = { get: call('GET'), post: call('POST'), put: call('PUT'), delete: call('DELETE') };
