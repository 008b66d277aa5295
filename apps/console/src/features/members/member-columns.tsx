import type { MemberRow } from '../../shared/api/types';
import { formatFen, formatPoints } from '../../shared/format/money';
import { showExact } from '../../shared/format/time';
import type { DataColumn } from '../../shared/table/columns';
import { memberStatusNames } from '../../shared/text/common';
import { FanMark } from '../../shared/ui/fan-mark';
import { Person } from '../../shared/ui/person';
import { Pill } from '../../shared/ui/pill';
import { TierMark } from '../../shared/ui/tier-mark';
import { When } from '../../shared/ui/when';
import { t } from './strings';

export const memberColumns: DataColumn<MemberRow>[] = [
  {
    key: 'nickname',
    title: t.member,
    lead: true,
    width: 180,
    sortable: true,
    value: (row) => row.nickname,
    render: (row) => <Person name={row.nickname} note={row.memberNo} />,
  },
  { key: 'memberNo', title: t.memberNo, hiddenAtFirst: true, value: (row) => row.memberNo },
  { key: 'phone', title: t.phone, width: 130, value: (row) => row.phoneMasked },
  {
    key: 'tier',
    title: t.tier,
    width: 100,
    sortable: true,
    value: (row) => row.tier?.name ?? null,
    render: (row) => <TierMark tier={row.tier} />,
  },
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
    key: 'fanTier',
    title: t.fanTier,
    width: 110,
    value: (row) => row.fanTier?.name ?? null,
    render: (row) => <FanMark value={row.fanTier} />,
  },
  {
    key: 'spent12mFen',
    title: t.spent,
    width: 145,
    align: 'right',
    sortable: true,
    value: (row) => row.spent12mFen,
    exported: (row) => (row.spent12mFen / 100).toFixed(2),
    render: (row) => formatFen(row.spent12mFen),
  },
  {
    key: 'lastPurchaseAt',
    title: t.lastPurchase,
    width: 150,
    sortable: true,
    value: (row) => row.lastPurchaseAt,
    exported: (row) => showExact(row.lastPurchaseAt),
    render: (row) => (row.lastPurchaseAt ? <When at={row.lastPurchaseAt} /> : t.never),
  },
  {
    key: 'joinedAt',
    title: t.joined,
    width: 140,
    sortable: true,
    value: (row) => row.joinedAt,
    exported: (row) => showExact(row.joinedAt),
    render: (row) => <When at={row.joinedAt} day />,
  },
  {
    key: 'status',
    title: t.status,
    width: 90,
    value: (row) => memberStatusNames[row.status] ?? row.status,
    render: (row) => {
      const name = memberStatusNames[row.status] ?? row.status;
      return row.status === 'active' ? name : <Pill tone="neutral">{name}</Pill>;
    },
  },
];
