import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { say, sayDone, sayError } from '../ui/toast';
import type { PayOutcome } from './outcome';
import { pay } from './pay';
import { payText } from './strings';

const tell = (outcome: PayOutcome): void =>
  outcome === 'paid' ? sayDone(payText.outcomes.paid) : say(payText.outcomes[outcome]);

/** Pays and says what became of it. @param stale what the payment changes on the shopper's screens */
export const usePay = (stale: readonly QueryKey[]) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: pay,
    onSuccess: tell,
    onError: sayError,
    onSettled: () => {
      for (const queryKey of stale) void client.invalidateQueries({ queryKey });
    },
  });
};
