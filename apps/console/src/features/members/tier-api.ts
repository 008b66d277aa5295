import type { Answer } from '@fanloop/api-client';
import { client } from '../../shared/api/client';

export type MemberTier = Answer<'/api/console/members/{id}/tier', 'get'>;
export type TierMoment = MemberTier['history'][number];

export const memberTierKey = (memberId: string) => ['member', memberId, 'tier'];
export const memberTier = (memberId: string) =>
  client.get('/api/console/members/{id}/tier', { params: { id: memberId } });

export interface GrantForm {
  code: string;
  until: string;
  reason: string;
}
export const grantTier = (memberId: string, body: GrantForm, idempotencyKey: string) =>
  client.post('/api/console/members/{id}/tier/grants', { params: { id: memberId }, body, idempotencyKey });
export const endGrant = (memberId: string, reason: string) =>
  client.post('/api/console/members/{id}/tier/grants/end', { params: { id: memberId }, body: { reason } });
