import { useRouter, useShareAppMessage } from '@tarojs/taro';
import { useState } from 'react';
import { useAttention } from '@/features/community/attention';
import { Comments, CommentWriter } from '@/features/community/comments';
import { PostCard } from '@/features/community/post-card';
import { usePost } from '@/features/community/posts.api';
import { text } from '@/features/community/strings';
import { keys } from '@/shared/api/keys';
import { routes } from '@/shared/nav/nav';
import { Page } from '@/shared/ui/page';
import { QueryView } from '@/shared/ui/query-view';
import { useRefreshOnShow } from '@/shared/ui/use-refresh-on-show';

const PostPage = () => {
  const { id = '' } = useRouter().params;
  const post = usePost(id);
  const [writing, setWriting] = useState(false);
  useRefreshOnShow(keys.post(id), keys.comments(id));
  const noteShared = useAttention(id, post.data !== undefined);
  useShareAppMessage(() => {
    noteShared();
    return { title: post.data?.title ?? text.title, path: `${routes.post}?id=${id}` };
  });
  return (
    <Page title={text.postTitle} footer={<CommentWriter postId={id} focus={writing} />}>
      <QueryView query={post} skeleton="hero">
        {(data) => (
          <>
            <PostCard post={data} whole onComment={() => setWriting(true)} />
            <Comments postId={id} count={data.comments} />
          </>
        )}
      </QueryView>
    </Page>
  );
};

export default PostPage;
