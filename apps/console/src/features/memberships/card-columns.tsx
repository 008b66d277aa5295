import { Button } from 'antd';
import type { MembershipCard } from '../../shared/api/types';
import { briefFen, formatFen } from '../../shared/format/money';
import { showExact } from '../../shared/format/time';
import type { DataColumn } from '../../shared/table/columns';
import { MemberCell } from '../../shared/table/member-cell';
import { Allowed } from '../../shared/ui/allowed';
import { Pill, type Tone } from '../../shared/ui/pill';
import { When } from '../../shared/ui/when';
import styles from './memberships.module.css';
import { causeNames, stateNames, t } from './strings';

const tones: Record<MembershipCard['state'], Tone> = {
  active: 'good',
  upcoming: 'info',
  ordered: 'warn',
  ended: 'neutral',
  refunded: 'bad',
  closed: 'neutral',
};

const periodOf = ({ startsOn, lastOn }: MembershipCard): string =>
  startsOn && lastOn ? t.periodText(startsOn, lastOn) : '—';

/** What is to be known beside the state, in one line. */
const remarkOf = (row: MembershipCard): string | null => {
  if (row.refundFen !== null && row.refundCause !== null)
    return `${causeNames[row.refundCause]} ${formatFen(row.refundFen)}`;
  return row.couponsMissed > 0 ? t.missed(row.couponsMissed) : null;
};

export const cardColumns = (onRefund: (card: MembershipCard) => void): DataColumn<MembershipCard>[] => [
  { key: 'cardNo', title: t.number, lead: true, width: 150, value: (row) => row.cardNo },
  {
    key: 'name',
    title: t.plan,
    width: 150,
    value: (row) => row.name,
    render: (row) => (
      <span>
        {row.name}
        <span className={styles.soft}>{row.isRenewal ? `${row.tierName} · ${t.renewal}` : row.tierName}</span>
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
    key: 'priceFen',
    title: t.price,
    width: 100,
    align: 'right',
    sortable: true,
    value: (row) => row.priceFen,
    exported: (row) => formatFen(row.priceFen),
    render: (row) => briefFen(row.priceFen),
  },
  { key: 'period', title: t.period, width: 210, value: periodOf },
  {
    key: 'state',
    title: t.status,
    width: 180,
    value: (row) => stateNames[row.state],
    render: (row) => (
      <span>
        <Pill tone={tones[row.state]}>{stateNames[row.state]}</Pill>
        <span className={styles.soft}>{remarkOf(row)}</span>
      </span>
    ),
  },
  {
    key: 'paidAt',
    title: t.paidAt,
    width: 130,
    sortable: true,
    value: (row) => row.paidAt,
    exported: (row) => (row.paidAt ? showExact(row.paidAt) : ''),
    render: (row) => (row.paidAt ? <When at={row.paidAt} /> : '—'),
  },
  { key: 'paymentNo', title: t.payment, width: 240, hiddenAtFirst: true, value: (row) => row.paymentNo },
  { key: 'refundNote', title: t.note, width: 180, hiddenAtFirst: true, value: (row) => row.refundNote },
  {
    key: 'actions',
    title: '',
    width: 80,
    actions: true,
    value: () => null,
    render: (row) =>
      row.state === 'active' || row.state === 'upcoming' ? (
        <Allowed to="memberships.refund">
          <Button type="link" size="small" danger onClick={() => onRefund(row)}>
            {t.refund}
          </Button>
        </Allowed>
      ) : null,
  },
];
