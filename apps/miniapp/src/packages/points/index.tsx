import { CheckInCard } from '@/features/check-in/check-in-card';
import { Balance } from '@/features/points/balance';
import { Journal } from '@/features/points/journal';
import { usePoints } from '@/features/points/points.api';
import { text } from '@/features/points/strings';
import { keys } from '@/shared/api/keys';
import { JoinGate } from '@/shared/ui/join-gate';
import { Page } from '@/shared/ui/page';
import { QueryView } from '@/shared/ui/query-view';
import { useRefreshOnShow } from '@/shared/ui/use-refresh-on-show';

const Content = () => {
  const points = usePoints();
  useRefreshOnShow(keys.points, keys.checkIns);
  return (
    <>
      <QueryView query={points} skeleton="card">
        {(overview) => <Balance overview={overview} />}
      </QueryView>
      <CheckInCard />
      <Journal />
    </>
  );
};

const PointsPage = () => (
  <Page title={text.title}>
    <JoinGate>
      <Content />
    </JoinGate>
  </Page>
);

export default PointsPage;
