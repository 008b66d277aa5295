import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { RefundRow } from '../../shared/api/types';
import { formatCount } from '../../shared/format/money';
import type { DataColumn } from '../../shared/table/columns';
import { DataTable } from '../../shared/table/data-table';
import { doerName } from '../../shared/text/names';
import { Page } from '../../shared/ui/page';
import { useUrlState } from '../../shared/ui/use-url-state';
import { isLookFiltered, listRefunds, lookDefaults, refundsKey } from './api';
import { LookFilters } from './look-filters';
import { momentColumn, moneyColumn } from './payment-columns';
import { PaymentDrawer } from './payment-drawer';
import styles from './payments.module.css';
import { RefundPill } from './pills';
import { failureText, refundStates, t } from './strings';

const stateText = (row: RefundRow): string => (row.needsPerson ? t.abnormal : refundStates[row.state]);

const columns: DataColumn<RefundRow>[] = [
  {
    key: 'refundNo',
    title: t.refundNo,
    lead: true,
    width: 270,
    value: (row) => row.refundNo,
    render: (row) => <code className={styles.number}>{row.refundNo}</code>,
  },
  { key: 'description', title: t.what, width: 170, value: (row) => row.description },
  moneyColumn('amountFen', t.amount, (row) => row.amountFen),
  {
    key: 'state',
    title: t.state,
    width: 170,
    value: stateText,
    render: (row) => (
      <span>
        <RefundPill refund={row} />
        {row.failure ? <span className={styles.soft}>{failureText(row.failure)}</span> : null}
      </span>
    ),
  },
  { key: 'reason', title: t.reason, width: 150, value: (row) => row.reason },
  { key: 'requestedBy', title: t.askedBy, width: 90, value: (row) => doerName(row.requestedBy) },
  momentColumn('createdAt', t.askedAt, (row) => row.createdAt),
  momentColumn('succeededAt', t.doneAt, (row) => row.succeededAt),
  { key: 'paymentNo', title: t.no, width: 240, hiddenAtFirst: true, value: (row) => row.paymentNo },
];

/** Money that no card takes stops here until somebody has seen to it. */
function NeedsPerson({ onSee }: { onSee: () => void }) {
  const filter = { ...lookDefaults, state: 'abnormal', pageSize: '1' };
  const query = useQuery({ queryKey: [...refundsKey, filter], queryFn: () => listRefunds(filter) });
  const total = query.data?.total ?? 0;
  if (total === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={t.abnormalTitle(formatCount(total))}
      description={t.abnormalText}
      action={<Button onClick={onSee}>{t.abnormalSee}</Button>}
    />
  );
}

export function RefundsPage() {
  const [filter, patch, reset] = useUrlState(lookDefaults);
  const [opened, open] = useState<string | null>(null);
  const query = useQuery({
    queryKey: [...refundsKey, filter],
    queryFn: () => listRefunds(filter),
    placeholderData: keepPreviousData,
    refetchInterval: 15_000,
  });
  const states = { abnormal: t.abnormal, ...refundStates };
  return (
    <Page title={t.refundsTitle} lead={t.refundsLead}>
      <NeedsPerson onSee={() => patch({ state: 'abnormal' })} />
      <DataTable
        id="payment-refunds"
        columns={columns}
        rowKey={(row) => row.refundNo}
        query={query}
        state={filter}
        onState={patch}
        filters={<LookFilters filter={filter} states={states} onPatch={patch} onReset={reset} />}
        isFiltered={isLookFiltered(filter)}
        empty={{ title: t.refundsEmpty, hint: t.refundsEmptyHint }}
        exportSource={{
          name: t.refundsExport,
          fetchPage: (page, pageSize) => listRefunds({ ...filter, page: String(page), pageSize: String(pageSize) }),
        }}
        onOpen={(row) => open(row.paymentNo)}
      />
      <PaymentDrawer paymentNo={opened} onClose={() => open(null)} />
    </Page>
  );
}
