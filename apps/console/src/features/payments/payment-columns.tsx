import type { PaymentRow } from '../../shared/api/types';
import { formatFen } from '../../shared/format/money';
import { showExact } from '../../shared/format/time';
import type { DataColumn } from '../../shared/table/columns';
import { MemberCell } from '../../shared/table/member-cell';
import { When } from '../../shared/ui/when';
import styles from './payments.module.css';
import { PaymentPill } from './pills';
import { paymentStates, purposeName, t } from './strings';

export const yuan = (fen: number): string => (fen / 100).toFixed(2);

/** Money in a table: the export writes yuan, nothing shows as a dash. */
export const moneyColumn = <Row,>(
  key: string,
  title: string,
  fen: (row: Row) => number | null,
  width = 100,
): DataColumn<Row> => ({
  key,
  title,
  width,
  align: 'right',
  sortable: true,
  value: fen,
  exported: (row) => yuan(fen(row) ?? 0),
  render: (row) => (fen(row) ? formatFen(fen(row)!) : '—'),
});

export const momentColumn = <Row,>(key: string, title: string, at: (row: Row) => string | null): DataColumn<Row> => ({
  key,
  title,
  width: 130,
  sortable: true,
  value: at,
  exported: (row) => showExact(at(row)),
  render: (row) => <When at={at(row)} />,
});

export const paymentColumns: DataColumn<PaymentRow>[] = [
  {
    key: 'paymentNo',
    title: t.no,
    lead: true,
    width: 240,
    value: (row) => row.paymentNo,
    render: (row) => <code className={styles.number}>{row.paymentNo}</code>,
  },
  {
    key: 'description',
    title: t.what,
    width: 200,
    value: (row) => row.description,
    render: (row) => (
      <span>
        {row.description}
        <span className={styles.soft}>{purposeName(row.purpose)}</span>
      </span>
    ),
  },
  {
    key: 'member',
    title: t.member,
    width: 140,
    value: (row) => row.memberNo,
    render: (row) => <MemberCell memberId={row.memberId} name={row.nickname ?? '—'} note={row.memberNo} />,
  },
  moneyColumn('amountFen', t.amount, (row) => row.amountFen),
  moneyColumn('refundedFen', t.refunded, (row) => row.refundedFen),
  {
    key: 'state',
    title: t.state,
    width: 130,
    value: (row) => paymentStates[row.state],
    render: (row) => (
      <span>
        <PaymentPill state={row.state} />
        {row.isLate ? <span className={styles.soft}>{t.late}</span> : null}
      </span>
    ),
  },
  momentColumn('createdAt', t.createdAt, (row) => row.createdAt),
  momentColumn('paidAt', t.paidAt, (row) => row.paidAt),
  { key: 'purpose', title: t.purpose, width: 110, hiddenAtFirst: true, value: (row) => purposeName(row.purpose) },
  { key: 'reference', title: t.order, width: 150, hiddenAtFirst: true, value: (row) => row.reference },
];
