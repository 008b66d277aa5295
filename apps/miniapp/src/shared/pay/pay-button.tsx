import type { QueryKey } from '@tanstack/react-query';
import { Text, View } from '@tarojs/components';
import { money } from '../format/amount';
import { serverNow } from '../http/server-clock';
import { Button } from '../ui/button';
import { useTicks } from '../ui/use-ticks';
import { leftUntil, type PayOutcome } from './outcome';
import { payText } from './strings';
import { usePay } from './use-pay';

interface PayButtonProps {
  paymentNo: string;
  amountFen: number;
  /** Nobody can pay from then on. */
  expiresAt: string;
  stale: readonly QueryKey[];
  onOutcome?: (outcome: PayOutcome) => void;
}

/** Goes on with an open payment, and counts down to its end by the server's clock. */
export const PayButton = ({ paymentNo, amountFen, expiresAt, stale, onOutcome }: PayButtonProps) => {
  const paying = usePay(stale);
  useTicks();
  const left = leftUntil(expiresAt, serverNow());
  return (
    <View className="pay-button">
      <Text id="pay-left" className="pay-button__left number">
        {left === null ? payText.over : payText.left(left)}
      </Text>
      <Button
        id="pay"
        wide
        busy={paying.isPending}
        disabled={left === null}
        onTap={() => paying.mutate(paymentNo, { onSuccess: onOutcome })}
      >
        {payText.goOn(money(amountFen))}
      </Button>
    </View>
  );
};
