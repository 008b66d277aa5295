import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { ApiError } from './errors';

const freshKey = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
};

/**
 * A write that moves value. One key per form: a retry after a dropped line carries the same key, so the server answers
 * with what it stored instead of paying twice. The key changes only when the outcome is known (done, or refused).
 */
export const useKeyedWrite = <Input, Output>(
  write: (input: Input, key: string) => Promise<Output>,
  onDone: (output: Output, input: Input) => void,
): UseMutationResult<Output, Error, Input> => {
  const key = useRef(freshKey());
  return useMutation({
    mutationFn: (input: Input) => write(input, key.current),
    onSuccess: (output, input) => {
      key.current = freshKey();
      onDone(output, input);
    },
    onError: (error) => {
      if (error instanceof ApiError && error.isDefinite) key.current = freshKey();
    },
  });
};
