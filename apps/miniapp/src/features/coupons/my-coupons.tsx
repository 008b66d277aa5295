import { View } from '@tarojs/components';
import { daysUntil, dayText, shortDate } from '@/shared/format/time';
import type { MyCoupon } from '@/shared/http/types';
import { go, routes } from '@/shared/nav/nav';
import { Button } from '@/shared/ui/button';
import { Empty } from '@/shared/ui/empty';
import { QueryView } from '@/shared/ui/query-view';
import { Ticket } from '@/shared/ui/ticket';
import { useMyCoupons } from './coupons.api';
import { type CouponTab, text } from './strings';
import './coupons.scss';

const SOON_DAYS = 3;

const validityOf = (coupon: MyCoupon): string[] => {
  if (coupon.voidReason) return [text.voidedFor(coupon.voidReason)];
  if (coupon.redeemedAt) return [text.usedAt(dayText(coupon.redeemedAt))];
  const days = daysUntil(coupon.validUntil);
  const soon = coupon.state === 'claimed' && days <= SOON_DAYS ? text.expiresSoon(days) : '';
  return [text.validUntil(shortDate(coupon.validUntil)), soon];
};

const Mine = ({ coupon, usable }: { coupon: MyCoupon; usable: boolean }) => (
  <Ticket
    id={`coupon-${coupon.couponNo}`}
    headline={coupon.headline}
    thresholdFen={coupon.thresholdFen}
    name={coupon.name}
    terms={coupon.terms}
    validity={validityOf(coupon)}
    faded={!usable}
    stamp={usable ? undefined : text.stamps[coupon.state] || text.stamps.expired}
    action={
      usable ? (
        <View className="ticket-deeds">
          {coupon.isGiftable || coupon.gift ? (
            <Button
              id={`give-${coupon.couponNo}`}
              size="small"
              look="plain"
              onTap={() => go(routes.couponGive, { id: coupon.couponId })}
            >
              {coupon.gift ? text.giving : text.give}
            </Button>
          ) : null}
          {coupon.gift ? null : (
            <Button size="small" look="soft" onTap={() => go(routes.code)}>
              {text.use}
            </Button>
          )}
        </View>
      ) : undefined
    }
  />
);

interface MyCouponsProps {
  state: 'usable' | 'used' | 'expired';
  onOther: (tab: CouponTab) => void;
}

export const MyCoupons = ({ state, onOther }: MyCouponsProps) => {
  const coupons = useMyCoupons(state);
  const { title, note, action } = text.empty[state];
  return (
    <QueryView query={coupons} skeleton="ticket">
      {({ items }) =>
        items.length ? (
          items.map((coupon) => <Mine key={coupon.couponId} coupon={coupon} usable={state === 'usable'} />)
        ) : (
          <Empty
            picture="ticket"
            title={title}
            note={note}
            action={action}
            onAction={() => onOther(state === 'usable' ? 'claimable' : 'usable')}
          />
        )
      }
    </QueryView>
  );
};
