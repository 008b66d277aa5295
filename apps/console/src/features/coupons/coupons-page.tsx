import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import type { CouponTemplate } from '../../shared/api/types';
import { DataTable } from '../../shared/table/data-table';
import { common } from '../../shared/text/common';
import { Allowed } from '../../shared/ui/allowed';
import { Page } from '../../shared/ui/page';
import { useUrlState } from '../../shared/ui/use-url-state';
import { couponsKey, listCoupons } from './api';
import { couponColumns } from './coupon-columns';
import { StatisticsDrawer } from './statistics-drawer';
import { statusNames, t } from './strings';

const defaults = { status: '', sort: '' };

export function CouponsPage() {
  const [state, patch] = useUrlState(defaults);
  const [measured, measure] = useState<CouponTemplate | null>(null);
  const navigate = useNavigate();
  const query = useQuery({ queryKey: couponsKey, queryFn: listCoupons });
  const items = query.data?.items.filter((template) => !state.status || template.status === state.status);
  const options = [
    { value: '', label: common.all },
    ...Object.entries(statusNames).map(([value, label]) => ({ value, label })),
  ];
  return (
    <Page
      title={t.title}
      lead={t.lead}
      actions={
        <Allowed to="coupons.write">
          <Link to="/coupons/new">
            <Button type="primary" icon={<PlusOutlined />}>
              {t.create}
            </Button>
          </Link>
        </Allowed>
      }
    >
      <DataTable<CouponTemplate>
        id="coupons"
        columns={couponColumns(measure)}
        rowKey={(row) => row.templateId}
        query={{ ...query, data: items ? { items } : undefined }}
        state={state}
        onState={patch}
        filters={<Segmented options={options} value={state.status} onChange={(status) => patch({ status })} />}
        isFiltered={Boolean(state.status)}
        empty={{ title: t.emptyTitle, hint: t.emptyHint }}
        exportSource={t.exportName}
        onOpen={(row) => navigate(`/coupons/${row.templateId}`)}
      />
      <StatisticsDrawer template={measured} onClose={() => measure(null)} />
    </Page>
  );
}
