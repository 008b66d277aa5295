import { Table } from 'antd';
import { Link } from 'react-router-dom';
import type { ReplayReport } from '../../../shared/api/types';
import { formatPoints } from '../../../shared/format/money';
import { Panel } from '../../../shared/ui/panel';
import { EmptyState } from '../../../shared/ui/states';
import { When } from '../../../shared/ui/when';
import styles from '../replays.module.css';
import { t } from '../strings';
import { Change } from './rules-table';
import { sideName, sidesOf } from './sides';

type Row = ReplayReport['top'][number];

/** The purchases that differ most, each with the reason under the replayed rules. */
export function TopTable({ report }: { report: ReplayReport }) {
  const { base, changed } = sidesOf(report);
  const pointsOf = (row: Row, side: typeof base): number => row[side] ?? 0;
  if (report.top.length === 0)
    return (
      <Panel title={t.top}>
        <EmptyState title={t.topNone} />
      </Panel>
    );
  return (
    <Panel title={t.top} flush>
      <Table<Row>
        size="middle"
        pagination={false}
        rowKey="reference"
        dataSource={report.top}
        scroll={{ x: 'max-content' }}
        columns={[
          {
            title: t.purchase,
            width: 190,
            render: (_, row) =>
              row.purchaseNo ? (
                <Link to={`/purchases?q=${encodeURIComponent(row.purchaseNo)}`}>{row.purchaseNo}</Link>
              ) : (
                t.event(row.reference)
              ),
          },
          {
            title: t.member,
            width: 100,
            render: (_, { memberId }) => <Link to={`/members/${memberId}`}>{t.memberLink}</Link>,
          },
          { title: t.when, width: 140, render: (_, { at }) => <When at={at} /> },
          {
            title: sideName(base),
            width: 100,
            align: 'right',
            render: (_, row) => formatPoints(pointsOf(row, base)),
          },
          {
            title: sideName(changed),
            width: 100,
            align: 'right',
            render: (_, row) => formatPoints(pointsOf(row, changed)),
          },
          {
            title: t.difference,
            width: 90,
            align: 'right',
            render: (_, row) => <Change points={pointsOf(row, changed) - pointsOf(row, base)} />,
          },
          {
            title: t.why,
            render: (_, { why }) => <div className={styles.why}>{why.join(' · ')}</div>,
          },
        ]}
      />
    </Panel>
  );
}
