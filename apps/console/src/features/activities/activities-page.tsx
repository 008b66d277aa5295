import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Progress, Segmented } from 'antd';
import { Link, useNavigate } from 'react-router-dom';
import type { ActivityStatus, ActivityView } from '../../shared/api/types';
import { formatCount } from '../../shared/format/money';
import type { DataColumn } from '../../shared/table/columns';
import { DataTable } from '../../shared/table/data-table';
import { common } from '../../shared/text/common';
import { shortStore } from '../../shared/text/names';
import { Allowed } from '../../shared/ui/allowed';
import { Page } from '../../shared/ui/page';
import { useUrlState } from '../../shared/ui/use-url-state';
import styles from './activities.module.css';
import { activitiesKey, listActivities } from './api';
import { periodText, takenSeats } from './period';
import { ActivityStatusPill } from './status-pill';
import { statusNames, t } from './strings';

const columns: DataColumn<ActivityView>[] = [
  {
    key: 'title',
    title: t.name,
    lead: true,
    width: 300,
    sortable: true,
    value: (row) => row.title,
    render: (row) => (
      <div className={styles.nameCell}>
        <b>{row.title}</b>
        <span>{row.summary}</span>
      </div>
    ),
  },
  {
    key: 'startsAt',
    title: t.when,
    width: 190,
    sortable: true,
    value: (row) => row.startsAt,
    exported: periodText,
    render: periodText,
  },
  {
    key: 'place',
    title: t.place,
    width: 160,
    value: (row) => row.place,
    render: (row) => shortStore(row.place.replace(/[（(].*$/, '')) || '—',
  },
  {
    key: 'seats',
    title: t.seats,
    width: 140,
    sortable: true,
    value: takenSeats,
    exported: (row) => t.seatsText(String(takenSeats(row)), String(row.seatsTotal)),
    render: (row) => (
      <div className={styles.seats}>
        <span>{t.seatsText(formatCount(takenSeats(row)), formatCount(row.seatsTotal))}</span>
        <Progress percent={(takenSeats(row) / Math.max(1, row.seatsTotal)) * 100} showInfo={false} size="small" />
      </div>
    ),
  },
  { key: 'waiting', title: t.waiting, width: 80, align: 'right', sortable: true, value: (row) => row.waiting },
  {
    key: 'status',
    title: t.status,
    width: 100,
    value: (row) => statusNames[row.status],
    render: (row) => <ActivityStatusPill status={row.status} />,
  },
];

const defaults = { status: '', sort: '-startsAt' };

export function ActivitiesPage() {
  const [state, patch] = useUrlState(defaults);
  const navigate = useNavigate();
  const query = useQuery({ queryKey: activitiesKey, queryFn: listActivities });
  const items = query.data?.items.filter((activity) => !state.status || activity.status === state.status);
  const options = [
    { value: '', label: common.all },
    ...Object.entries(statusNames).map(([value, label]) => ({ value: value as ActivityStatus, label })),
  ];
  return (
    <Page
      title={t.title}
      lead={t.lead}
      actions={
        <Allowed to="activities.write">
          <Link to="/activities/new">
            <Button type="primary" icon={<PlusOutlined />}>
              {t.create}
            </Button>
          </Link>
        </Allowed>
      }
    >
      <DataTable<ActivityView>
        id="activities"
        columns={columns}
        rowKey={(row) => row.id}
        query={{ ...query, data: items ? { items } : undefined }}
        state={state}
        onState={patch}
        filters={<Segmented options={options} value={state.status} onChange={(status) => patch({ status })} />}
        isFiltered={Boolean(state.status)}
        empty={{ title: t.emptyTitle, hint: t.emptyHint }}
        exportSource={t.exportName}
        onOpen={(row) => navigate(`/activities/${row.id}`)}
      />
    </Page>
  );
}
