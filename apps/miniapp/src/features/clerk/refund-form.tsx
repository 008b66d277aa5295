import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { money } from '@/shared/format/amount';
import { hasCode, isOffline, reasonOf } from '@/shared/http/api-error';
import type { Receipt } from '@/shared/http/types';
import { Button } from '@/shared/ui/button';
import { Skeleton } from '@/shared/ui/skeleton';
import { sayError } from '@/shared/ui/toast';
import type { useRefund } from './clerk.api';
import { Reasons } from './reasons';
import { RefundChoice } from './refund-choice';
import { type RefundDraft, useRefundDraft } from './refund-draft';
import { RefundFigures } from './refund-figures';
import { seenIn } from './seen';
import { text } from './strings';
import './refund.scss';

const Preview = ({ draft }: { draft: RefundDraft }) => {
  const { wish, preview, current } = draft;
  if (wish === null)
    return <Text className="faint refund-hint">{draft.mode === 'lines' ? text.linesEmpty : text.amountEmpty}</Text>;
  if (preview.error && !preview.isFetching)
    return (
      <View className="offline-note row row--between">
        <Text className="grow">{isOffline(preview.error) ? text.refundOffline : reasonOf(preview.error)}</Text>
        {isOffline(preview.error) ? (
          <Button size="small" look="plain" onTap={() => void preview.refetch()}>
            {text.again}
          </Button>
        ) : null}
      </View>
    );
  if (!preview.data) return <Skeleton shape="card" />;
  return <RefundFigures figures={preview.data} stale={!current} />;
};

const Note = ({ id, children }: { id: string; children: string }) => (
  <View id={id} className="offline-note">
    <Text>{children}</Text>
  </View>
);

interface RefundFormProps {
  receipt: Receipt;
  refund: ReturnType<typeof useRefund>;
}

/** What, with what effect, and why: then one button that says the amount. */
export const RefundForm = ({ receipt, refund }: RefundFormProps) => {
  const draft = useRefundDraft(receipt);
  const [reason, setReason] = useState<string | null>(null);
  // Until the next try: what is left may have changed with the figures, and with it the wish.
  const [changed, setChanged] = useState(false);
  const seen = draft.current && !draft.preview.error ? draft.preview.data : undefined;
  const confirm = () => {
    if (!seen || !reason || !draft.wish) return;
    setChanged(false);
    refund.mutate(
      { ...draft.wish, reason, seen: seenIn(seen) },
      {
        onError: (error) => {
          if (isOffline(error)) return;
          if (hasCode(error, 'RefundChanged')) setChanged(true);
          else sayError(error);
        },
      },
    );
  };
  const label = (): string => {
    if (!seen) return draft.wish && !draft.preview.error ? text.computing : text.refund;
    return reason ? text.refundConfirm(money(seen.paidBackFen)) : text.reasonFirst;
  };
  return (
    <>
      <RefundChoice receipt={receipt} draft={draft} />
      <Preview draft={draft} />
      <Reasons title={text.refundReason} reasons={text.refundReasons} chosen={reason} onChoose={setReason} />
      {isOffline(refund.error) ? <Note id="refund-unsure">{text.refundUnsure}</Note> : null}
      {changed ? <Note id="refund-changed">{text.refundChanged}</Note> : null}
      <View className="refund-confirm">
        <Button
          id="refund-confirm"
          wide
          look="danger"
          busy={refund.isPending}
          disabled={!seen || !reason}
          onTap={confirm}
        >
          {label()}
        </Button>
      </View>
    </>
  );
};
