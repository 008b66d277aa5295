import { type QueryKey, type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { messageOf } from '../api/errors';

interface ActionOptions<Input, Output> {
  /** Said in a toast when it worked; none when empty. */
  said?: string | ((output: Output, input: Input) => string);
  /** Lists that show something else now. */
  refresh?: QueryKey[];
  onDone?: (output: Output, input: Input) => void;
}

/** A write that is safe to repeat: toast when done, the server's reason when refused, lists reloaded. */
export const useAction = <Input = void, Output = unknown>(
  act: (input: Input) => Promise<Output>,
  { said, refresh = [], onDone }: ActionOptions<Input, Output> = {},
): UseMutationResult<Output, Error, Input> => {
  const { message } = App.useApp();
  const client = useQueryClient();
  return useMutation({
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
  });
};
