import { usePoints } from '@/features/points/points.api';
import { text } from '@/features/points/strings';
import { TierCard } from '@/features/points/tier-card';
import { TierView } from '@/features/points/tier-view';
import { back } from '@/shared/nav/nav';
import { JoinGate } from '@/shared/ui/join-gate';
import { Page } from '@/shared/ui/page';
import { QueryView } from '@/shared/ui/query-view';

const Content = () => {
  const points = usePoints();
  return (
    <QueryView query={points} skeleton="hero">
      {({ tier, available }) => (
        <>
          <TierCard tier={tier} available={available} onTap={back} />
          <TierView standing={tier} />
        </>
      )}
    </QueryView>
  );
};

const TierPage = () => (
  <Page title={text.tierTitle}>
    <JoinGate>
      <Content />
    </JoinGate>
  </Page>
);

export default TierPage;
