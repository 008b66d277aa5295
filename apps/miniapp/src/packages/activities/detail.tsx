import { useRouter, useShareAppMessage } from '@tarojs/taro';
import { useCallback } from 'react';
import { useActivity } from '@/features/activities/activities.api';
import { ActivityView } from '@/features/activities/activity-detail';
import { EntryBar } from '@/features/activities/entry-bar';
import { text } from '@/features/activities/strings';
import { keys } from '@/shared/api/keys';
import { routes } from '@/shared/nav/nav';
import { Page } from '@/shared/ui/page';
import { QueryView } from '@/shared/ui/query-view';
import { useRefreshOnShow } from '@/shared/ui/use-refresh-on-show';

const ActivityPage = () => {
  const { id = '' } = useRouter().params;
  const activity = useActivity(id);
  const { refetch } = activity;
  const turn = useCallback(() => void refetch(), [refetch]);
  useRefreshOnShow(keys.activity(id));
  useShareAppMessage(() => ({ title: activity.data?.title ?? text.title, path: `${routes.activity}?id=${id}` }));
  return (
    <Page title={text.detailTitle} footer={activity.data ? <EntryBar activity={activity.data} /> : undefined}>
      <QueryView query={activity} skeleton="hero">
        {(data) => <ActivityView activity={data} onTurn={turn} />}
      </QueryView>
    </Page>
  );
};

export default ActivityPage;
