import { client } from '../../shared/api/client';
import type { ApiKeyDraft } from '../../shared/api/types';

export const keysKey = ['api-keys'];

export const listKeys = () => client.get('/api/console/api-keys');
export const createKey = (body: ApiKeyDraft) => client.post('/api/console/api-keys', { body });
export const revokeKey = (id: string) => client.post('/api/console/api-keys/{id}/revocation', { params: { id } });
