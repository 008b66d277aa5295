import { Text, View } from '@tarojs/components';
import { money } from '@/shared/format/amount';
import type { CardRefundPreview, MyCard } from '@/shared/http/types';
import { Button } from '@/shared/ui/button';
import { Cell } from '@/shared/ui/cell';
import { QueryView } from '@/shared/ui/query-view';
import { Sheet } from '@/shared/ui/sheet';
import { sayDone, sayError } from '@/shared/ui/toast';
import { useRefund, useRefundPreview } from './membership.api';
import { text } from './strings';

interface SheetProps {
  card: MyCard;
  onClose: () => void;
}

const Sum = ({ preview: { sum, usedCoupons } }: { preview: CardRefundPreview }) => {
  if (!sum) return null;
  return (
    <>
      <View className="refund-sum">
        <Text className="soft">{text.refundSum}</Text>
        <Text id="refund-amount" className="refund-sum__amount number">
          {money(sum.amountFen)}
        </Text>
      </View>
      {sum.isWhole ? (
        <Cell title={text.refundWhole} />
      ) : (
        <Cell title={text.refundDays} value={text.refundDaysText(sum.daysLeft, sum.daysTotal)} />
      )}
      {sum.deductedFen > 0 ? (
        <>
          <Cell title={text.refundDaysFen} value={money(sum.daysFen)} />
          <Cell title={text.refundDeducted(usedCoupons)} value={money(-sum.deductedFen)} />
        </>
      ) : null}
      <Text className="refund-note">{sum.isWhole ? text.refundWholeNote : text.refundNote}</Text>
    </>
  );
};

const Content = ({ card, onClose }: SheetProps) => {
  const preview = useRefundPreview(card.cardNo, true);
  const refund = useRefund(card.cardNo);
  const give = (amountFen: number) =>
    refund.mutate(amountFen, {
      onSuccess: () => {
        sayDone(text.refundDone);
        onClose();
      },
      onError: (error) => {
        sayError(error);
        // The day may have turned over: what is shown next is what it is now.
        void preview.refetch();
      },
    });
  return (
    <QueryView query={preview} skeleton="list">
      {(data) => (
        <>
          <Sum preview={data} />
          {data.sum ? (
            <Button
              id="confirm-refund"
              wide
              look="danger"
              busy={refund.isPending}
              onTap={() => give(data.sum!.amountFen)}
            >
              {text.refundConfirm(money(data.sum.amountFen))}
            </Button>
          ) : (
            <Text id="refund-why" className="refund-why">
              {data.why?.text ?? ''}
            </Text>
          )}
        </>
      )}
    </QueryView>
  );
};

/** What giving the card back brings, shown before it is confirmed. */
export const RefundSheet = ({ card, open, onClose }: SheetProps & { open: boolean }) => (
  <Sheet open={open} title={text.refundTitle} onClose={onClose}>
    <Content card={card} onClose={onClose} />
  </Sheet>
);
