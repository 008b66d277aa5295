import { type QueryKey, type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useCallback, useState } from 'react';
import { messageOf } from '../api/errors';
import { underWay } from './under-way';

interface ActionOptions<Input, Output> {
  /** Said in a toast when it worked; none when empty. */
  said?: string | ((output: Output, input: Input) => string);
  /** Lists that show something else now. */
  refresh?: QueryKey[];
  onDone?: (output: Output, input: Input) => void;
}

/**
 * A write: toast when done, the server's reason when refused, lists reloaded. `mutate` takes the second click of a double
 * click for what it is: the button shows that it is busy only after the next paint, and two clicks made two coupons.
 */
export const useAction = <Input = void, Output = unknown>(
  act: (input: Input) => Promise<Output>,
  { said, refresh = [], onDone }: ActionOptions<Input, Output> = {},
): UseMutationResult<Output, Error, Input> => {
  const { message } = App.useApp();
  const client = useQueryClient();
  const [work] = useState(underWay);
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
    onSettled: (_output, _error, input) => work.end(input),
  });
  const { mutate: begin } = mutation;
  const mutate = useCallback<typeof begin>(
    (input, options) => {
      if (work.begin(input)) begin(input, options);
    },
    [begin, work],
  );
  return { ...mutation, mutate };
};
