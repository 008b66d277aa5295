import { Text } from '@tarojs/components';
import { serverNow } from '../http/server-clock';
import { useTicks } from '../ui/use-ticks';
import { leftUntil } from './outcome';
import { payText } from './strings';

/** How long a payment can still be made, by the server's clock; null once it is over. */
export const useLeft = (until: string): string | null => {
  useTicks();
  return leftUntil(until, serverNow());
};

export const PayLeft = ({ until }: { until: string }) => {
  const left = useLeft(until);
  return <Text className="pay-left number">{left === null ? payText.over : payText.left(left)}</Text>;
};
