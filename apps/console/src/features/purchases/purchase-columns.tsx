import type { PurchaseRow } from '../../shared/api/types';
import { formatFen, formatPoints } from '../../shared/format/money';
import { showExact } from '../../shared/format/time';
import type { DataColumn } from '../../shared/table/columns';
import { shortStore } from '../../shared/text/names';
import { Pill } from '../../shared/ui/pill';
import { When } from '../../shared/ui/when';
import { t } from './strings';

const yuan = (fen: number): string => (fen / 100).toFixed(2);

const states = {
  none: { text: t.normal, tone: null },
  partial: { text: t.refundedPartly, tone: 'warn' },
  full: { text: t.refunded, tone: 'bad' },
} as const;

/** Also in the drawer: how much of a purchase came back. */
export function RefundPill({ state }: { state: PurchaseRow['refundState'] }) {
  const { text, tone } = states[state];
  return tone === null ? text : <Pill tone={tone}>{text}</Pill>;
}

const money = (key: string, title: string, fen: (row: PurchaseRow) => number): DataColumn<PurchaseRow> => ({
  key,
  title,
  width: 100,
  align: 'right',
  sortable: true,
  value: fen,
  exported: (row) => yuan(fen(row)),
  render: (row) => (fen(row) === 0 ? '—' : formatFen(fen(row))),
});

export const purchaseColumns: DataColumn<PurchaseRow>[] = [
  { key: 'purchaseNo', title: t.no, lead: true, width: 170, value: (row) => row.purchaseNo },
  {
    key: 'at',
    title: t.at,
    width: 140,
    sortable: true,
    value: (row) => row.at,
    exported: (row) => showExact(row.at),
    render: (row) => <When at={row.at} />,
  },
  {
    key: 'store',
    title: t.store,
    width: 140,
    value: (row) => row.storeName,
    render: (row) => shortStore(row.storeName),
  },
  { key: 'clerk', title: t.clerk, width: 90, hiddenAtFirst: true, value: (row) => row.clerkName },
  {
    key: 'member',
    title: t.member,
    width: 130,
    value: (row) => row.memberNo,
    render: (row) => row.memberNo ?? <Pill tone="neutral">{t.guest}</Pill>,
  },
  { ...money('gross', t.gross, (row) => row.grossFen), hiddenAtFirst: true },
  money('discount', t.discount, (row) => row.discountFen),
  money('paid', t.paid, (row) => row.paidFen),
  money('refunded', t.refundedFen, (row) => row.refundedFen),
  { ...money('net', t.net, (row) => row.paidFen - row.refundedFen), hiddenAtFirst: true },
  {
    key: 'points',
    title: t.points,
    width: 90,
    align: 'right',
    sortable: true,
    value: (row) => row.points,
    render: (row) => formatPoints(row.points),
  },
  { key: 'source', title: t.source, width: 90, value: (row) => t.sources[row.source] ?? row.source },
  {
    key: 'state',
    title: t.state,
    width: 90,
    value: (row) => states[row.refundState].text,
    render: (row) => <RefundPill state={row.refundState} />,
  },
];
