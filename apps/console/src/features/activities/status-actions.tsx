import { Button, Popconfirm } from 'antd';
import type { ActivityStatusChange, ActivityView } from '../../shared/api/types';
import { useAction } from '../../shared/ui/use-action';
import { activitiesKey, setActivityStatus } from './api';
import { statusNames, t } from './strings';

export function StatusActions({ activity }: { activity: ActivityView }) {
  const change = useAction((status: ActivityStatusChange) => setActivityStatus(activity.id, status), {
    said: (_, status) => t.statusChanged(statusNames[status]),
    refresh: [activitiesKey],
  });
  const isOpen = activity.status === 'open';
  const isDraft = activity.status === 'draft';
  return (
    <>
      <Button
        type={isDraft ? 'primary' : 'default'}
        loading={change.isPending}
        onClick={() => change.mutate(isOpen ? 'closed' : 'open')}
      >
        {isOpen ? t.close : isDraft ? t.open : t.reopen}
      </Button>
      {isDraft ? null : (
        <Popconfirm title={t.settleConfirm} onConfirm={() => change.mutate('settled')}>
          <Button disabled={change.isPending}>{t.settle}</Button>
        </Popconfirm>
      )}
      <Popconfirm title={t.cancelConfirm} onConfirm={() => change.mutate('cancelled')}>
        <Button danger disabled={change.isPending}>
          {t.cancel}
        </Button>
      </Popconfirm>
    </>
  );
}
