import { Text, View } from '@tarojs/components';
import { points } from '@/shared/format/amount';
import { isOffline } from '@/shared/http/api-error';
import type { MallItemDetail } from '@/shared/http/types';
import { go, replace, routes } from '@/shared/nav/nav';
import { Button } from '@/shared/ui/button';
import { Cell } from '@/shared/ui/cell';
import { Cover } from '@/shared/ui/illustration';
import { Sheet } from '@/shared/ui/sheet';
import { say, sayDone, sayError } from '@/shared/ui/toast';
import { waits } from './item-view';
import { useRedeem } from './mall.api';
import { text } from './strings';

interface RedeemProps {
  item: MallItemDetail;
  /** Null for a visitor. */
  available: number | null;
}

/** What it costs and what is left, before anything is spent. */
export const ConfirmSheet = ({
  item,
  available,
  open,
  onClose,
}: RedeemProps & { open: boolean; onClose: () => void }) => {
  const redeem = useRedeem(item.id);
  const spend = () =>
    redeem.mutate(item.pricePoints, {
      onSuccess: ({ reward }) => {
        sayDone(text.done);
        replace(routes.reward, { no: reward.rewardNo });
      },
      onError: (error) => {
        if (isOffline(error)) return say(text.unsure);
        sayError(error);
        onClose();
      },
    });
  const left = (available ?? 0) - item.pricePoints;
  return (
    <Sheet open={open} title={text.confirmTitle} onClose={redeem.isPending ? () => undefined : onClose}>
      <View className="confirm">
        <Cover url={item.pictureUrl} seed={item.title} className="confirm__picture" />
        <View className="grow">
          <Text className="confirm__title">{item.title}</Text>
          <Text className="soft">{text.gets[item.kind]}</Text>
        </View>
      </View>
      <Cell title={text.cost} value={text.price(points(item.pricePoints))} />
      <Cell title={text.after} value={text.price(points(left))} />
      <Text className="confirm__note">{waits(item.kind) ? text.canCancel : text.final}</Text>
      <Button id="confirm-redeem" wide busy={redeem.isPending} onTap={spend}>
        {text.confirm(points(item.pricePoints))}
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
