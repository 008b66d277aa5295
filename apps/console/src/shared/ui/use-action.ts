import { type QueryKey, type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useRef } from 'react';
import { messageOf } from '../api/errors';

interface ActionOptions<Input, Output> {
  /** Said in a toast when it worked; none when empty. */
  said?: string | ((output: Output, input: Input) => string);
  /** Lists that show something else now. */
  refresh?: QueryKey[];
  onDone?: (output: Output, input: Input) => void;
}

const nameOf = (input: unknown): string => JSON.stringify(input) ?? '';

/**
 * A write at the press of a button: toast when done, the server's reason when refused, lists reloaded. The same press while the first
 * is still on its way is no second write: people double-click, and a button shows that it is busy only a moment later.
 */
export const useAction = <Input = void, Output = unknown>(
  act: (input: Input) => Promise<Output>,
  { said, refresh = [], onDone }: ActionOptions<Input, Output> = {},
): UseMutationResult<Output, Error, Input> => {
  const { message } = App.useApp();
  const client = useQueryClient();
  const onItsWay = useRef(new Set<string>());
  const mutation = useMutation({
    mutationFn: act,
    onSuccess: async (output, input) => {
      const words = typeof said === 'function' ? said(output, input) : said;
      if (words) message.success(words);
      onDone?.(output, input);
      await Promise.all(refresh.map((queryKey) => client.invalidateQueries({ queryKey })));
    },
    onError: (error) => {
      message.error(messageOf(error));
    },
    onSettled: (_output, _error, input) => {
      onItsWay.current.delete(nameOf(input));
    },
  });
  const mutate: typeof mutation.mutate = (input, options) => {
    const name = nameOf(input);
    if (onItsWay.current.has(name)) return;
    onItsWay.current.add(name);
    mutation.mutate(input, options);
  };
  return { ...mutation, mutate } as UseMutationResult<Output, Error, Input>;
};
