import { RewardList } from '@/features/mall/reward-list';
import { text } from '@/features/mall/strings';
import { keys } from '@/shared/api/keys';
import { JoinGate } from '@/shared/ui/join-gate';
import { Page } from '@/shared/ui/page';
import { useRefreshOnShow } from '@/shared/ui/use-refresh-on-show';

const Content = () => {
  useRefreshOnShow(keys.rewards);
  return <RewardList />;
};

const RewardsPage = () => (
  <Page title={text.mine}>
    <JoinGate>
      <Content />
    </JoinGate>
  </Page>
);

export default RewardsPage;
