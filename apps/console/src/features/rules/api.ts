import { api } from '../../shared/api/transport';
import type { RuleDetail, RuleDraft, RuleStatus, RuleView, TryInput, TryResult } from '../../shared/api/types/loyalty';

export const rulesKey = ['rules'];
export const ruleKey = (ruleId: string) => ['rules', ruleId];

export const listRules = () => api.get<{ items: RuleView[] }>('/console/rules');
export const readRule = (ruleId: string) => api.get<RuleDetail>(`/console/rules/${ruleId}`);
export const createRule = (draft: RuleDraft) => api.post<RuleView>('/console/rules', draft);
export const reviseRule = (ruleId: string, draft: RuleDraft) => api.put<RuleView>(`/console/rules/${ruleId}`, draft);
export const setRuleStatus = (ruleId: string, status: RuleStatus) =>
  api.post(`/console/rules/${ruleId}/status`, { status });
export const tryRules = (input: TryInput) => api.post<TryResult>('/console/rules/try', input);
