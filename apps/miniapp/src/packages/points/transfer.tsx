import { text } from '@/features/points/strings';
import { TransferView } from '@/features/points/transfer-view';
import { keys } from '@/shared/api/keys';
import { JoinGate } from '@/shared/ui/join-gate';
import { Page } from '@/shared/ui/page';
import { useRefreshOnShow } from '@/shared/ui/use-refresh-on-show';

const Content = () => {
  useRefreshOnShow(keys.transferTerms);
  return <TransferView />;
};

const TransferPage = () => (
  <Page title={text.transferTitle}>
    <JoinGate>
      <Content />
    </JoinGate>
  </Page>
);

export default TransferPage;
