import { Link } from 'react-router-dom';
import type { AdjustmentRequest, AdjustmentState } from '../../shared/api/types';
import { formatPoints, signedPoints } from '../../shared/format/money';
import { showExact } from '../../shared/format/time';
import type { DataColumn } from '../../shared/table/columns';
import { Person } from '../../shared/ui/person';
import { Pill, type Tone } from '../../shared/ui/pill';
import { When } from '../../shared/ui/when';
import styles from './approvals.module.css';
import { t } from './strings';

const TONES: Record<AdjustmentState, Tone> = {
  pending: 'warn',
  approved: 'good',
  rejected: 'bad',
  withdrawn: 'neutral',
  expired: 'neutral',
};

export const approvalColumns: DataColumn<AdjustmentRequest>[] = [
  {
    key: 'member',
    title: t.member,
    lead: true,
    width: 190,
    value: (row) => row.nickname,
    render: (row) => (
      <Link to={`/members/${row.memberId}`}>
        <Person name={row.nickname ?? ''} note={row.memberNo} />
      </Link>
    ),
  },
  {
    key: 'points',
    title: t.points,
    width: 100,
    align: 'right',
    value: (row) => row.points,
    render: (row) => <b className={row.points < 0 ? styles.minus : styles.plus}>{signedPoints(row.points)}</b>,
  },
  {
    key: 'available',
    title: t.available,
    width: 100,
    align: 'right',
    value: (row) => row.available,
    render: (row) => formatPoints(row.available),
  },
  {
    key: 'reason',
    title: t.reason,
    width: 220,
    value: (row) => row.reason,
    render: (row) => <span className={styles.reason}>{row.reason}</span>,
  },
  { key: 'askedBy', title: t.askedBy, width: 90, value: (row) => row.askedBy },
  {
    key: 'askedAt',
    title: t.askedAt,
    width: 120,
    value: (row) => row.askedAt,
    exported: (row) => showExact(row.askedAt),
    render: (row) => <When at={row.askedAt} />,
  },
  {
    key: 'state',
    title: t.state,
    width: 90,
    value: (row) => t.states[row.state],
    render: (row) => <Pill tone={TONES[row.state]}>{t.states[row.state]}</Pill>,
  },
  {
    key: 'expiresAt',
    title: t.expiresAt,
    width: 130,
    hiddenAtFirst: true,
    value: (row) => row.expiresAt,
    exported: (row) => showExact(row.expiresAt),
    render: (row) => <When at={row.expiresAt} day />,
  },
  {
    key: 'decidedBy',
    title: t.decidedBy,
    width: 140,
    value: (row) => row.decidedBy,
    render: (row) =>
      row.decidedBy ? (
        <div className={styles.decided}>
          {row.decidedBy}
          <span>
            <When at={row.decidedAt} />
          </span>
        </div>
      ) : (
        '—'
      ),
  },
  { key: 'note', title: t.note, width: 160, value: (row) => row.note },
];
