import { useReachBottom } from '@tarojs/taro';
import { go, routes } from '@/shared/nav/nav';
import { Empty } from '@/shared/ui/empty';
import { FeedEnd } from '@/shared/ui/feed-end';
import { QueryView } from '@/shared/ui/query-view';
import { PostCard } from './post-card';
import { usePosts } from './posts.api';
import { text } from './strings';

export const PostFeed = () => {
  const posts = usePosts();
  useReachBottom(() => {
    if (posts.hasNextPage && !posts.isFetchingNextPage) void posts.fetchNextPage();
  });
  return (
    <QueryView query={posts} skeleton="hero">
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        return items.length ? (
          <>
            {items.map((post) => (
              <PostCard key={post.id} post={post} />
            ))}
            <FeedEnd query={posts} />
          </>
        ) : (
          <Empty
            picture="letters"
            title={text.empty}
            note={text.emptyNote}
            action={text.emptyAction}
            onAction={() => go(routes.activities)}
          />
        );
      }}
    </QueryView>
  );
};
