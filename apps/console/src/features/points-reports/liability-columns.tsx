import type { Liability } from '../../shared/api/types';
import { formatFen, formatPoints } from '../../shared/format/money';
import type { DataColumn } from '../../shared/table/columns';
import { shortStore } from '../../shared/text/names';
import styles from './reports.module.css';
import { t } from './strings';

type Line = Pick<Liability['byMonth'][number], 'points' | 'pending' | 'fen'>;
export type MonthLine = Liability['byMonth'][number];
export type StoreLine = Liability['byStore'][number];

/** 2027-06 → 2027年6月. */
export const monthName = (month: string): string => {
  if (month === 'never') return t.never;
  if (month === 'over') return t.over;
  const [year = '', number = ''] = month.split('-');
  return t.yearMonth(year, String(Number(number)));
};

const figures = <Row extends Line>(total: number): DataColumn<Row>[] => [
  {
    key: 'points',
    title: t.points,
    width: 100,
    align: 'right',
    sortable: true,
    value: (row) => row.points,
    render: (row) => formatPoints(row.points),
  },
  {
    key: 'fen',
    title: t.value,
    width: 100,
    align: 'right',
    value: (row) => row.fen,
    exported: (row) => (row.fen / 100).toFixed(2),
    render: (row) => formatFen(row.fen),
  },
  {
    key: 'share',
    title: t.share,
    width: 120,
    align: 'right',
    value: (row) => (total === 0 ? 0 : Math.round((row.points / total) * 1000) / 10),
    render: (row) => {
      const percent = total === 0 ? 0 : (row.points / total) * 100;
      return (
        <span className={styles.share}>
          <i style={{ ['--share' as string]: `${percent}%` }} />
          <em>{percent.toFixed(1)}%</em>
        </span>
      );
    },
  },
  {
    key: 'pending',
    title: t.waiting,
    width: 80,
    align: 'right',
    value: (row) => row.pending,
    render: (row) => formatPoints(row.pending),
  },
];

export const monthColumns = (total: number): DataColumn<MonthLine>[] => [
  { key: 'month', title: t.month, lead: true, width: 110, value: (row) => monthName(row.month) },
  ...figures<MonthLine>(total),
];

export const storeColumns = (total: number): DataColumn<StoreLine>[] => [
  { key: 'store', title: t.store, lead: true, width: 110, value: (row) => shortStore(row.storeName) },
  ...figures<StoreLine>(total),
];
