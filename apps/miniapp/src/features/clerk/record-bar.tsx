import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { keys } from '@/shared/api/keys';
import { money } from '@/shared/format/amount';
import { hasCode, isOffline } from '@/shared/http/api-error';
import { newKey } from '@/shared/http/idempotency';
import { serverNow } from '@/shared/http/server-clock';
import type { CustomerCard, PurchaseDraft } from '@/shared/http/types';
import { back, replace, routes } from '@/shared/nav/nav';
import { Button } from '@/shared/ui/button';
import { say, sayError } from '@/shared/ui/toast';
import { recordPurchase } from './clerk.api';
import { finish } from './desk';
import type { Draft } from './draft';
import { enqueue } from './queue';
import { text } from './strings';

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

export const RecordBar = ({ customer, draft }: { customer: CustomerCard; draft: Draft }) => {
  const record = useRecord(customer, draft);
  if (!draft.draft) {
    return (
      <Button id="record" wide disabled>
        {text.recordEmpty}
      </Button>
    );
  }
  const payable = draft.preview.data?.payableFen;
  const fresh = !draft.preview.isPlaceholderData && !draft.preview.isFetching && payable !== undefined;
  const label = draft.offline
    ? text.keepForLater(money(draft.grossFen))
    : fresh
      ? text.record(money(payable))
      : text.computing;
  return (
    <Button
      id="record"
      wide
      busy={record.busy}
      disabled={!draft.offline && !fresh}
      look={draft.offline ? 'soft' : 'primary'}
      onTap={() => void record.send()}
    >
      {label}
    </Button>
  );
};
