import type { ReactNode } from 'react';
import { ErrorState } from './empty';
import { Skeleton } from './skeleton';

interface Asked<T> {
  data: T | undefined;
  error: unknown;
  refetch: () => unknown;
}

interface QueryViewProps<T> {
  query: Asked<T>;
  children: (data: T) => ReactNode;
  skeleton?: 'card' | 'list' | 'ticket' | 'hero';
}

/** A skeleton, the reason with 重试, or what came. What is already there stays when a renewal fails. */
export const QueryView = <T,>({ query, children, skeleton }: QueryViewProps<T>) => {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <Skeleton shape={skeleton} />;
};
