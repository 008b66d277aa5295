import { useRouter } from '@tarojs/taro';
import { CheckInPanel } from '@/features/clerk/check-in-panel';
import { text } from '@/features/clerk/strings';
import { Page } from '@/shared/ui/page';

const ClerkCheckInPanelPage = () => {
  const { storeId = '' } = useRouter().params;
  return (
    <Page title={text.checkIn}>
      <CheckInPanel storeId={storeId} />
    </Page>
  );
};

export default ClerkCheckInPanelPage;
