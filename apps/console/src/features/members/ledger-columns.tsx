import type { LedgerEntry, LedgerLot } from '../../shared/api/types';
import { formatPoints, signedPoints } from '../../shared/format/money';
import { showExact } from '../../shared/format/time';
import type { DataColumn } from '../../shared/table/columns';
import { shortStore } from '../../shared/text/names';
import { Pill, type Tone } from '../../shared/ui/pill';
import { When } from '../../shared/ui/when';
import { actorName, l, sourceName } from './ledger-strings';
import styles from './member.module.css';

const moved = (points: number) =>
  points === 0 ? '—' : <b className={points < 0 ? styles.minus : styles.plus}>{signedPoints(points)}</b>;

export const entryColumns: DataColumn<LedgerEntry>[] = [
  { key: 'seq', title: l.seq, lead: true, width: 70, align: 'right', value: (row) => row.seq },
  {
    key: 'at',
    title: l.at,
    width: 130,
    value: (row) => row.at,
    exported: (row) => showExact(row.at),
    render: (row) => <When at={row.at} />,
  },
  { key: 'kind', title: l.kind, width: 90, value: (row) => l.kinds[row.kind] },
  {
    key: 'why',
    title: l.what,
    width: 300,
    value: (row) => [row.title, ...row.why].join('；'),
    render: (row) => (
      <span className={styles.ledgerWhat}>
        {row.title}
        {row.why[0] ? <span>{row.why[0]}</span> : null}
      </span>
    ),
  },
  {
    key: 'points',
    title: l.points,
    width: 90,
    align: 'right',
    value: (row) => row.points,
    render: (row) => moved(row.points),
  },
  {
    key: 'pending',
    title: l.pendingMove,
    width: 100,
    align: 'right',
    value: (row) => row.pending,
    render: (row) => moved(row.pending),
  },
  {
    key: 'balanceAfter',
    title: l.balance,
    width: 110,
    align: 'right',
    value: (row) => row.balanceAfter,
    render: (row) => formatPoints(row.balanceAfter),
  },
  { key: 'store', title: l.store, width: 100, value: (row) => (row.storeName ? shortStore(row.storeName) : null) },
  { key: 'actor', title: l.actor, width: 100, value: (row) => actorName(row.actor) },
  { key: 'reference', title: l.reference, hiddenAtFirst: true, value: (row) => row.reference },
];

const LOT_TONES: Record<LedgerLot['state'], Tone> = { usable: 'good', pending: 'info', over: 'warn', empty: 'neutral' };

const activation = (lot: LedgerLot): string | null =>
  lot.activateAt ? showExact(lot.activateAt).slice(0, 10) : lot.activateOn ? l.activatesOn(lot.activateOn) : null;

/** The last day on which they can be used: they end as the next day begins. */
const lastDay = (lot: LedgerLot): string => {
  if (!lot.expiresAt) return lot.byInactivity ? l.byInactivity : l.never;
  return showExact(new Date(new Date(lot.expiresAt).getTime() - 1).toISOString()).slice(0, 10);
};

const figure = (
  key: 'earned' | 'remaining' | 'pending' | 'expired' | 'clawedBack',
  title: string,
): DataColumn<LedgerLot> => ({
  key,
  title,
  width: 100,
  align: 'right',
  sortable: true,
  value: (row) => row[key],
  render: (row) => (row[key] === 0 ? <span className={styles.faint}>0</span> : formatPoints(row[key])),
});

export const lotColumns: DataColumn<LedgerLot>[] = [
  { key: 'lotNo', title: l.lotNo, lead: true, width: 88, align: 'right', sortable: true, value: (row) => row.lotNo },
  {
    key: 'state',
    title: l.lotState,
    width: 90,
    value: (row) => l.lotStates[row.state],
    render: (row) => <Pill tone={LOT_TONES[row.state]}>{l.lotStates[row.state]}</Pill>,
  },
  { key: 'source', title: l.source, width: 100, value: (row) => sourceName(row.source) },
  figure('earned', l.earned),
  figure('remaining', l.remaining),
  figure('pending', l.pending),
  figure('expired', l.expired),
  figure('clawedBack', l.clawedBack),
  { key: 'activateAt', title: l.activates, width: 110, value: activation },
  {
    key: 'expiresAt',
    title: l.expires,
    width: 130,
    sortable: true,
    value: lastDay,
    render: (row) => (
      <span className={styles.ledgerWhat}>
        {lastDay(row)}
        {row.byInactivity && row.expiresAt ? <span>{l.byInactivity}</span> : null}
      </span>
    ),
  },
  { key: 'store', title: l.store, width: 100, value: (row) => (row.storeName ? shortStore(row.storeName) : null) },
];
