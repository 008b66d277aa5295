import { useMyCoupons } from '@/features/coupons/coupons.api';
import { CodeView } from '@/features/member-code/code-view';
import { text } from '@/features/member-code/strings';
import { Wallet } from '@/features/member-code/wallet';
import { usePoints } from '@/features/points/points.api';
import { keys } from '@/shared/api/keys';
import { JoinGate } from '@/shared/ui/join-gate';
import { Page } from '@/shared/ui/page';
import { useRefreshOnShow } from '@/shared/ui/use-refresh-on-show';

// The code does not wait for the wallet: each loads by itself, the code from the phone's storage first.
const Content = () => {
  const points = usePoints();
  const coupons = useMyCoupons('usable');
  useRefreshOnShow(keys.points, keys.coupons);
  return (
    <>
      <CodeView />
      <Wallet points={points.data?.available} coupons={coupons.data?.items.length} />
    </>
  );
};

const CodePage = () => (
  <Page title={text.title} tab="code">
    <JoinGate skeleton="hero">
      <Content />
    </JoinGate>
  </Page>
);

export default CodePage;
