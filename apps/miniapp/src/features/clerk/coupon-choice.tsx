import { Text, View } from '@tarojs/components';
import { money } from '@/shared/format/amount';
import type { CustomerCard, Preview } from '@/shared/http/types';
import { Button } from '@/shared/ui/button';
import { Card } from '@/shared/ui/card';
import { Icon } from '@/shared/ui/icon';
import type { Draft } from './draft';
import { text } from './strings';
import './clerk.scss';

interface CouponChoiceProps {
  coupons: CustomerCard['coupons'];
  preview: Preview | undefined;
  draft: Draft;
}

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one));

/** What saves most, and one tap to take it. */
const Best = ({ best, draft }: { best: Preview['best']; draft: Draft }) => {
  if (draft.offline || best.couponIds.length === 0) return null;
  const taken = sameSet(best.couponIds, draft.couponIds);
  return (
    <View className="cell cell--best">
      <View className="cell__body">
        <Text className="cell__title">{text.bestTitle}</Text>
        <Text className="cell__note">{best.why}</Text>
      </View>
      {taken ? (
        <Text className="number coupon-off">{text.minus(money(best.discountFen))}</Text>
      ) : (
        <Button id="use-best" size="small" onTap={() => draft.setCouponIds(best.couponIds)}>
          {text.useBest}
        </Button>
      )}
    </View>
  );
};

/** Every coupon with what it would take off this purchase, or why it would not. One tap takes it, another gives it back. */
export const CouponChoice = ({ coupons, preview, draft }: CouponChoiceProps) => {
  if (!coupons.length) return null;
  const toggle = (couponId: string) =>
    draft.setCouponIds(
      draft.couponIds.includes(couponId)
        ? draft.couponIds.filter((one) => one !== couponId)
        : [...draft.couponIds, couponId],
    );
  return (
    <Card className="card--list">
      {preview ? <Best best={preview.best} draft={draft} /> : null}
      {coupons.map((coupon) => {
        const verdict = preview?.coupons.find((one) => one.couponId === coupon.couponId);
        const chosen = draft.couponIds.includes(coupon.couponId);
        const usable = !draft.offline && (verdict?.usable === true || chosen);
        return (
          <View
            key={coupon.couponId}
            id={`coupon-${coupon.couponId}`}
            className={`cell ${usable ? '' : 'cell--off'}`}
            onClick={() => usable && toggle(coupon.couponId)}
          >
            <View className={`tick ${chosen ? 'tick--on' : ''}`}>
              {chosen ? <Icon name="check" tone="on-brand" size="small" /> : null}
            </View>
            <View className="cell__body">
              <Text className="cell__title">{coupon.name}</Text>
              <Text className="cell__note">{usable || !verdict?.reason ? coupon.terms : verdict.reason}</Text>
            </View>
            <Text className="number coupon-off">
              {verdict?.usable && verdict.discountFen > 0 ? text.minus(money(verdict.discountFen)) : coupon.headline}
            </Text>
          </View>
        );
      })}
      {preview?.couponProblem ? <Text className="coupon-problem">{preview.couponProblem}</Text> : null}
      {preview?.gifts.map((gift) => (
        <Text key={gift} className="coupon-gift">
          {text.handOver(gift)}
        </Text>
      ))}
    </Card>
  );
};
