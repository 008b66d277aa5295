import { allRows, client } from '../../shared/api/client';
import type { ContentDraft, ContentLink } from '../../shared/api/types';

export const contentKey = ['content'];
export const contentItemKey = (contentId: string) => ['content-item', contentId];

const of = (contentId: string) => ({ params: { id: contentId } });

/** `from` and `to` are moments; `to` is not part of the span. */
export const listContent = (from: string, to: string) => client.get('/api/console/content', { query: { from, to } });
export const readContent = (contentId: string) => client.get('/api/console/content/{id}', of(contentId));
export const createContent = (body: ContentDraft) => client.post('/api/console/content', { body });
export const reviseContent = (contentId: string, body: ContentDraft & { version: number }) =>
  client.put('/api/console/content/{id}', { ...of(contentId), body });
export const moveContent = (contentId: string, plannedLocal: string) =>
  client.post('/api/console/content/{id}/move', { ...of(contentId), body: { plannedLocal } });
export const cancelContent = (contentId: string) => client.post('/api/console/content/{id}/cancel', of(contentId));
export const pauseContent = (contentId: string) => client.post('/api/console/content/{id}/pause', of(contentId));
export const resumeContent = (contentId: string) => client.post('/api/console/content/{id}/resume', of(contentId));

/** What a post can lead to, by its kind. */
export const listTargets = async (kind: ContentLink['kind']): Promise<{ id: string; title: string }[]> => {
  if (kind === 'coupon') {
    const { items } = await allRows((page, pageSize) =>
      client.get('/api/console/coupons/templates', { query: { page, pageSize } }),
    );
    return items.filter((item) => item.status === 'active').map((item) => ({ id: item.templateId, title: item.name }));
  }
  if (kind === 'activity') {
    const { items } = await allRows((page, pageSize) =>
      client.get('/api/console/activities', { query: { page, pageSize } }),
    );
    return items.filter((item) => item.status === 'open').map(({ id, title }) => ({ id, title }));
  }
  return [];
};
