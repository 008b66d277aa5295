import { useRouter } from '@tarojs/taro';
import { useMyReward } from '@/features/mall/mall.api';
import { RewardView } from '@/features/mall/reward-view';
import { text } from '@/features/mall/strings';
import { keys } from '@/shared/api/keys';
import { Page } from '@/shared/ui/page';
import { QueryView } from '@/shared/ui/query-view';
import { useRefreshOnShow } from '@/shared/ui/use-refresh-on-show';

const RewardPage = () => {
  const { no = '' } = useRouter().params;
  const reward = useMyReward(no);
  useRefreshOnShow(keys.reward(no));
  return (
    <Page title={text.rewardTitle}>
      <QueryView query={reward} skeleton="hero">
        {(data) => <RewardView reward={data} />}
      </QueryView>
    </Page>
  );
};

export default RewardPage;
