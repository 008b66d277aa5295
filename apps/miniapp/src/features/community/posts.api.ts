import { type InfiniteData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { isOffline } from '@/shared/http/api-error';
import { newKey } from '@/shared/http/idempotency';
import { query } from '@/shared/http/query';
import type { Comment, CommentAnswer, Feed, LikeAnswer, Post } from '@/shared/http/types';

const FEED = [...keys.posts, 'feed'];

export const usePosts = (enabled = true) =>
  useInfiniteQuery({
    queryKey: FEED,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => api.get<Feed<Post>>(`/member/posts${query({ cursor: pageParam })}`),
    getNextPageParam: (last) => last.nextCursor,
    enabled,
  });

export const usePost = (id: string) =>
  useQuery({ queryKey: keys.post(id), queryFn: () => api.get<Post>(`/member/posts/${id}`) });

export const useComments = (id: string) =>
  useInfiniteQuery({
    queryKey: keys.comments(id),
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => api.get<Feed<Comment>>(`/member/posts/${id}/comments${query({ cursor: pageParam })}`),
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
        ? api.delete<LikeAnswer>(`/member/posts/${post.id}/like`)
        : api.put<LikeAnswer>(`/member/posts/${post.id}/like`, {}),
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
      return api.post<CommentAnswer>(`/member/posts/${postId}/comments`, { text }, pending.current.key);
    },
    onSuccess: (answer) => {
      if ('id' in answer) patch(postId, (post) => ({ ...post, comments: post.comments + 1 }));
      void client.invalidateQueries({ queryKey: keys.comments(postId) });
    },
    onSettled: (_answer, error) => {
      if (!isOffline(error)) pending.current = null;
    },
  });
};
