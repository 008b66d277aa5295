import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useParams } from 'react-router-dom';
import type { ActivityView } from '../../shared/api/types';
import { formatCount } from '../../shared/format/money';
import { showTime } from '../../shared/format/time';
import { Allowed } from '../../shared/ui/allowed';
import { Figure } from '../../shared/ui/figure';
import { Page } from '../../shared/ui/page';
import { Panel } from '../../shared/ui/panel';
import { QueryView } from '../../shared/ui/states';
import styles from './activities.module.css';
import { activityKey, readActivity } from './api';
import { EntriesBoard } from './entries-board';
import { periodText, takenSeats } from './period';
import { StatusActions } from './status-actions';
import { ActivityStatusPill } from './status-pill';
import { t } from './strings';

function Facts({ activity }: { activity: ActivityView }) {
  return (
    <Panel>
      <div className={styles.facts}>
        <Figure size="small" label={t.taken} value={formatCount(takenSeats(activity))} />
        <Figure size="small" label={t.attended} value={formatCount(activity.attended)} />
        <Figure size="small" label={t.left} value={formatCount(activity.seatsLeft)} />
        <Figure size="small" label={t.waiting} value={formatCount(activity.waiting)} />
        <Figure size="small" label={t.when} value={periodText(activity)} />
        <Figure size="small" label={t.signUpUntil} value={showTime(activity.signUpUntil)} />
        <Figure size="small" label={t.place} value={activity.place} />
      </div>
    </Panel>
  );
}

export function ActivityPage() {
  const { activityId = '' } = useParams();
  const query = useQuery({
    queryKey: activityKey(activityId),
    queryFn: () => readActivity(activityId),
    refetchInterval: 15_000,
  });
  const activity = query.data;
  const canEdit = activity && activity.status !== 'settled' && activity.status !== 'cancelled';
  return (
    <Page
      title={activity?.title ?? t.title}
      lead={activity?.summary}
      back={t.back}
      mark={activity ? <ActivityStatusPill status={activity.status} /> : null}
      actions={
        canEdit ? (
          <Allowed to="activities.write">
            <Link to={`/activities/${activityId}/edit`}>
              <Button>{t.edit}</Button>
            </Link>
            <StatusActions activity={activity} />
          </Allowed>
        ) : null
      }
    >
      <QueryView query={query}>
        {(data) => (
          <>
            <Facts activity={data} />
            <EntriesBoard activity={data} />
          </>
        )}
      </QueryView>
    </Page>
  );
}
