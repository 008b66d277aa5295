import { Text, View } from '@tarojs/components';
import { money, moneyShort } from '@/shared/format/amount';
import type { CustomerCard, Preview } from '@/shared/http/types';
import { Card } from '@/shared/ui/card';
import { Icon } from '@/shared/ui/icon';
import type { Draft } from './draft';
import { text } from './strings';
import './clerk.scss';

interface CouponChoiceProps {
  coupons: CustomerCard['coupons'];
  verdicts: Preview['coupons'];
  draft: Draft;
}

/** Every coupon with what it would take off this purchase, or why it would not. One tap takes it, another gives it back. */
export const CouponChoice = ({ coupons, verdicts, draft }: CouponChoiceProps) => {
  if (!coupons.length) return null;
  return (
    <Card className="card--list">
      {coupons.map((coupon) => {
        const verdict = verdicts.find((one) => one.couponId === coupon.couponId);
        const chosen = draft.couponId === coupon.couponId;
        const usable = !draft.offline && (verdict?.usable === true || chosen);
        return (
          <View
            key={coupon.couponId}
            id={`coupon-${coupon.couponId}`}
            className={`cell ${usable ? '' : 'cell--off'}`}
            onClick={() => usable && draft.setCouponId(chosen ? null : coupon.couponId)}
          >
            <View className={`tick ${chosen ? 'tick--on' : ''}`}>
              {chosen ? <Icon name="check" tone="on-brand" size="small" /> : null}
            </View>
            <View className="cell__body">
              <Text className="cell__title">{coupon.name}</Text>
              <Text className="cell__note">{usable || !verdict?.reason ? coupon.terms : verdict.reason}</Text>
            </View>
            <Text className="number coupon-off">
              {verdict?.usable ? text.minus(money(verdict.discountFen)) : moneyShort(coupon.amountFen)}
            </Text>
          </View>
        );
      })}
    </Card>
  );
};
