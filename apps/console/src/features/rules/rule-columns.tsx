import type { RuleStatus, RuleView } from '../../shared/api/types';
import { showExact } from '../../shared/format/time';
import type { DataColumn } from '../../shared/table/columns';
import { doerName } from '../../shared/text/names';
import { Pill, type Tone } from '../../shared/ui/pill';
import { When } from '../../shared/ui/when';
import styles from './rules.module.css';
import { StatusActions } from './status-actions';
import { kindNames, statusNames, t } from './strings';

const tones: Record<RuleStatus, Tone> = { active: 'good', paused: 'warn', retired: 'neutral' };

export function RuleStatusPill({ status }: { status: RuleStatus }) {
  return <Pill tone={tones[status] ?? 'neutral'}>{statusNames[status] ?? status}</Pill>;
}

export const ruleColumns: DataColumn<RuleView>[] = [
  {
    key: 'sentence',
    title: t.name,
    lead: true,
    width: 430,
    value: (row) => `${row.name}：${row.sentence}`,
    render: (row) => (
      <div className={styles.ruleCell}>
        <b>{row.name}</b>
        <span>{row.sentence}</span>
      </div>
    ),
  },
  { key: 'kind', title: t.kind, width: 100, sortable: true, value: (row) => kindNames[row.kind] ?? row.kind },
  {
    key: 'status',
    title: t.status,
    width: 90,
    value: (row) => statusNames[row.status] ?? row.status,
    render: (row) => <RuleStatusPill status={row.status} />,
  },
  { key: 'priority', title: t.priority, width: 80, align: 'right', sortable: true, value: (row) => row.priority },
  {
    key: 'version',
    title: t.version,
    width: 90,
    value: (row) => row.version,
    render: (row) => t.versionText(row.version),
  },
  {
    key: 'updatedAt',
    title: t.updated,
    width: 150,
    sortable: true,
    value: (row) => row.updatedAt,
    exported: (row) => showExact(row.updatedAt),
    render: (row) => (
      <div className={styles.ruleCell}>
        <When at={row.updatedAt} />
        <span>{doerName(row.updatedBy)}</span>
      </div>
    ),
  },
  {
    key: 'actions',
    title: '',
    width: 130,
    actions: true,
    value: () => null,
    render: (row) => <StatusActions rule={row} />,
  },
];
