import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { Link, useNavigate } from 'react-router-dom';
import type { MallItem } from '../../shared/api/types';
import { DataTable } from '../../shared/table/data-table';
import { common } from '../../shared/text/common';
import { Allowed } from '../../shared/ui/allowed';
import { Page } from '../../shared/ui/page';
import { useUrlState } from '../../shared/ui/use-url-state';
import { itemsKey, listItems } from './api';
import { itemColumns } from './item-columns';
import { statusNames, t } from './strings';

const defaults = { status: '', sort: '' };

export function MallPage() {
  const [state, patch] = useUrlState(defaults);
  const navigate = useNavigate();
  const query = useQuery({ queryKey: itemsKey, queryFn: listItems });
  const items = query.data?.items.filter((item) => !state.status || item.status === state.status);
  const options = [
    { value: '', label: common.all },
    ...Object.entries(statusNames).map(([value, label]) => ({ value, label })),
  ];
  return (
    <Page
      title={t.title}
      lead={t.lead}
      actions={
        <Allowed to="rewards.write">
          <Link to="/mall/new">
            <Button type="primary" icon={<PlusOutlined />}>
              {t.create}
            </Button>
          </Link>
        </Allowed>
      }
    >
      <DataTable<MallItem>
        id="mall-items"
        columns={itemColumns}
        rowKey={(row) => row.id}
        query={{ ...query, data: items ? { items } : undefined }}
        state={state}
        onState={patch}
        filters={<Segmented options={options} value={state.status} onChange={(status) => patch({ status })} />}
        isFiltered={Boolean(state.status)}
        empty={{ title: t.emptyTitle, hint: t.emptyHint }}
        exportSource={t.exportName}
        onOpen={(row) => navigate(`/mall/${row.id}`)}
      />
    </Page>
  );
}
