import { allRows, client, orNone, pageOf } from '../../shared/api/client';
import type { MallItemDraft, MallItemStatusChange, NewMallItem } from '../../shared/api/types';

export const itemsKey = ['mall-items'];
export const itemKey = (id: string) => ['mall-items', id];
export const rewardsKey = ['mall-rewards'];

const of = (id: string) => ({ params: { id } });

export const listItems = () =>
  allRows((page, pageSize) => client.get('/api/console/reward-items', { query: { page, pageSize } }));
export const readItem = (id: string) => client.get('/api/console/reward-items/{id}', of(id));
export const createItem = (body: NewMallItem) => client.post('/api/console/reward-items', { body });
export const reviseItem = (id: string, body: MallItemDraft) =>
  client.put('/api/console/reward-items/{id}', { ...of(id), body });
export const setItemStatus = (id: string, status: MallItemStatusChange) =>
  client.post('/api/console/reward-items/{id}/status', { ...of(id), body: { status } });
export const changeStock = (id: string, by: number) =>
  client.post('/api/console/reward-items/{id}/stock', { ...of(id), body: { by } });
export const importCodes = (id: string, codes: string[]) =>
  client.post('/api/console/reward-items/{id}/codes', { ...of(id), body: { codes } });

export const rewardDefaults = { q: '', state: '', itemId: '', sort: '', page: '1', pageSize: '20' };
export type RewardFilter = typeof rewardDefaults;

export const listRewards = ({ q, state, itemId, ...paging }: RewardFilter) =>
  client.get('/api/console/rewards', {
    query: { q: orNone(q), state: orNone(state) as never, itemId: orNone(itemId), ...pageOf(paging) },
  });
export const cancelReward = (rewardNo: string, note: string) =>
  client.post('/api/console/rewards/{rewardNo}/cancel', { params: { rewardNo }, body: { note } });
