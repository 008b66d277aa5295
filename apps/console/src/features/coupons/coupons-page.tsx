import { useState } from 'react';
import type { CouponTemplate } from '../../shared/api/types';
import { StatusListPage } from '../../shared/table/status-list-page';
import { couponsKey, listCoupons } from './api';
import { couponColumns } from './coupon-columns';
import { StatisticsDrawer } from './statistics-drawer';
import { statusNames, t } from './strings';

export function CouponsPage() {
  const [measured, measure] = useState<CouponTemplate | null>(null);
  return (
    <StatusListPage
      id="coupons"
      texts={t}
      statusNames={statusNames}
      queryKey={couponsKey}
      list={listCoupons}
      columns={couponColumns(measure)}
      idOf={(row) => row.templateId}
      path="/coupons"
      mayWrite="coupons.write"
    >
      <StatisticsDrawer template={measured} onClose={() => measure(null)} />
    </StatusListPage>
  );
}
