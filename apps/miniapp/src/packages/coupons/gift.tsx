import { useRouter } from '@tarojs/taro';
import { GiftView } from '@/features/coupons/gift-view';
import { useGift } from '@/features/coupons/gifts.api';
import { text } from '@/features/coupons/strings';
import { keys } from '@/shared/api/keys';
import { Page } from '@/shared/ui/page';
import { QueryView } from '@/shared/ui/query-view';
import { useRefreshOnShow } from '@/shared/ui/use-refresh-on-show';

const GiftPage = () => {
  const { token = '' } = useRouter().params;
  const gift = useGift(token);
  useRefreshOnShow(keys.couponGift(token));
  return (
    <Page title={text.gift.title}>
      <QueryView query={gift} skeleton="ticket">
        {(data) => <GiftView gift={data} token={token} onChanged={() => void gift.refetch()} />}
      </QueryView>
    </Page>
  );
};

export default GiftPage;
