import { Text, View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { dayText } from '@/shared/format/time';
import type { MyReward } from '@/shared/http/types';
import { go, routes } from '@/shared/nav/nav';
import { PayLeft } from '@/shared/pay/pay-left';
import { Card } from '@/shared/ui/card';
import { Chip, type ChipTone } from '@/shared/ui/chip';
import { Empty } from '@/shared/ui/empty';
import { FeedEnd } from '@/shared/ui/feed-end';
import { Cover } from '@/shared/ui/illustration';
import { QueryView } from '@/shared/ui/query-view';
import { costText } from './item-view';
import { useMyRewards } from './mall.api';
import { text } from './strings';
import './mall.scss';

const tones: Record<MyReward['state'], ChipTone> = {
  reserved: 'danger',
  ready: 'accent',
  'picked-up': 'brand',
  delivered: 'brand',
  cancelled: 'quiet',
  expired: 'quiet',
};

const Row = ({ reward }: { reward: MyReward }) => (
  <Card
    id={`reward-${reward.rewardNo}`}
    className="reward-row"
    onTap={() => go(routes.reward, { no: reward.rewardNo })}
  >
    <Cover url={reward.pictureUrl} seed={reward.title} className="reward-row__picture" />
    <View className="grow">
      <Text className="reward-row__title">{reward.title}</Text>
      <Text className="faint">{[dayText(reward.redeemedAt), costText(reward)].join(' · ')}</Text>
      {reward.payment && !reward.payment.isPaid ? <PayLeft until={reward.payment.expiresAt} /> : null}
    </View>
    <Chip tone={tones[reward.state]}>{text.states[reward.state]}</Chip>
  </Card>
);

export const RewardList = () => {
  const rewards = useMyRewards();
  useReachBottom(() => {
    if (rewards.hasNextPage && !rewards.isFetchingNextPage) void rewards.fetchNextPage();
  });
  return (
    <QueryView query={rewards} skeleton="list">
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        return items.length ? (
          <>
            {items.map((reward) => (
              <Row key={reward.rewardNo} reward={reward} />
            ))}
            <FeedEnd query={rewards} />
          </>
        ) : (
          <Empty
            picture="ticket"
            title={text.noRewards}
            note={text.noRewardsNote}
            action={text.toMall}
            onAction={() => go(routes.mall)}
          />
        );
      }}
    </QueryView>
  );
};
