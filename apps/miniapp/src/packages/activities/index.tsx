import { ActivityList } from '@/features/activities/activity-list';
import { text } from '@/features/activities/strings';
import { keys } from '@/shared/api/keys';
import { Page } from '@/shared/ui/page';
import { useRefreshOnShow } from '@/shared/ui/use-refresh-on-show';

const ActivitiesPage = () => {
  useRefreshOnShow(keys.activities);
  return (
    <Page title={text.title}>
      <ActivityList />
    </Page>
  );
};

export default ActivitiesPage;
