import { Text, View } from '@tarojs/components';
import { money, points } from '@/shared/format/amount';
import { isOffline } from '@/shared/http/api-error';
import type { MallItemDetail } from '@/shared/http/types';
import { go, replace, routes } from '@/shared/nav/nav';
import { usePay } from '@/shared/pay/use-pay';
import { Button } from '@/shared/ui/button';
import { Cell } from '@/shared/ui/cell';
import { Cover } from '@/shared/ui/illustration';
import { Sheet } from '@/shared/ui/sheet';
import { say, sayDone, sayError } from '@/shared/ui/toast';
import { endNote } from './item-view';
import { STALE, useRedeem } from './mall.api';
import { text } from './strings';

interface RedeemProps {
  item: MallItemDetail;
  /** Null for a visitor. */
  available: number | null;
}

const confirmText = ({ pricePoints, priceFen }: MallItemDetail): string =>
  priceFen ? text.confirmPaid(points(pricePoints), money(priceFen)) : text.confirm(points(pricePoints));

/** Takes the points; where a part in ¥ is left, the pay sheet opens at once. Either way it leads to the reward. */
const useSpend = (item: MallItemDetail, onRefused: () => void) => {
  const redeem = useRedeem(item.id);
  const paying = usePay(STALE);
  const spend = () =>
    redeem.mutate(item, {
      onSuccess: ({ reward }) => {
        const toReward = () => replace(routes.reward, { no: reward.rewardNo });
        if (reward.payment) return paying.mutate(reward.payment.paymentNo, { onSettled: toReward });
        sayDone(text.done);
        toReward();
      },
      onError: (error) => {
        if (isOffline(error)) return say(text.unsure);
        sayError(error);
        onRefused();
      },
    });
  return { spend, busy: redeem.isPending || paying.isPending };
};

/** What it costs and what is left, before anything is spent. */
export const ConfirmSheet = ({
  item,
  available,
  open,
  onClose,
}: RedeemProps & { open: boolean; onClose: () => void }) => {
  const { spend, busy } = useSpend(item, onClose);
  const left = (available ?? 0) - item.pricePoints;
  return (
    <Sheet open={open} title={text.confirmTitle} onClose={busy ? () => undefined : onClose}>
      <View className="confirm">
        <Cover url={item.pictureUrl} seed={item.title} className="confirm__picture" />
        <View className="grow">
          <Text className="confirm__title">{item.title}</Text>
          <Text className="soft">{text.gets[item.kind]}</Text>
        </View>
      </View>
      <Cell title={text.cost} value={text.price(points(item.pricePoints))} />
      <Cell title={text.after} value={text.price(points(left))} />
      {item.priceFen ? <Cell title={text.toPay} value={money(item.priceFen)} /> : null}
      <Text className="confirm__note">{item.priceFen ? `${text.payNote}。${endNote(item)}` : endNote(item)}</Text>
      <Button id="confirm-redeem" wide busy={busy} onTap={spend}>
        {confirmText(item)}
      </Button>
    </Sheet>
  );
};

/** The page's one action, or the plain reason why there is none. */
export const RedeemBar = ({ item, available, onRedeem }: RedeemProps & { onRedeem: () => void }) => {
  if (available === null) {
    return (
      <Button wide onTap={() => go(routes.join)}>
        {text.joinFirst}
      </Button>
    );
  }
  return (
    <Button id="redeem" wide disabled={item.why !== null} onTap={onRedeem}>
      {item.why?.text ?? text.redeem}
    </Button>
  );
};
