import { MallList } from '@/features/mall/mall-list';
import { text } from '@/features/mall/strings';
import { keys } from '@/shared/api/keys';
import { Page } from '@/shared/ui/page';
import { useRefreshOnShow } from '@/shared/ui/use-refresh-on-show';

const MallPage = () => {
  useRefreshOnShow(keys.mall);
  return (
    <Page title={text.title}>
      <MallList />
    </Page>
  );
};

export default MallPage;
