import type { QueryKey } from '@tanstack/react-query';
import { Text, View } from '@tarojs/components';
import { money } from '../format/amount';
import { Button } from '../ui/button';
import type { PayOutcome } from './outcome';
import { useLeft } from './pay-left';
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
  const left = useLeft(expiresAt);
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
