import { client } from '../../../shared/api/client';
import type { AudienceConditions } from '../../../shared/api/types';

export const EVERYBODY: AudienceConditions = {
  tiers: null,
  tags: null,
  fanTiers: null,
  lastStores: null,
  joinedFrom: null,
  joinedTo: null,
  boughtSince: null,
  notBoughtSince: null,
  list: null,
};

export const countKey = (conditions: AudienceConditions) => ['audience-count', conditions];

export const countAudience = (conditions: AudienceConditions) =>
  client.post('/api/console/audiences/count', { body: { conditions } });
export const uploadList = (name: string, content: string) =>
  client.post('/api/console/audiences/lists', { body: { name, content } });
export const keptKey = (audienceId: string) => ['audience', audienceId];
export const keptAudience = (audienceId: string) =>
  client.get('/api/console/audiences/{id}', { params: { id: audienceId } });
export const keepAudience = (conditions: AudienceConditions) =>
  client.post('/api/console/audiences', { body: { conditions } });
