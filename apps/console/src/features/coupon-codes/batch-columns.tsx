import { Progress } from 'antd';
import type { CodeBatch } from '../../shared/api/types';
import { formatCount } from '../../shared/format/money';
import { showExact } from '../../shared/format/time';
import type { DataColumn } from '../../shared/table/columns';
import { Pill, type Tone } from '../../shared/ui/pill';
import { When } from '../../shared/ui/when';
import { BatchActions } from './batch-actions';
import styles from './codes.module.css';
import { t } from './strings';

const tones: Record<CodeBatch['state'], Tone> = {
  waiting: 'info',
  running: 'warn',
  ready: 'good',
  over: 'neutral',
  ended: 'neutral',
  cancelled: 'neutral',
  failed: 'bad',
};

export const isUnderWay = ({ state }: CodeBatch): boolean => state === 'waiting' || state === 'running';

export function BatchPill({ state }: { state: CodeBatch['state'] }) {
  return <Pill tone={tones[state]}>{t.states[state]}</Pill>;
}

const percentOf = ({ made, wanted }: CodeBatch): number => (wanted === 0 ? 0 : Math.floor((made / wanted) * 100));

const count = (key: 'used' | 'unused' | 'void'): DataColumn<CodeBatch> => ({
  key,
  title: t[key],
  width: 90,
  align: 'right',
  sortable: true,
  value: (row) => row[key],
  render: (row) => formatCount(row[key]),
});

export const batchColumns = (onOpen: (batch: CodeBatch) => void): DataColumn<CodeBatch>[] => [
  {
    key: 'name',
    title: t.name,
    lead: true,
    width: 220,
    value: (row) => row.name,
    render: (row) => (
      <div>
        <b>{row.name}</b>
        <div className={styles.form}>{row.form?.pattern ?? t.imported}</div>
      </div>
    ),
  },
  {
    key: 'state',
    title: t.state,
    width: 90,
    value: (row) => t.states[row.state],
    render: (row) => <BatchPill state={row.state} />,
  },
  {
    key: 'progress',
    title: t.progress,
    width: 130,
    value: (row) => row.made,
    render: (row) => (
      <div>
        {formatCount(row.made)} / {formatCount(row.wanted)}
        <Progress
          percent={percentOf(row)}
          size="small"
          showInfo={false}
          status={row.state === 'failed' ? 'exception' : isUnderWay(row) ? 'active' : 'normal'}
        />
      </div>
    ),
  },
  count('used'),
  count('unused'),
  count('void'),
  {
    key: 'until',
    title: t.until,
    width: 120,
    value: (row) => row.usableUntil,
    exported: (row) => (row.usableUntil ? showExact(row.usableUntil) : t.forever),
    render: (row) => (row.usableUntil ? <When at={row.usableUntil} /> : t.forever),
  },
  { key: 'by', title: t.by, width: 110, hiddenAtFirst: true, value: (row) => row.createdBy },
  {
    key: 'at',
    title: t.at,
    width: 120,
    sortable: true,
    value: (row) => row.createdAt,
    exported: (row) => showExact(row.createdAt),
    render: (row) => <When at={row.createdAt} />,
  },
  {
    key: 'actions',
    title: '',
    width: 180,
    actions: true,
    value: () => null,
    render: (row) => <BatchActions batch={row} onOpen={() => onOpen(row)} />,
  },
];
