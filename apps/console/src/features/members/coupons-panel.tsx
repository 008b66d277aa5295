import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import type { MemberCoupon } from '../../shared/api/types';
import { briefFen } from '../../shared/format/money';
import { showDay } from '../../shared/format/time';
import { Panel } from '../../shared/ui/panel';
import { Pill, type Tone } from '../../shared/ui/pill';
import { QueryView } from '../../shared/ui/states';
import { memberCoupons, memberKey } from './api';
import styles from './member.module.css';
import { t } from './strings';

const tones: Record<MemberCoupon['state'], Tone> = {
  claimed: 'good',
  locked: 'info',
  redeemed: 'neutral',
  expired: 'neutral',
  void: 'neutral',
};

const terms = (coupon: MemberCoupon): string =>
  coupon.thresholdFen > 0
    ? t.couponRule(briefFen(coupon.amountFen), briefFen(coupon.thresholdFen))
    : t.couponPlain(briefFen(coupon.amountFen));

function CouponLine({ coupon }: { coupon: MemberCoupon }) {
  return (
    <div className={styles.coupon}>
      <span>
        <b>{coupon.name}</b>
        <div className={styles.faint}>
          {terms(coupon)} · {t.couponUntil(showDay(coupon.validUntil))}
        </div>
      </span>
      <Pill tone={tones[coupon.state]}>{t.couponStates[coupon.state]}</Pill>
    </div>
  );
}

export function CouponsPanel({ memberId }: { memberId: string }) {
  const query = useQuery({
    queryKey: [...memberKey(memberId), 'coupons'],
    queryFn: () => memberCoupons(memberId),
  });
  return (
    <Panel title={t.coupons}>
      <QueryView query={query} skeleton={<Skeleton active title={false} paragraph={{ rows: 2 }} />}>
        {({ items }) =>
          items.length === 0 ? (
            <span className={styles.soft}>{t.couponsEmpty}</span>
          ) : (
            items.map((coupon) => <CouponLine key={coupon.couponId} coupon={coupon} />)
          )
        }
      </QueryView>
    </Panel>
  );
}
