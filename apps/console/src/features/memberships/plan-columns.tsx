import type { MembershipPlan } from '../../shared/api/types';
import { briefFen, formatCount, formatFen } from '../../shared/format/money';
import type { DataColumn } from '../../shared/table/columns';
import styles from './memberships.module.css';
import { PlanStatusActions, PlanStatusPill } from './status-actions';
import { statusNames, t, unitNames } from './strings';

const durationText = ({ duration }: MembershipPlan): string => t.durationText(duration.count, unitNames[duration.unit]);

const count = (key: 'bought' | 'running' | 'renewals' | 'refunded', title: string): DataColumn<MembershipPlan> => ({
  key,
  title,
  width: 84,
  align: 'right',
  sortable: true,
  value: (row) => row[key],
  render: (row) => formatCount(row[key]),
});

const money = (key: 'paidFen' | 'refundedFen', title: string): DataColumn<MembershipPlan> => ({
  key,
  title,
  width: 116,
  align: 'right',
  sortable: true,
  value: (row) => row[key],
  exported: (row) => formatFen(row[key]),
  render: (row) => formatFen(row[key]),
});

export const planColumns: DataColumn<MembershipPlan>[] = [
  {
    key: 'name',
    title: t.plan,
    lead: true,
    width: 170,
    value: (row) => row.name,
    render: (row) => (
      <span className={styles.name}>
        <b>{row.name}</b>
        <small>{[row.tierName, durationText(row)].join(' · ')}</small>
      </span>
    ),
  },
  {
    key: 'priceFen',
    title: t.price,
    width: 90,
    align: 'right',
    sortable: true,
    value: (row) => row.priceFen,
    exported: (row) => formatFen(row.priceFen),
    render: (row) => briefFen(row.priceFen),
  },
  count('bought', t.sold),
  count('running', t.running),
  count('renewals', t.renewals),
  money('paidFen', t.paid),
  count('refunded', t.refunded),
  money('refundedFen', t.refundedFen),
  {
    key: 'stockLeft',
    title: t.stock,
    width: 90,
    align: 'right',
    value: (row) => row.stockLeft,
    render: (row) => (row.stockLeft === null ? t.noLimit : formatCount(row.stockLeft)),
  },
  {
    key: 'status',
    title: t.status,
    width: 90,
    value: (row) => statusNames[row.status],
    render: (row) => <PlanStatusPill status={row.status} />,
  },
  {
    key: 'actions',
    title: '',
    width: 140,
    actions: true,
    value: () => null,
    render: (row) => <PlanStatusActions plan={row} />,
  },
];
