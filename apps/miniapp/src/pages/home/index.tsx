import { useActivities } from '@/features/activities/activities.api';
import { ActivityCarousel } from '@/features/activities/activity-carousel';
import { CheckInCard } from '@/features/check-in/check-in-card';
import { PostCard } from '@/features/community/post-card';
import { usePosts } from '@/features/community/posts.api';
import { useHome } from '@/features/home/home.api';
import { text } from '@/features/home/strings';
import { Todos } from '@/features/home/todos';
import { Hello, QuickLinks, Welcome } from '@/features/home/welcome';
import { TierCard } from '@/features/points/tier-card';
import { StoreCard } from '@/features/stores/store-card';
import { keys } from '@/shared/api/keys';
import type { ActivityCard, Home, Post } from '@/shared/http/types';
import { go, routes } from '@/shared/nav/nav';
import { useSessionStore } from '@/shared/session/store';
import { brand } from '@/shared/theme/theme';
import { Section } from '@/shared/ui/card';
import { JoinGate } from '@/shared/ui/join-gate';
import { Page } from '@/shared/ui/page';
import { QueryView } from '@/shared/ui/query-view';
import { useRefreshOnShow } from '@/shared/ui/use-refresh-on-show';

const Activities = ({ items }: { items: ActivityCard[] }) =>
  items.length ? (
    <Section title={text.activities} more={text.allActivities} onMore={() => go(routes.activities)}>
      <ActivityCarousel items={items} />
    </Section>
  ) : null;

const News = ({ items }: { items: Post[] }) =>
  items.length ? (
    <Section title={text.news} more={text.allNews} onMore={() => go(routes.community)}>
      {items.map((post) => (
        <PostCard key={post.id} post={post} />
      ))}
    </Section>
  ) : null;

const MemberHome = ({ home }: { home: Home }) => (
  <>
    <Hello name={home.greetingName} />
    <TierCard
      tier={home.tier}
      available={home.points.available}
      onTap={() => go(routes.tier)}
      onPoints={() => go(routes.points)}
    />
    <QuickLinks usableCoupons={home.usableCoupons} />
    <CheckInCard />
    <Todos items={home.todos} />
    <Activities items={home.activities} />
    {home.nearestStore ? (
      <Section
        title={home.nearestStore.distanceMeters === null ? text.someStore : text.store}
        more={text.allStores}
        onMore={() => go(routes.stores)}
      >
        <StoreCard store={home.nearestStore} />
      </Section>
    ) : null}
    <News items={home.posts} />
  </>
);

/** A visitor may look round. What the server does not show to visitors is simply left out. */
const VisitorHome = () => {
  const activities = useActivities();
  const posts = usePosts();
  return (
    <>
      <Hello name={null} />
      <Welcome />
      <Activities items={(activities.data?.items ?? []).slice(0, 5)} />
      <News items={(posts.data?.pages[0]?.items ?? []).slice(0, 2)} />
    </>
  );
};

const HomePage = () => {
  const state = useSessionStore((session) => session.state);
  const home = useHome(state === 'member');
  useRefreshOnShow(keys.home, keys.checkIns, keys.activities, keys.posts);
  return (
    <Page title={brand.name} tab="home">
      {state === 'visitor' ? (
        <VisitorHome />
      ) : (
        <JoinGate skeleton="hero">
          <QueryView query={home} skeleton="hero">
            {(data) => <MemberHome home={data} />}
          </QueryView>
        </JoinGate>
      )}
    </Page>
  );
};

export default HomePage;
