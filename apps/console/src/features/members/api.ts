import { client, orNone, pageOf } from '../../shared/api/client';

export const membersFilter = { q: '', tier: '', fanTier: '', tag: '', sort: '', page: '1', pageSize: '20' };
export type MembersFilter = typeof membersFilter;

export const listMembers = ({ q, tier, fanTier, tag, ...paging }: MembersFilter) =>
  client.get('/api/console/members', {
    query: { q: orNone(q), tier: orNone(tier), fanTier: orNone(fanTier), tag: orNone(tag), ...pageOf(paging) },
  });

export const memberKey = (memberId: string) => ['member', memberId];

const of = (memberId: string) => ({ params: { id: memberId } });

export const member = (memberId: string) => client.get('/api/console/members/{id}', of(memberId));
export const timeline = (memberId: string, cursor: string | null) =>
  client.get('/api/console/members/{id}/timeline', {
    ...of(memberId),
    query: { cursor: cursor ?? undefined, limit: 30 },
  });
export const memberCoupons = (memberId: string) => client.get('/api/console/members/{id}/coupons', of(memberId));
export const revealPhone = (memberId: string) => client.get('/api/console/members/{id}/phone', of(memberId));
export const adjustPoints = (memberId: string, body: { points: number; reason: string }, idempotencyKey: string) =>
  client.post('/api/console/members/{id}/points-adjustments', { ...of(memberId), body, idempotencyKey });
export const limitsKey = ['adjustment-limits'];
export const adjustmentLimits = () => client.get('/api/console/adjustment-limits');
export const askAdjustment = (memberId: string, body: { points: number; reason: string }, idempotencyKey: string) =>
  client.post('/api/console/members/{id}/adjustment-requests', { ...of(memberId), body, idempotencyKey });
export const addTag = (memberId: string, code: string) =>
  client.put('/api/console/members/{id}/tags/{code}', { params: { id: memberId, code } });
export const removeTag = (memberId: string, code: string) =>
  client.delete('/api/console/members/{id}/tags/{code}', { params: { id: memberId, code } });
