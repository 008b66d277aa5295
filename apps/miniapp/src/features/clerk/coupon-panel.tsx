import { shortDate } from '@/shared/format/time';
import { Card } from '@/shared/ui/card';
import { Chip } from '@/shared/ui/chip';
import { Ticket } from '@/shared/ui/ticket';
import { sayError } from '@/shared/ui/toast';
import { useCouponLookup } from './clerk.api';
import { CodeInput } from './code-input';
import { text } from './strings';
import './clerk.scss';

/** Tells whether a coupon holds here. It is spent only with a purchase, never by itself. */
export const CouponPanel = ({ storeId }: { storeId: string }) => {
  const lookup = useCouponLookup(storeId);
  const coupon = lookup.data;
  return (
    <>
      <Card>
        <CodeInput
          scanLabel={text.scanCoupon}
          placeholder={text.typeCoupon}
          busy={lookup.isPending}
          onCode={(code) => lookup.mutate(code, { onError: sayError })}
        />
      </Card>
      {coupon ? (
        <Card>
          <Ticket
            headline={coupon.headline}
            thresholdFen={coupon.thresholdFen}
            name={coupon.name}
            terms={coupon.terms}
            validity={[shortDate(coupon.validUntil)]}
            faded={!coupon.usableHere}
          />
          <Chip tone={coupon.usableHere ? 'brand' : 'danger'}>
            {coupon.usableHere ? text.usableHere : (coupon.reason ?? text.notUsable)}
          </Chip>
        </Card>
      ) : null}
    </>
  );
};
