import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { api } from '@/shared/api/client';
import { useSessionStore } from '@/shared/session/store';

/** So long a post must be in sight to count as read. */
const READ_AFTER_MS = 3000;

const note = (what: 'read' | 'share', id: string): void => {
  const path = what === 'read' ? ('/api/member/posts/{id}/read' as const) : ('/api/member/posts/{id}/share' as const);
  // Nobody waits for it: a page is read with or without a network.
  api.post(path, { params: { id } }).catch(() => undefined);
};

/** Tells that a member read the post, once it was in sight for a while; the answer tells that it is shared. */
export const useAttention = (postId: string, loaded: boolean): (() => void) => {
  const enrolled = useSessionStore((session) => session.state === 'member');
  const [shown, setShown] = useState(true);
  useDidShow(() => setShown(true));
  useDidHide(() => setShown(false));
  useEffect(() => {
    if (!enrolled || !loaded || !shown) return;
    const timer = setTimeout(() => note('read', postId), READ_AFTER_MS);
    return () => clearTimeout(timer);
  }, [enrolled, loaded, shown, postId]);
  return () => {
    if (enrolled) note('share', postId);
  };
};
