import { useRouter } from '@tarojs/taro';
import { TodayList } from '@/features/clerk/today-list';
import { text } from '@/features/clerk/strings';
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
