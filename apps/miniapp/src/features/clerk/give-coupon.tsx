import { Text } from '@tarojs/components';
import { useState } from 'react';
import type { CustomerCard, GiveableCoupon } from '@/shared/http/types';
import { Card } from '@/shared/ui/card';
import { Cell } from '@/shared/ui/cell';
import { QueryView } from '@/shared/ui/query-view';
import { Sheet } from '@/shared/ui/sheet';
import { ask, sayDone, sayError } from '@/shared/ui/toast';
import { useClerkMe, useGiveableCoupons, useGiveCoupon } from './clerk.api';
import { receive } from './desk';
import { text } from './strings';
import './clerk.scss';

interface Visit {
  customer: CustomerCard;
  storeId: string;
}

const noteOf = (coupon: GiveableCoupon): string =>
  coupon.reason ?? (coupon.leftToday === 0 ? text.giveSpent : `${coupon.terms} · ${text.giveLeft(coupon.leftToday)}`);

const Choice = ({ customer, storeId, onDone }: Visit & { onDone: () => void }) => {
  const visit = { visitToken: customer.visitToken, storeId };
  const coupons = useGiveableCoupons(visit);
  const give = useGiveCoupon(visit);
  const hand = async ({ templateId, name }: GiveableCoupon) => {
    if (give.isPending || !(await ask(text.giveAsk, text.giveNote(name, customer.member.nickname), text.giveYes)))
      return;
    give.mutate(templateId, {
      onSuccess: (coupon) => {
        // It may be used in this very purchase.
        receive({ ...customer, coupons: [...customer.coupons, coupon] });
        sayDone(text.given);
        onDone();
      },
      onError: sayError,
    });
  };
  return (
    <QueryView query={coupons}>
      {({ items }) =>
        items.length === 0 ? (
          <Text className="soft">{text.giveNone}</Text>
        ) : (
          items.map((coupon) => (
            <Cell
              key={coupon.templateId}
              id={`give-${coupon.templateId}`}
              title={coupon.name}
              note={noteOf(coupon)}
              value={coupon.headline}
              onTap={coupon.reason || coupon.leftToday === 0 ? undefined : () => void hand(coupon)}
            />
          ))
        )
      }
    </QueryView>
  );
};

/** The clerk hands the shopper a coupon of those that the manager has left to clerks. */
export const GiveCoupon = ({ customer, storeId }: Visit) => {
  const me = useClerkMe();
  const [open, setOpen] = useState(false);
  if (!me.data?.permissions.includes('coupons.give')) return null;
  return (
    <>
      <Card className="card--list">
        <Cell id="give-coupon" icon="gift" title={text.giveCoupon} onTap={() => setOpen(true)} />
      </Card>
      <Sheet open={open} title={text.giveCoupon} onClose={() => setOpen(false)}>
        <Choice customer={customer} storeId={storeId} onDone={() => setOpen(false)} />
      </Sheet>
    </>
  );
};
