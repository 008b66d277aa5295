import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import type { ActivityEntry, ActivityView } from '../../shared/api/types';
import { showExact } from '../../shared/format/time';
import type { DataColumn } from '../../shared/table/columns';
import { DataTable } from '../../shared/table/data-table';
import { Person } from '../../shared/ui/person';
import { Pill, type Tone } from '../../shared/ui/pill';
import { useUrlState } from '../../shared/ui/use-url-state';
import { When } from '../../shared/ui/when';
import { entriesKey, listEntries } from './api';
import { entryStates, t } from './strings';

const tones: Record<ActivityEntry['state'], Tone> = {
  joined: 'good',
  waiting: 'warn',
  cancelled: 'neutral',
  attended: 'brand',
};

const columns: DataColumn<ActivityEntry>[] = [
  {
    key: 'member',
    title: t.member,
    lead: true,
    width: 180,
    value: (row) => row.nickname,
    render: (row) => <Person name={row.nickname} />,
  },
  { key: 'phone', title: t.phone, width: 130, value: (row) => row.phoneMasked },
  { key: 'entryNo', title: t.entryNo, width: 130, value: (row) => row.entryNo },
  {
    key: 'state',
    title: t.state,
    width: 100,
    value: (row) => entryStates[row.state],
    render: (row) => (
      <Pill tone={tones[row.state]} strike={row.state === 'cancelled'}>
        {entryStates[row.state]}
      </Pill>
    ),
  },
  {
    key: 'position',
    title: t.position,
    width: 100,
    sortable: true,
    value: (row) => row.position,
    render: (row) => (row.position === null ? '—' : t.positionText(row.position)),
  },
  {
    key: 'joinedAt',
    title: t.joinedAt,
    width: 150,
    sortable: true,
    value: (row) => row.joinedAt,
    exported: (row) => showExact(row.joinedAt),
    render: (row) => <When at={row.joinedAt} />,
  },
  {
    key: 'attendedAt',
    title: t.attendedAt,
    width: 150,
    sortable: true,
    value: (row) => row.attendedAt,
    exported: (row) => showExact(row.attendedAt),
    render: (row) => <When at={row.attendedAt} />,
  },
];

const defaults = { state: '', sort: '' };

/** Who comes, who waits and in which order; live while the page is open. */
export function EntriesBoard({ activity }: { activity: ActivityView }) {
  const activityId = activity.id;
  const [state, patch] = useUrlState(defaults);
  const query = useQuery({
    queryKey: entriesKey(activityId),
    queryFn: () => listEntries(activityId),
    refetchInterval: 15_000,
  });
  const all = query.data?.items;
  const items = all?.filter((entry) => !state.state || entry.state === state.state);
  const count = (name: string) => all?.filter((entry) => entry.state === name).length ?? 0;
  const options = [
    { value: '', label: `${t.all} ${all?.length ?? ''}` },
    ...Object.entries(entryStates).map(([value, label]) => ({ value, label: `${label} ${count(value)}` })),
  ];
  return (
    <DataTable<ActivityEntry>
      id="activity-entries"
      columns={columns}
      rowKey={(row) => row.entryNo}
      query={{ ...query, data: items ? { items } : undefined }}
      state={state}
      onState={patch}
      filters={<Segmented options={options} value={state.state} onChange={(value) => patch({ state: value })} />}
      isFiltered={Boolean(state.state)}
      empty={{ title: t.boardEmpty, hint: activity.status === 'draft' ? t.boardDraftHint : t.boardEmptyHint }}
      exportSource={t.entriesName}
    />
  );
}
