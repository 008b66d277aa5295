import { go, routes } from '@/shared/nav/nav';
import { Empty } from '@/shared/ui/empty';
import { QueryView } from '@/shared/ui/query-view';
import { useActivities } from './activities.api';
import { ActivityCard } from './activity-card';
import { text } from './strings';

export const ActivityList = () => {
  const activities = useActivities();
  return (
    <QueryView query={activities} skeleton="hero">
      {({ items }) =>
        items.length ? (
          items.map((activity) => <ActivityCard key={activity.id} activity={activity} />)
        ) : (
          <Empty
            picture="calendar"
            title={text.empty}
            note={text.emptyNote}
            action={text.emptyAction}
            onAction={() => go(routes.community)}
          />
        )
      }
    </QueryView>
  );
};
