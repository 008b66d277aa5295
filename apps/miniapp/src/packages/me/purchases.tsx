import { PurchasesList } from '@/features/me/purchases-list';
import { text } from '@/features/me/strings';
import { keys } from '@/shared/api/keys';
import { JoinGate } from '@/shared/ui/join-gate';
import { Page } from '@/shared/ui/page';
import { useRefreshOnShow } from '@/shared/ui/use-refresh-on-show';

const PurchasesPage = () => {
  useRefreshOnShow(keys.purchases);
  return (
    <Page title={text.purchases}>
      <JoinGate>
        <PurchasesList />
      </JoinGate>
    </Page>
  );
};

export default PurchasesPage;
