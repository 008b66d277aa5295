import { PostFeed } from '@/features/community/feed';
import { text } from '@/features/community/strings';
import { keys } from '@/shared/api/keys';
import { Page } from '@/shared/ui/page';
import { useRefreshOnShow } from '@/shared/ui/use-refresh-on-show';

const CommunityPage = () => {
  useRefreshOnShow([...keys.posts, 'feed']);
  return (
    <Page title={text.title} tab="community">
      <PostFeed />
    </Page>
  );
};

export default CommunityPage;
