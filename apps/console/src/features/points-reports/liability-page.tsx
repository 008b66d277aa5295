import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Liability } from '../../shared/api/types';
import { formatCount, formatFen, formatPoints } from '../../shared/format/money';
import { showTime } from '../../shared/format/time';
import type { DataColumn } from '../../shared/table/columns';
import { DataTable } from '../../shared/table/data-table';
import { Figure } from '../../shared/ui/figure';
import { Page } from '../../shared/ui/page';
import { Panel } from '../../shared/ui/panel';
import { EmptyState, QueryView } from '../../shared/ui/states';
import { liability } from './api';
import { LiabilityChart } from './liability-chart';
import { monthColumns, storeColumns } from './liability-columns';
import styles from './reports.module.css';
import { t } from './strings';

function Figures({ data }: { data: Liability }) {
  return (
    <div className={styles.figures}>
      <Panel>
        <Figure label={t.points} value={formatPoints(data.points)} note={t.worth(formatFen(data.fen))} />
      </Panel>
      <Panel>
        <Figure label={t.pending} value={formatPoints(data.pending)} note={t.worth(formatFen(data.pendingFen))} />
      </Panel>
      <Panel>
        <Figure label={t.debt} value={formatPoints(data.debt)} note={t.debtNote} />
      </Panel>
      <Panel>
        <Figure label={t.accounts} value={formatCount(data.accounts)} note={t.asOf(showTime(data.at))} />
      </Panel>
    </div>
  );
}

interface LinesProps<Row> {
  id: string;
  title: string;
  query: UseQueryResult<Liability, Error>;
  rows: Row[];
  columns: DataColumn<Row>[];
  rowKey: (row: Row) => string;
  exportName: string;
}

function Lines<Row extends object>({ id, title, query, rows, columns, rowKey, exportName }: LinesProps<Row>) {
  const [sort, setSort] = useState('');
  return (
    <DataTable<Row>
      id={id}
      columns={columns}
      rowKey={rowKey}
      query={{ ...query, data: { items: rows } }}
      state={{ sort }}
      onState={(patch) => setSort(patch.sort ?? '')}
      filters={<span className={styles.title}>{title}</span>}
      empty={{ title: t.empty, hint: t.emptyHint }}
      exportSource={exportName}
    />
  );
}

function Report({ data, query }: { data: Liability; query: UseQueryResult<Liability, Error> }) {
  return (
    <>
      <Figures data={data} />
      <Panel title={t.chart}>
        {data.byMonth.length > 0 ? (
          <LiabilityChart lines={data.byMonth} />
        ) : (
          <EmptyState title={t.empty} hint={t.emptyHint} />
        )}
      </Panel>
      <div className={styles.tables}>
        <Lines
          id="liability-months"
          title={t.byMonth}
          query={query}
          rows={data.byMonth}
          columns={monthColumns(data.points)}
          rowKey={(row) => row.month}
          exportName={t.exportMonths}
        />
        <Lines
          id="liability-stores"
          title={t.byStore}
          query={query}
          rows={data.byStore}
          columns={storeColumns(data.points)}
          rowKey={(row) => row.storeId ?? ''}
          exportName={t.exportStores}
        />
      </div>
    </>
  );
}

export function LiabilityPage() {
  const query = useQuery({ queryKey: ['points-liability'], queryFn: liability });
  const worth = query.data ? formatFen(query.data.fenPer100Points) : '…';
  return (
    <Page title={t.liability} lead={t.liabilityLead(worth)}>
      <QueryView query={query}>{(data) => <Report data={data} query={query} />}</QueryView>
    </Page>
  );
}
