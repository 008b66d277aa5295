import { useQueryClient } from '@tanstack/react-query';
import { Text, View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { keys } from '@/shared/api/keys';
import { points as inPoints, money } from '@/shared/format/amount';
import { hasCode, isOffline } from '@/shared/http/api-error';
import { newKey } from '@/shared/http/idempotency';
import { serverNow } from '@/shared/http/server-clock';
import type { CustomerCard, Preview, PurchaseDraft } from '@/shared/http/types';
import { back, replace, routes } from '@/shared/nav/nav';
import { Button } from '@/shared/ui/button';
import { say, sayError } from '@/shared/ui/toast';
import { recordPurchase } from './clerk.api';
import { finish } from './desk';
import type { Draft } from './draft';
import { enqueue } from './queue';
import { text } from './strings';
import './clerk.scss';

/**
 * One key for one draft: tapping twice, or sending again after a lost answer, is the same purchase. When no answer comes
 * the record joins the queue with that very key and body.
 */
const useRecord = (customer: CustomerCard, draft: Draft) => {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const intent = useRef<{ of: PurchaseDraft; key: string; body: PurchaseDraft } | null>(null);
  const send = async () => {
    if (!draft.draft || busy) return;
    if (intent.current?.of !== draft.draft) {
      const body = { ...draft.draft, occurredAt: new Date(serverNow()).toISOString() };
      intent.current = { of: draft.draft, key: newKey('till'), body };
    }
    const { key, body } = intent.current;
    setBusy(true);
    try {
      const receipt = await recordPurchase(body, key);
      finish(receipt);
      void client.invalidateQueries({ queryKey: keys.clerk });
      replace(routes.clerkReceipt, { no: receipt.purchaseNo, fresh: '1' });
    } catch (error) {
      setBusy(false);
      if (!isOffline(error)) {
        intent.current = null;
        if (hasCode(error, 'VisitExpired')) say(text.visitGone);
        else sayError(error);
        return;
      }
      enqueue({ key, draft: body, customer: customer.member.nickname, amountFen: draft.grossFen });
      finish(null);
      say(text.queued);
      back();
    }
  };
  return { busy, send };
};

/** Above the button, where it is seen however long the list of products is. */
const Summary = ({ preview }: { preview: Preview }) => (
  <View className="record-summary">
    {preview.discountFen > 0 ? <Text>{text.willSave(money(preview.discountFen))}</Text> : null}
    <Text>{text.willGet(inPoints(preview.points))}</Text>
  </View>
);

export const RecordBar = ({ customer, draft }: { customer: CustomerCard; draft: Draft }) => {
  const record = useRecord(customer, draft);
  if (!draft.draft) {
    return (
      <Button id="record" wide disabled>
        {text.recordEmpty}
      </Button>
    );
  }
  if (draft.offline) {
    return (
      <Button id="record" wide look="soft" busy={record.busy} onTap={() => void record.send()}>
        {text.keepForLater(money(draft.grossFen))}
      </Button>
    );
  }
  const current = draft.previewed ? (draft.preview.data ?? null) : null;
  return (
    <>
      {current ? <Summary preview={current} /> : null}
      <Button id="record" wide busy={record.busy} disabled={!current} onTap={() => void record.send()}>
        {current ? text.record(money(current.payableFen)) : text.computing}
      </Button>
    </>
  );
};
