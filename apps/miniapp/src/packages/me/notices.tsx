import { NoticeList } from '@/features/notices/notice-list';
import { text } from '@/features/notices/strings';
import { keys } from '@/shared/api/keys';
import { JoinGate } from '@/shared/ui/join-gate';
import { Page } from '@/shared/ui/page';
import { useRefreshOnShow } from '@/shared/ui/use-refresh-on-show';

const NoticesPage = () => {
  useRefreshOnShow(keys.notices);
  return (
    <Page title={text.title}>
      <JoinGate>
        <NoticeList />
      </JoinGate>
    </Page>
  );
};

export default NoticesPage;
