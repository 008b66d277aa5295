import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, DatePicker } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { client, orNone, pageOf } from '../../shared/api/client';
import type { PurchaseRow } from '../../shared/api/types';
import { brandNow, dayjs } from '../../shared/format/time';
import { DataTable } from '../../shared/table/data-table';
import { common } from '../../shared/text/common';
import { Allowed } from '../../shared/ui/allowed';
import { Page } from '../../shared/ui/page';
import { StoreFilter } from '../../shared/ui/pickers';
import { SearchBox } from '../../shared/ui/search-box';
import { useUrlState } from '../../shared/ui/use-url-state';
import { purchaseColumns } from './purchase-columns';
import { PurchaseDrawer } from './purchase-drawer';
import { t } from './strings';

const defaults = { q: '', storeId: '', from: '', to: '', sort: '', page: '1', pageSize: '20' };
type Filter = typeof defaults;

const listPurchases = ({ q, storeId, from, to, ...paging }: Filter) =>
  client.get('/api/console/purchases', {
    query: { q: orNone(q), storeId: orNone(storeId), from: orNone(from), to: orNone(to), ...pageOf(paging) },
  });

interface FiltersProps {
  filter: Filter;
  onPatch: (patch: Partial<Filter>) => void;
  onReset: () => void;
}

function Filters({ filter, onPatch, onReset }: FiltersProps) {
  const today = brandNow().startOf('day');
  const wall = (text: string) => (text ? dayjs(text) : null);
  const preset = (label: string, days: number) => ({
    label,
    value: [dayjs(today.subtract(days, 'day').format('YYYY-MM-DD')), dayjs(today.format('YYYY-MM-DD'))] as [
      dayjs.Dayjs,
      dayjs.Dayjs,
    ],
  });
  return (
    <>
      <SearchBox value={filter.q} onSearch={(q) => onPatch({ q })} placeholder={t.search} width={190} />
      <StoreFilter value={filter.storeId} onChange={(storeId) => onPatch({ storeId })} />
      <DatePicker.RangePicker
        allowEmpty={[true, true]}
        placeholder={[t.from, t.until]}
        style={{ width: 250 }}
        presets={[preset(t.today, 0), preset(t.week, 6), preset(t.month, 29)]}
        value={[wall(filter.from), wall(filter.to)]}
        onChange={(range) =>
          onPatch({ from: range?.[0]?.format('YYYY-MM-DD') ?? '', to: range?.[1]?.format('YYYY-MM-DD') ?? '' })
        }
      />
      {filter.q || filter.storeId || filter.from || filter.to ? (
        <Button type="link" onClick={onReset}>
          {common.reset}
        </Button>
      ) : null}
    </>
  );
}

export function PurchasesPage() {
  const [filter, patch, reset] = useUrlState(defaults);
  const [opened, open] = useState<PurchaseRow | null>(null);
  const query = useQuery({
    queryKey: ['purchases', filter],
    queryFn: () => listPurchases(filter),
    placeholderData: keepPreviousData,
  });
  return (
    <Page title={t.title} lead={t.lead}>
      <DataTable
        id="purchases"
        columns={purchaseColumns}
        rowKey={(row) => row.purchaseNo}
        query={query}
        state={filter}
        onState={patch}
        filters={<Filters filter={filter} onPatch={patch} onReset={reset} />}
        isFiltered={Boolean(filter.q || filter.storeId || filter.from || filter.to)}
        empty={{
          title: t.emptyTitle,
          hint: t.emptyHint,
          action: (
            <Allowed to="imports.run">
              <Link to="/imports">
                <Button>{t.toImport}</Button>
              </Link>
            </Allowed>
          ),
        }}
        exportSource={{
          name: t.exportName,
          fetchPage: (page, pageSize) => listPurchases({ ...filter, page: String(page), pageSize: String(pageSize) }),
        }}
        onOpen={open}
      />
      <PurchaseDrawer purchase={opened} onClose={() => open(null)} />
    </Page>
  );
}
