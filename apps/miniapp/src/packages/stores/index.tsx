import { StoreList } from '@/features/stores/store-list';
import { text } from '@/features/stores/strings';
import { Page } from '@/shared/ui/page';

const StoresPage = () => (
  <Page title={text.title}>
    <StoreList />
  </Page>
);

export default StoresPage;
