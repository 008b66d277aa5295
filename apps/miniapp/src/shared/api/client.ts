import { createClient } from '@fanloop/api-client';
import { QueryClient } from '@tanstack/react-query';
import { withSession } from '../session/session';

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

/** Every route of the API by its path, typed by the OpenAPI document, sent with this person's session. */
export const api = createClient(withSession);
