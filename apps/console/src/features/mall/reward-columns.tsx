import { Button } from 'antd';
import type { MallReward } from '../../shared/api/types';
import { formatFen, formatPoints } from '../../shared/format/money';
import { showExact, showLastDay, showTime } from '../../shared/format/time';
import type { DataColumn } from '../../shared/table/columns';
import { MemberCell } from '../../shared/table/member-cell';
import { Allowed } from '../../shared/ui/allowed';
import { Pill, type Tone } from '../../shared/ui/pill';
import { When } from '../../shared/ui/when';
import styles from './mall.module.css';
import { causeNames, kindNames, stateNames, t } from './strings';

const tones: Record<MallReward['state'], Tone> = {
  reserved: 'info',
  ready: 'warn',
  'picked-up': 'good',
  delivered: 'good',
  cancelled: 'neutral',
  expired: 'neutral',
};

const reasonOf = (row: MallReward): string | null =>
  row.cancelCause === null ? null : [causeNames[row.cancelCause], row.cancelNote].filter(Boolean).join('：');

/** What happens next, or how it ended. */
const under = (row: MallReward): string | null => {
  if (row.refund) return t.refunds[row.refund.state](formatFen(row.refund.amountFen));
  if (row.state === 'reserved' && row.expiresAt) return t.payUntil(showTime(row.expiresAt));
  return row.state === 'ready' && row.expiresAt ? t.keptUntil(showLastDay(row.expiresAt)) : reasonOf(row);
};

function Price({ row }: { row: MallReward }) {
  return (
    <span>
      {t.priceText(formatPoints(row.pricePoints))}
      {row.priceFen ? <span className={styles.soft}>{t.plus(formatFen(row.priceFen))}</span> : null}
    </span>
  );
}

export const rewardColumns = (onCancel: (reward: MallReward) => void): DataColumn<MallReward>[] => [
  { key: 'rewardNo', title: t.number, lead: true, width: 150, value: (row) => row.rewardNo },
  {
    key: 'title',
    title: t.item,
    width: 190,
    value: (row) => row.title,
    render: (row) => (
      <span>
        {row.title}
        <span className={styles.soft}>{kindNames[row.kind]}</span>
      </span>
    ),
  },
  {
    key: 'member',
    title: t.member,
    width: 150,
    value: (row) => row.nickname,
    render: (row) => <MemberCell memberId={row.memberId} name={row.nickname} note={row.phoneMasked} />,
  },
  {
    key: 'pricePoints',
    title: t.price,
    width: 130,
    align: 'right',
    sortable: true,
    value: (row) => row.pricePoints,
    render: (row) => <Price row={row} />,
  },
  {
    key: 'redeemedAt',
    title: t.redeemedAt,
    width: 130,
    sortable: true,
    value: (row) => row.redeemedAt,
    exported: (row) => showExact(row.redeemedAt),
    render: (row) => <When at={row.redeemedAt} />,
  },
  {
    key: 'state',
    title: t.status,
    width: 170,
    value: (row) => stateNames[row.state],
    render: (row) => (
      <span>
        <Pill tone={tones[row.state]}>{stateNames[row.state]}</Pill>
        <span className={styles.soft}>{under(row)}</span>
      </span>
    ),
  },
  {
    key: 'priceFen',
    title: t.fields.yuan,
    width: 100,
    hiddenAtFirst: true,
    align: 'right',
    value: (row) => row.priceFen,
    exported: (row) => (row.priceFen / 100).toFixed(2),
    render: (row) => (row.priceFen ? formatFen(row.priceFen) : '—'),
  },
  { key: 'storeName', title: t.store, width: 150, value: (row) => row.storeName },
  {
    key: 'endedAt',
    title: t.endedAt,
    width: 130,
    hiddenAtFirst: true,
    value: (row) => row.endedAt,
    exported: (row) => (row.endedAt ? showExact(row.endedAt) : ''),
    render: (row) => (row.endedAt ? <When at={row.endedAt} /> : '—'),
  },
  { key: 'reason', title: t.reason, width: 160, hiddenAtFirst: true, value: reasonOf },
  {
    key: 'actions',
    title: '',
    width: 80,
    actions: true,
    value: () => null,
    render: (row) =>
      row.state === 'ready' || row.state === 'reserved' ? (
        <Allowed to="rewards.write">
          <Button type="link" size="small" danger onClick={() => onCancel(row)}>
            {t.cancel}
          </Button>
        </Allowed>
      ) : null,
  },
];
