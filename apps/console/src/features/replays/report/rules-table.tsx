import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { ReplayReport } from '../../../shared/api/types';
import { formatCount, formatFen, formatPoints, signedPoints } from '../../../shared/format/money';
import type { DataColumn } from '../../../shared/table/columns';
import { DataTable } from '../../../shared/table/data-table';
import styles from '../replays.module.css';
import { t } from '../strings';
import { type Side, sideName, sidesOf } from './sides';

type Row = ReplayReport['rules'][number];

/** A rule that exists nowhere but in the replay has no page of its own. */
const FIRST_NEW_ID = 9_000_000_000_000;

const column = (side: Side): DataColumn<Row> => ({
  key: side,
  title: sideName(side),
  width: 160,
  align: 'right',
  sortable: true,
  value: (row) => row[side]?.points ?? 0,
  render: (row) => {
    const totals = row[side];
    if (!totals) return <span className={styles.soft}>{t.absent}</span>;
    return (
      <div className={styles.stacked}>
        <span>{formatPoints(totals.points)}</span>
        <span className={styles.soft}>
          {t.times(formatCount(totals.times))} · {formatFen(totals.costFen)}
        </span>
      </div>
    );
  },
});

const changeOf = (row: Row, base: Side, changed: Side): number =>
  (row[changed]?.points ?? 0) - (row[base]?.points ?? 0);

const gives = (row: Row): boolean =>
  [row.ledger, row.active, row.draft].some((totals) => totals !== null && totals.times > 0);

export function RulesTable({ report }: { report: ReplayReport }) {
  const [sort, setSort] = useState('');
  const quiet = report.rules.filter((row) => !gives(row));
  const { base, changed } = sidesOf(report);
  const sides: Side[] = report.totals.draft ? ['ledger', 'active', 'draft'] : ['ledger', 'active'];
  const columns: DataColumn<Row>[] = [
    {
      key: 'rule',
      title: t.rule,
      lead: true,
      width: 240,
      value: (row) => row.name || t.ruleNo(row.ruleId),
      render: (row) => {
        const name = row.name || t.ruleNo(row.ruleId);
        return Number(row.ruleId) >= FIRST_NEW_ID ? name : <Link to={`/rules/${row.ruleId}`}>{name}</Link>;
      },
    },
    ...sides.map(column),
    {
      key: 'difference',
      title: t.difference,
      width: 120,
      align: 'right',
      sortable: true,
      value: (row) => changeOf(row, base, changed),
      render: (row) => <Change points={changeOf(row, base, changed)} />,
    },
  ];
  return (
    <>
      <DataTable
        id="replay-rules"
        columns={columns}
        rowKey={(row) => row.ruleId}
        query={{
          data: { items: report.rules.filter(gives) },
          isError: false,
          isFetching: false,
          error: null,
          refetch: () => undefined,
        }}
        state={{ sort }}
        onState={(patch) => setSort(patch.sort ?? '')}
        filters={<span className={styles.heading}>{t.byRule}</span>}
        empty={{ title: t.noRules }}
        exportSource={t.exportRules}
      />
      {quiet.length > 0 ? (
        <p className={styles.fine}>{t.quietRules(quiet.map(({ name }) => name).join('、'))}</p>
      ) : null}
    </>
  );
}

export function Change({ points }: { points: number }) {
  if (points === 0) return <span className={styles.soft}>{t.same}</span>;
  return <span className={points > 0 ? styles.more : styles.fewer}>{signedPoints(points)}</span>;
}
