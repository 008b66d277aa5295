import { Text } from '@tarojs/components';
import { money } from '@/shared/format/amount';
import type { MyReward } from '@/shared/http/types';
import { PayButton } from '@/shared/pay/pay-button';
import { useLeft } from '@/shared/pay/pay-left';
import { Card } from '@/shared/ui/card';
import { STALE } from './mall.api';
import { text } from './strings';
import './mall.scss';

type Open = NonNullable<MyReward['payment']>;

const PayNow = ({ paymentNo, amountFen, expiresAt }: Open) => {
  const isOver = useLeft(expiresAt) === null;
  return (
    <>
      <Text className="soft">{isOver ? text.payOver : text.waitsForPay}</Text>
      {isOver ? null : (
        <>
          <PayButton paymentNo={paymentNo} amountFen={amountFen} expiresAt={expiresAt} stale={STALE} />
          <Text className="faint">{text.payRunsOut}</Text>
        </>
      )}
    </>
  );
};

/** A reward that is kept until its part in ¥ is paid: how much, how long, and the way to pay. */
export const ToPay = ({ payment }: { payment: Open }) => (
  <Card className="pick-up to-pay">
    <Text id="reward-state" className="pick-up__state">
      {payment.isPaid ? text.payCame : text.states.reserved}
    </Text>
    <Text className="to-pay__amount number">{money(payment.amountFen)}</Text>
    {payment.isPaid ? null : <PayNow {...payment} />}
  </Card>
);
