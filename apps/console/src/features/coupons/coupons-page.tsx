import { SettingOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router-dom';
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
      more={
        <Link to="/coupons/settings">
          <Button icon={<SettingOutlined />}>{t.settings.open}</Button>
        </Link>
      }
    >
      <StatisticsDrawer template={measured} onClose={() => measure(null)} />
    </StatusListPage>
  );
}
