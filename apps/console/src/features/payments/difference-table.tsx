import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import type { BillDifference } from '../../shared/api/types';
import { formatFen } from '../../shared/format/money';
import { showDate } from '../../shared/format/time';
import type { DataColumn } from '../../shared/table/columns';
import { DataTable } from '../../shared/table/data-table';
import { Allowed } from '../../shared/ui/allowed';
import { useUrlState } from '../../shared/ui/use-url-state';
import { differencesKey, listDifferences } from './api';
import { momentColumn, yuan } from './payment-columns';
import styles from './payments.module.css';
import { SettleDialog } from './settle-dialog';
import { differenceKinds, subjects, t } from './strings';

const amount = (key: 'billFen' | 'ourFen', title: string): DataColumn<BillDifference> => ({
  key,
  title,
  width: 110,
  align: 'right',
  value: (row) => row[key],
  exported: (row) => (row[key] === null ? '' : yuan(row[key])),
  render: (row) => (row[key] === null ? '—' : formatFen(row[key])),
});

const noteOf = (row: BillDifference): string | null => row.note;

const settling = (onSettle: (difference: BillDifference) => void): DataColumn<BillDifference> => ({
  key: 'actions',
  title: '',
  width: 80,
  actions: true,
  value: () => null,
  render: (row) =>
    row.state === 'open' ? (
      <Allowed to="operations.write">
        <Button type="link" size="small" onClick={() => onSettle(row)}>
          {t.settle}
        </Button>
      </Allowed>
    ) : null,
});

const columnsFor = (state: string, onSettle: (difference: BillDifference) => void): DataColumn<BillDifference>[] => [
  { key: 'day', title: t.billDay, lead: true, width: 140, value: (row) => row.day, render: (row) => showDate(row.day) },
  { key: 'subject', title: t.subject, width: 80, value: (row) => subjects[row.subject] },
  {
    key: 'number',
    title: t.number,
    width: 270,
    value: (row) => row.number,
    render: (row) => <code className={styles.number}>{row.number}</code>,
  },
  { key: 'kind', title: t.kind, width: 150, value: (row) => differenceKinds[row.kind] },
  amount('billFen', t.billAmount),
  amount('ourFen', t.ourAmount),
  momentColumn('foundAt', t.foundAt, (row) => row.foundAt),
  ...(state === 'open' ? [settling(onSettle)] : [{ key: 'note', title: t.note, width: 260, value: noteOf }]),
];

const TABS = Object.entries(t.tabs).map(([value, label]) => ({ value, label }));
const defaults = { state: 'open', page: '1', pageSize: '20' };

/** What WeChat's bill and our books say differently. Nothing is mended by itself. */
export function DifferenceTable() {
  const [filter, patch] = useUrlState(defaults);
  const [settled, settle] = useState<BillDifference | null>(null);
  const columns = useMemo(() => columnsFor(filter.state, settle), [filter.state]);
  const query = useQuery({
    queryKey: [...differencesKey, filter],
    queryFn: () => listDifferences(filter),
    placeholderData: keepPreviousData,
  });
  const empty =
    filter.state === 'open' ? { title: t.noDifferences, hint: t.noDifferencesHint } : { title: t.noSettled };
  return (
    <>
      <DataTable<BillDifference>
        id="bill-differences"
        columns={columns}
        rowKey={(row) => row.id}
        query={query}
        state={filter}
        onState={patch}
        filters={
          <>
            <span className={styles.title}>{t.differences}</span>
            <Segmented options={TABS} value={filter.state} onChange={(state) => patch({ state })} />
          </>
        }
        empty={empty}
        exportSource={t.differencesExport}
      />
      {settled ? <SettleDialog difference={settled} onClose={() => settle(null)} /> : null}
    </>
  );
}
