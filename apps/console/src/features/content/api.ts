import { api } from '../../shared/api/transport';
import type { ContentDetail, ContentDraft, ContentItem, ContentLink } from '../../shared/api/types/content';

const BASE = '/console/content';
export const contentKey = ['content'];
export const contentItemKey = (contentId: string) => ['content-item', contentId];

/** `from` and `to` are moments; `to` is not part of the span. */
export const listContent = (from: string, to: string) => api.get<{ items: ContentItem[] }>(BASE, { from, to });
export const readContent = (contentId: string) => api.get<ContentDetail>(`${BASE}/${contentId}`);
export const createContent = (draft: ContentDraft) => api.post<ContentItem>(BASE, draft);
export const reviseContent = (contentId: string, draft: ContentDraft & { version: number }) =>
  api.put<ContentItem>(`${BASE}/${contentId}`, draft);
export const moveContent = (contentId: string, plannedLocal: string) =>
  api.post<ContentItem>(`${BASE}/${contentId}/move`, { plannedLocal });
export const cancelContent = (contentId: string) => api.post(`${BASE}/${contentId}/cancel`);

/** What a post can lead to, by its kind. */
export const listTargets = async (kind: ContentLink['kind']): Promise<{ id: string; title: string }[]> => {
  if (kind === 'coupon') {
    const { items } = await api.get<{ items: { templateId: string; name: string; status: string }[] }>(
      '/console/coupons/templates',
    );
    return items.filter((item) => item.status === 'active').map((item) => ({ id: item.templateId, title: item.name }));
  }
  if (kind === 'activity') {
    const { items } = await api.get<{ items: { id: string; title: string; status: string }[] }>('/console/activities');
    return items.filter((item) => item.status === 'open').map(({ id, title }) => ({ id, title }));
  }
  return [];
};
