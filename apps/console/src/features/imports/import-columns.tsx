import { Progress } from 'antd';
import type { ImportState, ImportView } from '../../shared/api/types';
import { formatCount } from '../../shared/format/money';
import { showExact } from '../../shared/format/time';
import type { DataColumn } from '../../shared/table/columns';
import { Pill, type Tone } from '../../shared/ui/pill';
import { When } from '../../shared/ui/when';
import { t } from './strings';

const tones: Record<ImportState, Tone> = {
  uploaded: 'neutral',
  mapped: 'info',
  running: 'warn',
  done: 'good',
  cancelled: 'neutral',
  failed: 'bad',
};

export function ImportStatePill({ state }: { state: ImportState }) {
  return <Pill tone={tones[state] ?? 'neutral'}>{t.states[state] ?? state}</Pill>;
}

const count = (key: string, title: string, value: (row: ImportView) => number): DataColumn<ImportView> => ({
  key,
  title,
  width: 90,
  align: 'right',
  sortable: true,
  value,
  render: (row) => formatCount(value(row)),
});

export const importColumns: DataColumn<ImportView>[] = [
  { key: 'file', title: t.file, lead: true, width: 260, value: (row) => row.fileName },
  {
    key: 'state',
    title: t.state,
    width: 100,
    value: (row) => t.states[row.state],
    render: (row) => <ImportStatePill state={row.state} />,
  },
  count('rows', t.rows, (row) => row.rows),
  count('written', t.written, (row) => row.written),
  count('duplicates', t.duplicates, (row) => row.duplicates),
  count('skipped', t.skipped, (row) => row.skipped),
  count('points', t.points, (row) => row.points),
  {
    key: 'progress',
    title: t.progress,
    width: 150,
    value: (row) => row.progressPercent,
    render: (row) => (
      <Progress
        percent={Math.round(row.progressPercent)}
        size="small"
        status={row.state === 'failed' ? 'exception' : row.state === 'running' ? 'active' : 'normal'}
      />
    ),
  },
  {
    key: 'at',
    title: t.at,
    width: 140,
    sortable: true,
    value: (row) => row.createdAt,
    exported: (row) => showExact(row.createdAt),
    render: (row) => <When at={row.createdAt} />,
  },
];
