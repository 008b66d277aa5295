import { allRows, client, orNone, pageOf } from '../../shared/api/client';
import type { MembershipPlanDraft, MembershipPlanStatusChange } from '../../shared/api/types';

export const plansKey = ['membership-plans'];
export const planKey = (id: string) => ['membership-plans', id];
export const cardsKey = ['membership-cards'];
export const refundKey = (cardNo: string) => ['membership-cards', 'refund', cardNo];

const of = (id: string) => ({ params: { id } });

export const listPlans = () =>
  allRows((page, pageSize) => client.get('/api/console/membership-plans', { query: { page, pageSize } }));
export const readPlan = (id: string) => client.get('/api/console/membership-plans/{id}', of(id));
export const createPlan = (body: MembershipPlanDraft) => client.post('/api/console/membership-plans', { body });
export const revisePlan = (id: string, body: MembershipPlanDraft) =>
  client.put('/api/console/membership-plans/{id}', { ...of(id), body });
export const setPlanStatus = (id: string, status: MembershipPlanStatusChange) =>
  client.post('/api/console/membership-plans/{id}/status', { ...of(id), body: { status } });
export const listTemplates = () =>
  allRows((page, pageSize) => client.get('/api/console/coupons/templates', { query: { page, pageSize } }));

export const cardDefaults = { q: '', state: '', planId: '', sort: '', page: '1', pageSize: '20' };
export type CardFilter = typeof cardDefaults;

export const listCards = ({ q, state, planId, ...paging }: CardFilter) =>
  client.get('/api/console/membership-cards', {
    query: { q: orNone(q), state: orNone(state) as never, planId: orNone(planId), ...pageOf(paging) },
  });
export const previewRefund = (cardNo: string) =>
  client.get('/api/console/membership-cards/{cardNo}/refund', { params: { cardNo } });
export const refundCard = (cardNo: string, body: { amountFen: number; note: string }) =>
  client.post('/api/console/membership-cards/{cardNo}/refund', { params: { cardNo }, body });
