import { useRouter } from '@tarojs/taro';
import { CouponPanel } from '@/features/clerk/coupon-panel';
import { text } from '@/features/clerk/strings';
import { Page } from '@/shared/ui/page';

const ClerkCouponPanelPage = () => {
  const { storeId = '' } = useRouter().params;
  return (
    <Page title={text.coupon}>
      <CouponPanel storeId={storeId} />
    </Page>
  );
};

export default ClerkCouponPanelPage;
