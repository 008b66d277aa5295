import type { Settlement } from '../../shared/api/types';
import { formatFen, formatPoints, signedPoints } from '../../shared/format/money';
import type { DataColumn } from '../../shared/table/columns';
import { shortStore } from '../../shared/text/names';
import styles from './reports.module.css';
import { t } from './strings';

export type PlaceLine = Settlement['places'][number];
export type FlowLine = Settlement['flows'][number];

const tone = (value: number): string | undefined => (value === 0 ? undefined : value > 0 ? styles.plus : styles.minus);

const points = (key: 'own' | 'honoured' | 'issued', title: string): DataColumn<PlaceLine> => ({
  key,
  title,
  width: 140,
  align: 'right',
  sortable: true,
  value: (row) => row[key],
  render: (row) => formatPoints(row[key]),
});

export const placeColumns: DataColumn<PlaceLine>[] = [
  { key: 'place', title: t.place, lead: true, width: 130, value: (row) => shortStore(row.storeName) },
  points('own', t.own),
  points('honoured', t.honoured),
  points('issued', t.issued),
  {
    key: 'net',
    title: t.net,
    width: 130,
    align: 'right',
    sortable: true,
    value: (row) => row.net,
    render: (row) => <b className={tone(row.net)}>{signedPoints(row.net)}</b>,
  },
  {
    key: 'netFen',
    title: t.netFen,
    width: 160,
    align: 'right',
    sortable: true,
    value: (row) => row.netFen,
    exported: (row) => (row.netFen / 100).toFixed(2),
    render: (row) => (
      <b className={tone(row.netFen)}>
        {row.netFen === 0 ? '' : `${row.netFen > 0 ? t.receives : t.pays} `}
        {formatFen(Math.abs(row.netFen))}
      </b>
    ),
  },
];

export const flowColumns = (fenPer100Points: number): DataColumn<FlowLine>[] => [
  { key: 'from', title: t.from, lead: true, width: 160, value: (row) => shortStore(row.from.storeName) },
  { key: 'to', title: t.to, width: 160, value: (row) => shortStore(row.to.storeName) },
  {
    key: 'points',
    title: t.crossed,
    width: 130,
    align: 'right',
    value: (row) => row.points,
    render: (row) => formatPoints(row.points),
  },
  {
    key: 'fen',
    title: t.value,
    width: 130,
    align: 'right',
    value: (row) => (row.points * fenPer100Points) / 100,
    exported: (row) => ((row.points * fenPer100Points) / 10_000).toFixed(2),
    render: (row) => formatFen(Math.trunc((row.points * fenPer100Points) / 100)),
  },
];
