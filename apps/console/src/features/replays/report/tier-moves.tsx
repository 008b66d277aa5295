import { Table } from 'antd';
import type { ReplayReport } from '../../../shared/api/types';
import { formatCount } from '../../../shared/format/money';
import { useTiers } from '../../../shared/lookups/lookups';
import { EmptyState } from '../../../shared/ui/states';
import { TierMark } from '../../../shared/ui/tier-mark';
import { t } from '../strings';
import { sidesOf } from './sides';

type Move = ReplayReport['tierMoves'][number];

export function TierMoves({ report }: { report: ReplayReport }) {
  const tiers = useTiers();
  const mark = (code: string | null) => (
    <TierMark
      tier={code === null ? null : { code, name: tiers.data?.items.find((tier) => tier.code === code)?.name ?? code }}
    />
  );
  if (report.tierMoves.length === 0) return <EmptyState title={t.tierNone} />;
  const isDraft = sidesOf(report).changed === 'draft';
  return (
    <Table<Move>
      size="small"
      pagination={false}
      rowKey={({ from, to }) => `${from} ${to}`}
      dataSource={report.tierMoves}
      columns={[
        { title: isDraft ? t.tierFrom : t.tierFromLedger, render: (_, { from }) => mark(from) },
        { title: isDraft ? t.tierTo : t.tierToActive, render: (_, { to }) => mark(to) },
        { title: t.tierMembers, align: 'right', render: (_, { members }) => t.changeMembers(formatCount(members)) },
      ]}
    />
  );
}
