import { useRouter } from '@tarojs/taro';
import { text } from '@/features/clerk/strings';
import { TodayList } from '@/features/clerk/today-list';
import { Page } from '@/shared/ui/page';

const ClerkTodayListPage = () => {
  const { storeId = '' } = useRouter().params;
  return (
    <Page title={text.today}>
      <TodayList storeId={storeId} />
    </Page>
  );
};

export default ClerkTodayListPage;
