import { FanStoryView } from '@/features/me/fan-story';
import { useFanStory } from '@/features/me/me.api';
import { text } from '@/features/me/strings';
import { JoinGate } from '@/shared/ui/join-gate';
import { Page } from '@/shared/ui/page';
import { QueryView } from '@/shared/ui/query-view';

const Content = () => (
  <QueryView query={useFanStory()} skeleton="hero">
    {(story) => <FanStoryView story={story} />}
  </QueryView>
);

const FanStoryPage = () => (
  <Page title={text.fanStory}>
    <JoinGate>
      <Content />
    </JoinGate>
  </Page>
);

export default FanStoryPage;
