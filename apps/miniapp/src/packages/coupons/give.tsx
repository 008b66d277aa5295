import { useRouter, useShareAppMessage } from '@tarojs/taro';
import { useState } from 'react';
import { useMyCoupons } from '@/features/coupons/coupons.api';
import { GiveView, giftPath } from '@/features/coupons/give-view';
import { text } from '@/features/coupons/strings';
import type { OfferedGift } from '@/shared/http/types';
import { go, routes } from '@/shared/nav/nav';
import { Empty } from '@/shared/ui/empty';
import { JoinGate } from '@/shared/ui/join-gate';
import { Page } from '@/shared/ui/page';
import { QueryView } from '@/shared/ui/query-view';

const GivePage = () => {
  const { id = '' } = useRouter().params;
  const coupons = useMyCoupons('usable');
  const [offered, keep] = useState<OfferedGift | null>(null);
  const coupon = coupons.data?.items.find(({ couponId }) => couponId === id);
  useShareAppMessage(() => ({
    title: text.gift.shareTitle(coupon?.headline ?? '', coupon?.name ?? ''),
    path: offered ? giftPath(offered.token) : routes.coupons,
  }));
  return (
    <Page title={text.gift.giveTitle}>
      <JoinGate skeleton="ticket">
        <QueryView query={coupons} skeleton="ticket">
          {() =>
            coupon ? (
              <GiveView coupon={coupon} offered={offered} onOffered={keep} />
            ) : (
              <Empty
                picture="ticket"
                title={text.gift.left}
                action={text.gift.toGifts}
                onAction={() => go(routes.couponGifts)}
              />
            )
          }
        </QueryView>
      </JoinGate>
    </Page>
  );
};

export default GivePage;
