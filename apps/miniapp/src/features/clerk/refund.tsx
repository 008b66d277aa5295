import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Receipt, RefundAnswer } from '@/shared/http/types';
import { Button } from '@/shared/ui/button';
import { Icon } from '@/shared/ui/icon';
import { Sheet } from '@/shared/ui/sheet';
import { useClerkMe, useRefund } from './clerk.api';
import { RefundFigures } from './refund-figures';
import { RefundForm } from './refund-form';
import { text } from './strings';
import './clerk.scss';

const Done = ({ refund, onClose }: { refund: RefundAnswer; onClose: () => void }) => (
  <View id="refund-done" className="refund-done">
    <View className="receipt__done">
      <Icon name="check" tone="on-brand" size="large" />
    </View>
    <RefundFigures figures={refund} />
    <View className="refund-confirm">
      <Button id="refund-close" wide look="soft" onTap={onClose}>
        {text.known}
      </Button>
    </View>
  </View>
);

/** A purchase goes back, wholly or in part, with a reason; only for those who may. */
export const Refund = ({ receipt, onDone }: { receipt: Receipt; onDone: () => void }) => {
  const [asking, setAsking] = useState(false);
  const me = useClerkMe();
  const refund = useRefund(receipt.purchaseNo);
  if (!refund.data && (receipt.refunded || !me.data?.permissions.includes('purchases.refund'))) return null;
  const close = () => {
    setAsking(false);
    if (!refund.data) return;
    refund.reset();
    onDone();
  };
  return (
    <>
      {receipt.refunded ? null : (
        <Button id="refund" look="danger" onTap={() => setAsking(true)}>
          {text.refund}
        </Button>
      )}
      <Sheet open={asking} title={refund.data ? text.refundDone : text.refund} onClose={close}>
        {refund.data ? <Done refund={refund.data} onClose={close} /> : <RefundForm receipt={receipt} refund={refund} />}
      </Sheet>
    </>
  );
};
