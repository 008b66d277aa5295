import { Progress } from 'antd';
import type { ActivityView } from '../../shared/api/types';
import { formatCount } from '../../shared/format/money';
import type { DataColumn } from '../../shared/table/columns';
import { StatusListPage } from '../../shared/table/status-list-page';
import { shortStore } from '../../shared/text/names';
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

export function ActivitiesPage() {
  return (
    <StatusListPage
      id="activities"
      texts={t}
      statusNames={statusNames}
      queryKey={activitiesKey}
      list={listActivities}
      columns={columns}
      idOf={(row) => row.id}
      path="/activities"
      mayWrite="activities.write"
      sort="-startsAt"
    />
  );
}
