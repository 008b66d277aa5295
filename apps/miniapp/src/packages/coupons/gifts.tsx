import { GiftList } from '@/features/coupons/gift-list';
import { text } from '@/features/coupons/strings';
import { keys } from '@/shared/api/keys';
import { JoinGate } from '@/shared/ui/join-gate';
import { Page } from '@/shared/ui/page';
import { useRefreshOnShow } from '@/shared/ui/use-refresh-on-show';

const GiftsPage = () => {
  useRefreshOnShow(keys.couponGifts);
  return (
    <Page title={text.gift.listTitle}>
      <JoinGate>
        <GiftList />
      </JoinGate>
    </Page>
  );
};

export default GiftsPage;
