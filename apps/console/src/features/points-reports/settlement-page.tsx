import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { DatePicker } from 'antd';
import { useMemo, useState } from 'react';
import type { Settlement } from '../../shared/api/types';
import { formatFen, formatPoints } from '../../shared/format/money';
import { brandNow, type Dayjs, dayjs } from '../../shared/format/time';
import { DataTable } from '../../shared/table/data-table';
import { Figure } from '../../shared/ui/figure';
import { Page } from '../../shared/ui/page';
import { Panel } from '../../shared/ui/panel';
import { EmptyState, QueryView } from '../../shared/ui/states';
import { useUrlState } from '../../shared/ui/use-url-state';
import { settlement } from './api';
import styles from './reports.module.css';
import { SettlementChart } from './settlement-chart';
import { flowColumns, placeColumns } from './settlement-columns';
import { t } from './strings';

const DAY = 'YYYY-MM-DD';
/** A wall date without a zone, as the picker keeps it. */
const today = (): Dayjs => dayjs(brandNow().format(DAY));

const presets = (): { label: string; value: [Dayjs, Dayjs] }[] => {
  const now = today();
  const lastMonth = now.subtract(1, 'month');
  return [
    { label: t.presets.thisMonth, value: [now.startOf('month'), now] },
    { label: t.presets.lastMonth, value: [lastMonth.startOf('month'), lastMonth.endOf('month')] },
    { label: t.presets.thisQuarter, value: [now.subtract(2, 'month').startOf('month'), now] },
    { label: t.presets.thisYear, value: [now.startOf('year'), now] },
  ];
};

function Figures({ data }: { data: Settlement }) {
  const crossed = data.flows.reduce((sum, { points }) => sum + points, 0);
  const owed = data.places.reduce((sum, { netFen }) => sum + Math.max(0, netFen), 0);
  const share = data.points === 0 ? 0 : (crossed / data.points) * 100;
  return (
    <div className={`${styles.figures} ${styles.three}`}>
      <Panel>
        <Figure label={t.used} value={formatPoints(data.points)} />
      </Panel>
      <Panel>
        <Figure label={t.crossed} value={formatPoints(crossed)} note={t.crossedNote(`${share.toFixed(1)}%`)} />
      </Panel>
      <Panel>
        <Figure label={t.toSettle} value={formatFen(owed)} />
      </Panel>
    </div>
  );
}

function Report({ data }: { data: Settlement }) {
  const [sorts, setSorts] = useState({ places: '' });
  const [paging, setPaging] = useState({ page: '1', pageSize: '20' });
  const from = (Number(paging.page) - 1) * Number(paging.pageSize);
  const net = data.places.reduce((sum, place) => sum + place.net, 0);
  const netFen = data.places.reduce((sum, place) => sum + place.netFen, 0);
  const shared = { isError: false, isFetching: false, error: null, refetch: () => undefined };
  if (data.flows.length === 0)
    return (
      <Panel>
        <EmptyState title={t.settlementEmpty} hint={t.settlementEmptyHint} />
      </Panel>
    );
  return (
    <>
      <Panel title={t.netChart}>
        <SettlementChart places={data.places} />
      </Panel>
      <DataTable
        id="settlement-places"
        columns={placeColumns}
        rowKey={(row) => row.storeId ?? ''}
        query={{ ...shared, data: { items: data.places } }}
        state={{ sort: sorts.places }}
        onState={({ sort = '' }) => setSorts((now) => ({ ...now, places: sort }))}
        filters={
          <span className={styles.title}>
            {t.settlement} <span className={styles.zero}>{t.netSum(formatPoints(net), formatFen(netFen))}</span>
          </span>
        }
        empty={{ title: t.settlementEmpty }}
        exportSource={t.exportPlaces}
      />
      <DataTable
        id="settlement-flows"
        columns={flowColumns(data.fenPer100Points)}
        rowKey={(row) => `${row.from.storeId} ${row.to.storeId}`}
        query={{
          ...shared,
          data: { items: data.flows.slice(from, from + Number(paging.pageSize)), total: data.flows.length },
        }}
        state={paging}
        onState={(patch) => setPaging((now) => ({ ...now, ...patch }))}
        filters={<span className={styles.title}>{t.flows}</span>}
        empty={{ title: t.settlementEmpty }}
        exportSource={{ name: t.exportFlows, fetchPage: async () => ({ items: data.flows, total: data.flows.length }) }}
      />
    </>
  );
}

export function SettlementPage() {
  const defaults = useMemo(() => ({ from: today().startOf('month').format(DAY), until: today().format(DAY) }), []);
  const [period, patch] = useUrlState(defaults);
  const query = useQuery({
    queryKey: ['store-settlement', period],
    queryFn: () => settlement(period.from, period.until),
    placeholderData: keepPreviousData,
  });
  const worth = query.data ? formatFen(query.data.fenPer100Points) : '…';
  return (
    <Page
      title={t.settlement}
      lead={t.settlementLead(worth)}
      actions={
        <DatePicker.RangePicker
          allowClear={false}
          presets={presets()}
          value={[dayjs(period.from), dayjs(period.until)]}
          disabledDate={(day) => day.isAfter(today())}
          onChange={(days) => {
            if (days?.[0] && days[1]) patch({ from: days[0].format(DAY), until: days[1].format(DAY) });
          }}
        />
      }
    >
      <QueryView query={query}>
        {(data) => (
          <>
            <Figures data={data} />
            <Report data={data} />
          </>
        )}
      </QueryView>
    </Page>
  );
}
