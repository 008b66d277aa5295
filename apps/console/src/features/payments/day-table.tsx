import { Button } from 'antd';
import { useState } from 'react';
import type { PaymentDay } from '../../shared/api/types';
import { formatCount } from '../../shared/format/money';
import { dayjs, showDate } from '../../shared/format/time';
import type { DataColumn } from '../../shared/table/columns';
import { DataTable } from '../../shared/table/data-table';
import { Allowed } from '../../shared/ui/allowed';
import { Pill } from '../../shared/ui/pill';
import { useAction } from '../../shared/ui/use-action';
import { compareAgain, daysKey, differencesKey } from './api';
import { moneyColumn } from './payment-columns';
import styles from './payments.module.css';
import { t } from './strings';

const count = (key: 'payments' | 'refunds', title: string): DataColumn<PaymentDay> => ({
  key,
  title,
  width: 100,
  align: 'right',
  sortable: true,
  value: (row) => row[key],
  render: (row) => (row[key] ? formatCount(row[key]) : '—'),
});

/** Beijing's, as the bills are. */
const today = (): string => dayjs().tz('Asia/Shanghai').format('YYYY-MM-DD');

const resultOf = (day: PaymentDay): string => {
  if (day.comparedAt === null) return t.notYet;
  if (day.openDifferences > 0) return t.differs(day.openDifferences);
  return day.differences ? t.allSettled : t.same;
};

function Result({ day }: { day: PaymentDay }) {
  const tone = day.comparedAt === null ? 'neutral' : day.openDifferences > 0 ? 'bad' : 'good';
  return <Pill tone={tone}>{resultOf(day)}</Pill>;
}

function CompareAgain({ day: { day, comparedAt } }: { day: PaymentDay }) {
  const compare = useAction(() => compareAgain(day), {
    said: ({ found }) => t.compareDone(found),
    refresh: [daysKey, differencesKey],
  });
  return (
    <Allowed to="operations.write">
      <Button
        type="link"
        size="small"
        data-day={day}
        title={t.compareHint}
        loading={compare.isPending}
        onClick={() => compare.mutate()}
      >
        {comparedAt === null ? t.compareFirst : t.compare}
      </Button>
    </Allowed>
  );
}

const columns: DataColumn<PaymentDay>[] = [
  { key: 'day', title: t.day, lead: true, width: 140, value: (row) => row.day, render: (row) => showDate(row.day) },
  count('payments', t.payments),
  moneyColumn('paidFen', t.amount, (row) => row.paidFen, 130),
  count('refunds', t.refundCount),
  moneyColumn('refundedFen', t.refunded, (row) => row.refundedFen, 130),
  moneyColumn('feeFen', t.fee, (row) => row.feeFen, 110),
  { key: 'bill', title: t.bill, width: 130, value: resultOf, render: (row) => <Result day={row} /> },
  {
    key: 'actions',
    title: '',
    width: 110,
    actions: true,
    value: () => null,
    render: (row) => (row.day < today() ? <CompareAgain day={row} /> : null),
  },
];

const AT_REST = { isError: false, isFetching: false, error: null, refetch: () => undefined };

export function DayTable({ days }: { days: PaymentDay[] }) {
  const [sort, setSort] = useState('');
  return (
    <DataTable
      id="payment-days"
      columns={columns}
      rowKey={(row) => row.day}
      query={{ ...AT_REST, data: { items: days } }}
      state={{ sort }}
      onState={(patch) => setSort(patch.sort ?? '')}
      filters={<span className={styles.title}>{t.byDay}</span>}
      empty={{ title: t.emptyTitle }}
      exportSource={t.daysExport}
    />
  );
}
