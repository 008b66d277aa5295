import { useRouter } from '@tarojs/taro';
import { PickUpPanel } from '@/features/clerk/pick-up-panel';
import { text } from '@/features/clerk/strings';
import { Page } from '@/shared/ui/page';

const ClerkPickUpPage = () => {
  const { storeId = '' } = useRouter().params;
  return (
    <Page title={text.pickUp}>
      <PickUpPanel storeId={storeId} />
    </Page>
  );
};

export default ClerkPickUpPage;
