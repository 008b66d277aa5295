import { client } from '../../shared/api/client';
import type { StoreDraft } from '../../shared/api/types';

export const listStores = () => client.get('/api/console/stores');
export const createStore = (body: StoreDraft) => client.post('/api/console/stores', { body });
export const reviseStore = (storeId: string, body: StoreDraft) =>
  client.put('/api/console/stores/{id}', { params: { id: storeId }, body });
