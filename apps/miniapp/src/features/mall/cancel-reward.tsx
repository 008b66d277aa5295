import { View } from '@tarojs/components';
import { money, points } from '@/shared/format/amount';
import type { MyReward } from '@/shared/http/types';
import { Button } from '@/shared/ui/button';
import { ask, say, sayError } from '@/shared/ui/toast';
import { useCancelReward } from './mall.api';
import { text } from './strings';

/** What comes back is said before anything is given up; money only where it was paid. */
const askNote = ({ state, pricePoints, priceFen }: MyReward): string =>
  state === 'ready' && priceFen
    ? text.cancelAskPaid(points(pricePoints), money(priceFen))
    : text.cancelAskNote(points(pricePoints));

export const CancelReward = ({ reward }: { reward: MyReward }) => {
  const cancel = useCancelReward(reward.rewardNo);
  const give = async () => {
    if (!(await ask(text.cancelAsk, askNote(reward), text.cancel))) return;
    cancel.mutate(undefined, {
      onSuccess: ({ pointsReturned, refundFen }) =>
        say(
          refundFen
            ? text.cancelledPaid(points(pointsReturned), money(refundFen))
            : text.cancelled(points(pointsReturned)),
        ),
      onError: sayError,
    });
  };
  return (
    <View className="reward-cancel">
      <Button id="cancel-reward" look="plain" size="small" busy={cancel.isPending} onTap={() => void give()}>
        {text.cancel}
      </Button>
    </View>
  );
};
