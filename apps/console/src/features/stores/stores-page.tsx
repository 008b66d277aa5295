import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { StoreRow } from '../../shared/api/types';
import { storesKey } from '../../shared/lookups/lookups';
import type { DataColumn } from '../../shared/table/columns';
import { DataTable } from '../../shared/table/data-table';
import { Allowed } from '../../shared/ui/allowed';
import { Page } from '../../shared/ui/page';
import { SearchBox } from '../../shared/ui/search-box';
import { useUrlState } from '../../shared/ui/use-url-state';
import { listStores } from './api';
import { StoreDialog } from './store-dialog';
import { t } from './strings';

const columns: DataColumn<StoreRow>[] = [
  { key: 'name', title: t.name, lead: true, width: 200, sortable: true, value: (row) => row.name },
  { key: 'code', title: t.code, width: 110, sortable: true, value: (row) => row.code },
  { key: 'address', title: t.address, width: 340, value: (row) => row.address },
  { key: 'phone', title: t.phone, width: 140, value: (row) => row.phone },
  { key: 'hours', title: t.hours, width: 200, value: (row) => row.openHours },
  {
    key: 'place',
    title: t.located,
    width: 170,
    hiddenAtFirst: true,
    value: (row) => (row.lat === null || row.lng === null ? t.unlocated : `${row.lat}, ${row.lng}`),
  },
];

const defaults = { q: '', sort: 'code' };

export function StoresPage() {
  const [state, patch] = useUrlState(defaults);
  const [editing, edit] = useState<StoreRow | 'new' | null>(null);
  const query = useQuery({
    queryKey: [...storesKey, 'list'],
    queryFn: listStores,
  });
  const matches = (row: StoreRow) => [row.name, row.code, row.address].some((text) => text?.includes(state.q));
  const items = query.data?.items.filter(matches);
  const actions: DataColumn<StoreRow> = {
    key: 'actions',
    title: '',
    width: 80,
    actions: true,
    value: () => null,
    render: (row) => (
      <Allowed to="stores.write">
        <Button type="link" size="small" onClick={() => edit(row)}>
          {t.edit}
        </Button>
      </Allowed>
    ),
  };
  const createButton = (
    <Allowed to="stores.write">
      <Button type="primary" icon={<PlusOutlined />} onClick={() => edit('new')}>
        {t.create}
      </Button>
    </Allowed>
  );
  return (
    <Page title={t.title} lead={t.lead} actions={createButton}>
      <DataTable<StoreRow>
        id="stores"
        columns={[...columns, actions]}
        rowKey={(row) => row.id}
        query={{ ...query, data: items ? { items } : undefined }}
        state={state}
        onState={patch}
        filters={<SearchBox value={state.q} onSearch={(q) => patch({ q })} placeholder={t.search} />}
        isFiltered={state.q !== ''}
        empty={{ title: t.emptyTitle, hint: t.emptyHint }}
        exportSource={t.exportName}
      />
      {editing ? <StoreDialog store={editing === 'new' ? null : editing} onClose={() => edit(null)} /> : null}
    </Page>
  );
}
