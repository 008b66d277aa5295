import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { StaffCard } from '@/shared/http/types';
import { go, routes } from '@/shared/nav/nav';
import { Card } from '@/shared/ui/card';
import { Cell } from '@/shared/ui/cell';
import { Icon } from '@/shared/ui/icon';
import { Sheet } from '@/shared/ui/sheet';
import { say, sayError } from '@/shared/ui/toast';
import { useScanCustomer } from './clerk.api';
import { CodeInput } from './code-input';
import { chooseStore, receive, useDesk } from './desk';
import { QueueCard } from './queue-card';
import { text } from './strings';
import { WaitingUndosCell } from './undo-list';
import { useQueuePump } from './use-queue-pump';
import './clerk.scss';

const MEMBER_CODE = /^\d{18}$/;

/** The chosen store, or the only one, or the first until another is chosen. */
export const useStoreId = (staff: StaffCard): string | null => {
  const chosen = useDesk((desk) => desk.storeId);
  return staff.stores.some((store) => store.id === chosen) ? chosen : (staff.stores[0]?.id ?? null);
};

const StoreChoice = ({ staff, storeId }: { staff: StaffCard; storeId: string | null }) => {
  const [open, setOpen] = useState(false);
  const name = staff.stores.find((store) => store.id === storeId)?.name ?? text.chooseStore;
  return (
    <>
      <View id="store" className="store-choice" hoverClass="pressed" onClick={() => setOpen(true)}>
        <Icon name="store" tone="brand" />
        <Text className="grow">{name}</Text>
        <Text className="faint">{staff.name}</Text>
        <Icon name="down" tone="ink-faint" size="small" />
      </View>
      <Sheet open={open} title={text.chooseStore} onClose={() => setOpen(false)}>
        {staff.stores.map((store) => (
          <Cell
            key={store.id}
            id={`store-${store.id}`}
            title={store.name}
            chosen={store.id === storeId}
            onTap={() => {
              chooseStore(store.id);
              setOpen(false);
            }}
          />
        ))}
      </Sheet>
    </>
  );
};

export const Workbench = ({ staff }: { staff: StaffCard }) => {
  const storeId = useStoreId(staff);
  const scan = useScanCustomer(storeId ?? '');
  useQueuePump();
  const find = (code: string) => {
    if (!MEMBER_CODE.test(code)) return say(text.badCode);
    scan.mutate(code, {
      onSuccess: (card) => {
        receive(card);
        go(routes.clerkCustomer, { storeId: storeId ?? '' });
      },
      onError: sayError,
    });
  };
  return (
    <>
      <StoreChoice staff={staff} storeId={storeId} />
      <Card>
        <CodeInput scanLabel={text.scan} placeholder={text.typeCode} busy={scan.isPending} onCode={find} />
      </Card>
      <QueueCard />
      <Card className="card--list">
        <Cell
          id="to-today"
          icon="receipt"
          title={text.today}
          onTap={() => go(routes.clerkToday, { storeId: storeId ?? '' })}
        />
        {storeId && staff.permissions.includes('purchases.refund') ? <WaitingUndosCell storeId={storeId} /> : null}
        <Cell icon="people" title={text.checkIn} onTap={() => go(routes.clerkCheckIn, { storeId: storeId ?? '' })} />
        <Cell icon="coupon" title={text.coupon} onTap={() => go(routes.clerkCoupon, { storeId: storeId ?? '' })} />
        <Cell
          id="to-pick-up"
          icon="gift"
          title={text.pickUp}
          onTap={() => go(routes.clerkPickUp, { storeId: storeId ?? '' })}
        />
      </Card>
    </>
  );
};
