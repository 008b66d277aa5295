import { Progress } from 'antd';
import type { MallItem } from '../../shared/api/types';
import { formatCount, formatFen, formatPoints } from '../../shared/format/money';
import type { DataColumn } from '../../shared/table/columns';
import { Pill, type Tone } from '../../shared/ui/pill';
import { ItemPicture } from './item-card';
import styles from './mall.module.css';
import { StatusActions } from './status-actions';
import { kindNames, statusNames, t } from './strings';

const tones: Record<MallItem['status'], Tone> = { draft: 'neutral', active: 'good', paused: 'warn', ended: 'neutral' };

export function ItemStatusPill({ status }: { status: MallItem['status'] }) {
  return <Pill tone={tones[status]}>{statusNames[status]}</Pill>;
}

function Stock({ item }: { item: MallItem }) {
  const percent = item.stockTotal === 0 ? 0 : (item.stockLeft / item.stockTotal) * 100;
  return (
    <div className={styles.stock}>
      <span>{t.stockText(formatCount(item.stockLeft), formatCount(item.stockTotal))}</span>
      <Progress percent={percent} showInfo={false} size="small" status={percent < 10 ? 'exception' : 'normal'} />
    </div>
  );
}

const count = (key: 'redeemed' | 'waiting' | 'reserved', title: string): DataColumn<MallItem> => ({
  key,
  title,
  width: 90,
  align: 'right',
  sortable: true,
  value: (row) => row[key],
  render: (row) => formatCount(row[key]),
});

export const itemColumns: DataColumn<MallItem>[] = [
  {
    key: 'title',
    title: t.item,
    lead: true,
    width: 290,
    value: (row) => row.title,
    render: (row) => (
      <span className={styles.nameCell}>
        <ItemPicture url={row.pictureUrl} isSmall />
        <span>
          <b>{row.title}</b>
          <small>{row.summary || kindNames[row.kind]}</small>
        </span>
      </span>
    ),
  },
  { key: 'kind', title: t.kind, width: 100, value: (row) => kindNames[row.kind] },
  {
    key: 'pricePoints',
    title: t.price,
    width: 120,
    align: 'right',
    sortable: true,
    value: (row) => row.pricePoints,
    render: (row) => (
      <span>
        {t.priceText(formatPoints(row.pricePoints))}
        {row.priceFen ? <span className={styles.soft}>{t.plus(formatFen(row.priceFen))}</span> : null}
      </span>
    ),
  },
  {
    key: 'stockLeft',
    title: t.stock,
    width: 150,
    sortable: true,
    value: (row) => row.stockLeft,
    render: (row) => <Stock item={row} />,
  },
  count('redeemed', t.redeemed),
  count('waiting', t.waiting),
  { ...count('reserved', t.reserved), hiddenAtFirst: true },
  {
    key: 'limit',
    title: t.limit,
    width: 100,
    hiddenAtFirst: true,
    value: (row) => row.perMemberLimit,
    render: (row) => (row.perMemberLimit === null ? t.noLimit : t.limitText(row.perMemberLimit)),
  },
  {
    key: 'status',
    title: t.status,
    width: 90,
    value: (row) => statusNames[row.status],
    render: (row) => <ItemStatusPill status={row.status} />,
  },
  {
    key: 'actions',
    title: '',
    width: 140,
    actions: true,
    value: () => null,
    render: (row) => <StatusActions item={row} />,
  },
];
