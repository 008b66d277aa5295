import { Progress } from 'antd';
import type { ReplayRow, ReplayState } from '../../shared/api/types';
import { showDate, showExact } from '../../shared/format/time';
import type { DataColumn } from '../../shared/table/columns';
import { doerName } from '../../shared/text/names';
import { Pill, type Tone } from '../../shared/ui/pill';
import { When } from '../../shared/ui/when';
import { nameOf } from './names';
import { stateNames, t } from './strings';

const tones: Record<ReplayState, Tone> = {
  waiting: 'neutral',
  running: 'info',
  done: 'good',
  cancelled: 'neutral',
  failed: 'bad',
};

export function ReplayStatePill({ state }: { state: ReplayState }) {
  return <Pill tone={tones[state]}>{stateNames[state]}</Pill>;
}

export const replayColumns: DataColumn<ReplayRow>[] = [
  { key: 'what', title: t.columns.what, lead: true, width: 320, value: nameOf },
  {
    key: 'state',
    title: t.columns.state,
    width: 100,
    value: (row) => stateNames[row.state],
    render: (row) => <ReplayStatePill state={row.state} />,
  },
  {
    key: 'period',
    title: t.columns.period,
    width: 250,
    value: (row) => t.periodText(row.from, row.to),
    render: (row) => t.periodText(showDate(row.from), showDate(row.to)),
  },
  {
    key: 'progress',
    title: t.columns.progress,
    width: 140,
    value: (row) => row.progressPercent,
    render: (row) => (
      <Progress
        size="small"
        percent={row.progressPercent}
        status={row.state === 'failed' ? 'exception' : row.state === 'running' ? 'active' : 'normal'}
      />
    ),
  },
  { key: 'by', title: t.columns.by, width: 110, value: (row) => doerName(row.createdBy) },
  {
    key: 'at',
    title: t.columns.at,
    width: 140,
    sortable: true,
    value: (row) => row.createdAt,
    exported: (row) => showExact(row.createdAt),
    render: (row) => <When at={row.createdAt} />,
  },
];
