import { type InfiniteData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { isOffline } from '@/shared/http/api-error';
import { newKey } from '@/shared/http/idempotency';
import type { Feed, Post } from '@/shared/http/types';

const FEED = [...keys.posts, 'feed'];

export const usePosts = (enabled = true) =>
  useInfiniteQuery({
    queryKey: FEED,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => api.get('/api/member/posts', { query: { cursor: pageParam ?? undefined } }),
    getNextPageParam: (last) => last.nextCursor,
    enabled,
  });

export const usePost = (id: string) =>
  useQuery({ queryKey: keys.post(id), queryFn: () => api.get('/api/member/posts/{id}', { params: { id } }) });

export const useComments = (id: string) =>
  useInfiniteQuery({
    queryKey: keys.comments(id),
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      api.get('/api/member/posts/{id}/comments', { params: { id }, query: { cursor: pageParam ?? undefined } }),
    getNextPageParam: (last) => last.nextCursor,
  });

type Patch = (post: Post) => Post;

/** Changes one post wherever the cache holds it. */
const usePatchPost = () => {
  const client = useQueryClient();
  return (id: string, patch: Patch) => {
    client.setQueryData<Post>(keys.post(id), (post) => post && patch(post));
    client.setQueryData<InfiniteData<Feed<Post>>>(
      FEED,
      (feed) =>
        feed && {
          ...feed,
          pages: feed.pages.map((page) => ({
            ...page,
            items: page.items.map((post) => (post.id === id ? patch(post) : post)),
          })),
        },
    );
  };
};

/** The heart fills at once; the server's count follows, or the heart goes back. Putting it twice counts once. */
export const useLike = () => {
  const patch = usePatchPost();
  return useMutation({
    mutationFn: (post: Post) =>
      post.likedByMe
        ? api.delete('/api/member/posts/{id}/like', { params: { id: post.id } })
        : api.put('/api/member/posts/{id}/like', { params: { id: post.id } }),
    onMutate: (post) =>
      patch(post.id, (old) => ({ ...old, likedByMe: !post.likedByMe, likes: post.likes + (post.likedByMe ? -1 : 1) })),
    onError: (_error, post) => patch(post.id, (old) => ({ ...old, likedByMe: post.likedByMe, likes: post.likes })),
    onSuccess: ({ likes, likedByMe }, post) => patch(post.id, (old) => ({ ...old, likes, likedByMe })),
  });
};

export const useComment = (postId: string) => {
  const client = useQueryClient();
  const patch = usePatchPost();
  const pending = useRef<{ text: string; key: string } | null>(null);
  return useMutation({
    mutationFn: (text: string) => {
      if (pending.current?.text !== text) pending.current = { text, key: newKey('comment') };
      return api.post('/api/member/posts/{id}/comments', {
        params: { id: postId },
        body: { text },
        idempotencyKey: pending.current.key,
      });
    },
    onSuccess: (answer) => {
      if (answer.state === 'visible') patch(postId, (post) => ({ ...post, comments: post.comments + 1 }));
      void client.invalidateQueries({ queryKey: keys.comments(postId) });
    },
    onSettled: (_answer, error) => {
      if (!isOffline(error)) pending.current = null;
    },
  });
};
