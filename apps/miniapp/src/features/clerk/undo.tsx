import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { money } from '@/shared/format/amount';
import { clockText } from '@/shared/format/time';
import { reasonOf } from '@/shared/http/api-error';
import { serverNow } from '@/shared/http/server-clock';
import type { Receipt, UndoPreview } from '@/shared/http/types';
import { Button } from '@/shared/ui/button';
import { Sheet } from '@/shared/ui/sheet';
import { Skeleton } from '@/shared/ui/skeleton';
import { sayDone, sayError } from '@/shared/ui/toast';
import { useClerkMe } from './clerk.api';
import { Reasons } from './reasons';
import { RefundFigures } from './refund-figures';
import { text } from './strings';
import { useConfirmUndo, useDeclineUndo, useUndo, useUndoPreview } from './undo.api';
import './clerk.scss';

interface PartProps {
  receipt: Receipt;
  preview: UndoPreview;
  onDone: () => void;
}

/** The one who made the slip: why, and one button. */
const Ask = ({ receipt, preview, onDone }: PartProps) => {
  const undo = useUndo(receipt.purchaseNo);
  const [reason, setReason] = useState<string | null>(null);
  const send = () =>
    reason &&
    undo.mutate(
      { reason, preview },
      {
        onSuccess: ({ state }) => {
          sayDone(state === 'done' ? text.undoDone : text.undoAsked);
          onDone();
        },
        onError: sayError,
      },
    );
  const ready = preview.needsSecond ? text.undoAsk : text.undoConfirm(money(preview.paidBackFen));
  return (
    <>
      <Reasons title={text.undoReason} reasons={text.undoReasons} chosen={reason} onChoose={setReason} />
      {preview.needsSecond ? <Text className="refund-figures__note">{text.undoNeedsSecond}</Text> : null}
      <View className="refund-confirm">
        <Button id="undo-confirm" wide look="danger" busy={undo.isPending} disabled={!reason} onTap={send}>
          {reason ? ready : text.undoReasonFirst}
        </Button>
      </View>
    </>
  );
};

/** The second person: agrees with the figures in view, or leaves the purchase as it is. */
const Decide = ({ receipt, preview, onDone }: PartProps) => {
  const confirm = useConfirmUndo(receipt.purchaseNo);
  const decline = useDeclineUndo(receipt.purchaseNo);
  const end = (said: string) => ({
    onSuccess: () => {
      sayDone(said);
      onDone();
    },
    onError: sayError,
  });
  return (
    <View className="refund-confirm undo-decide">
      <Button
        id="undo-agree"
        wide
        look="danger"
        busy={confirm.isPending}
        disabled={decline.isPending}
        onTap={() => confirm.mutate(preview, end(text.undoDone))}
      >
        {text.undoAgree(money(preview.paidBackFen))}
      </Button>
      <Button
        id="undo-decline"
        wide
        look="plain"
        busy={decline.isPending}
        disabled={confirm.isPending}
        onTap={() => decline.mutate(undefined, end(text.undoDeclined))}
      >
        {text.undoDecline}
      </Button>
    </View>
  );
};

/** A record taken back as a slip: soon, once, and above a limit by two people. */
export const Undo = ({ receipt, onDone }: { receipt: Receipt; onDone: () => void }) => {
  const [open, setOpen] = useState(false);
  const me = useClerkMe();
  const mayRefund = me.data?.permissions.includes('purchases.refund') ?? false;
  const fresh = receipt.undoableUntil !== null && serverNow() < new Date(receipt.undoableUntil).getTime();
  const decides = receipt.undo?.state === 'waiting' && mayRefund && receipt.undo.askedBy !== me.data?.name;
  const preview = useUndoPreview(receipt.purchaseNo, open);
  if (!decides && !fresh) return null;
  const close = () => {
    setOpen(false);
    onDone();
  };
  const Part = decides ? Decide : Ask;
  return (
    <>
      <Button id="undo" look="soft" onTap={() => setOpen(true)}>
        {decides ? text.undoDecide : text.undo}
      </Button>
      <Sheet open={open} title={decides ? text.undoDecide : text.undoTitle} onClose={() => setOpen(false)}>
        <Text className="refund-figures__note">
          {decides && receipt.undo ? text.undoStates.waiting(receipt.undo.askedBy, receipt.undo.reason) : text.undoNote}
        </Text>
        {preview.error ? (
          <View id="undo-refused" className="offline-note">
            <Text>{reasonOf(preview.error)}</Text>
          </View>
        ) : preview.data ? (
          <>
            <RefundFigures figures={preview.data} />
            <Text className="refund-figures__note">
              {decides
                ? text.undoAskedUntil(clockText(preview.data.until))
                : text.undoUntil(clockText(preview.data.until))}
            </Text>
            <Part receipt={receipt} preview={preview.data} onDone={close} />
          </>
        ) : (
          <Skeleton shape="card" />
        )}
      </Sheet>
    </>
  );
};
