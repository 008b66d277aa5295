import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { points as inPoints, money } from '@/shared/format/amount';
import type { Receipt, RefundAnswer } from '@/shared/http/types';
import { Button } from '@/shared/ui/button';
import { Cell } from '@/shared/ui/cell';
import { Sheet } from '@/shared/ui/sheet';
import { sayError } from '@/shared/ui/toast';
import { useClerkMe, useRefund } from './clerk.api';
import { text } from './strings';
import './clerk.scss';

const Done = ({ refund }: { refund: RefundAnswer }) => (
  <View id="refund-done">
    {[
      text.refundDone(money(refund.amountFen)),
      refund.pointsClawedBack > 0 ? text.pointsBack(inPoints(refund.pointsClawedBack)) : '',
      refund.debtPoints > 0 ? text.debt(inPoints(refund.debtPoints)) : '',
      refund.couponReturned ? text.couponBack : '',
    ]
      .filter(Boolean)
      .map((line) => (
        <Text key={line} className="prose">
          {line}
        </Text>
      ))}
  </View>
);

/** The whole purchase goes back, with a reason; only for those who may. */
export const Refund = ({ receipt, onDone }: { receipt: Receipt; onDone: () => void }) => {
  const [asking, setAsking] = useState(false);
  const me = useClerkMe();
  const refund = useRefund(receipt.purchaseNo);
  if (!refund.data && (receipt.refunded || !me.data?.permissions.includes('purchases.refund'))) return null;
  const close = () => {
    setAsking(false);
    if (refund.data) onDone();
  };
  return (
    <>
      {receipt.refunded ? null : (
        <Button id="refund" look="danger" onTap={() => setAsking(true)}>
          {text.refund}
        </Button>
      )}
      <Sheet open={asking} title={refund.data ? text.refunded : text.refundReason} onClose={close}>
        {refund.data ? (
          <Done refund={refund.data} />
        ) : (
          <>
            <Text className="soft">{text.refundNote}</Text>
            {text.refundReasons.map((reason, index) => (
              <Cell
                key={reason}
                id={`reason-${index}`}
                title={refund.isPending && refund.variables === reason ? `${reason}…` : reason}
                onTap={() => !refund.isPending && refund.mutate(reason, { onError: sayError })}
              />
            ))}
          </>
        )}
      </Sheet>
    </>
  );
};
