import { client } from '../../shared/api/client';
import type { RuleDraft, RuleStatus, TryInput } from '../../shared/api/types';

export const rulesKey = ['rules'];
export const ruleKey = (ruleId: string) => ['rules', ruleId];

const of = (ruleId: string) => ({ params: { id: ruleId } });

export const listRules = () => client.get('/api/console/rules');
export const readRule = (ruleId: string) => client.get('/api/console/rules/{id}', of(ruleId));
export const createRule = (body: RuleDraft) => client.post('/api/console/rules', { body });
export const reviseRule = (ruleId: string, body: RuleDraft) =>
  client.put('/api/console/rules/{id}', { ...of(ruleId), body });
export const setRuleStatus = (ruleId: string, status: RuleStatus) =>
  client.post('/api/console/rules/{id}/status', { ...of(ruleId), body: { status } });
export const tryRules = (body: TryInput) => client.post('/api/console/rules/try', { body });
