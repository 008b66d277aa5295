import { useQuery } from '@tanstack/react-query';
import { client } from '../../shared/api/client';
import { ApiError } from '../../shared/api/errors';
import { transport } from '../../shared/api/transport';
import type { RuleDraft, TryInput } from '../../shared/api/types';

export const rulesKey = ['rules'];
export const ruleKey = (ruleId: string) => ['rules', ruleId];

const of = (ruleId: string) => ({ params: { id: ruleId } });

export const listRules = () => client.get('/api/console/rules');
export const readRule = (ruleId: string) => client.get('/api/console/rules/{id}', of(ruleId));
export const createRule = (body: RuleDraft) => client.post('/api/console/rules', { body });
/** `baseVersion` is the version that was edited: somebody else's newer one is not written over. */
export const reviseRule = (ruleId: string, body: RuleDraft & { baseVersion: number }) =>
  client.put('/api/console/rules/{id}', { ...of(ruleId), body });
export const submitRule = (ruleId: string, version: number, note: string | null) =>
  client.post('/api/console/rules/{id}/submit', { ...of(ruleId), body: { version, note } });
export const withdrawRule = (ruleId: string, version: number) =>
  client.post('/api/console/rules/{id}/withdraw', { ...of(ruleId), body: { version } });
export const decideRule = (ruleId: string, body: { version: number; decision: Decision; note: string | null }) =>
  client.post('/api/console/rules/{id}/decision', { ...of(ruleId), body });
export const pauseRule = (ruleId: string) => client.post('/api/console/rules/{id}/pause', of(ruleId));
export const resumeRule = (ruleId: string) => client.post('/api/console/rules/{id}/resume', of(ruleId));
export const retireRule = (ruleId: string) => client.post('/api/console/rules/{id}/retire', of(ruleId));
export const diffVersions = (ruleId: string, from: number, to: number) =>
  client.get('/api/console/rules/{id}/diff', { ...of(ruleId), query: { from, to } });
export const tryRules = (body: TryInput) => client.post('/api/console/rules/try', { body });
export const sayRule = (body: RuleDraft) => client.post('/api/console/rules/sentence', { body });
export const searchProducts = (q: string) => client.get('/api/console/rules/products', { query: { q } });
export const searchMembers = (q: string) => client.get('/api/console/members', { query: { q, page: 1, pageSize: 10 } });

export type Decision = 'approve' | 'reject';

const LONG_MS = 5 * 60_000;

/** What conditions may ask and what can be chosen: the same for every rule on the screen. */
export const useRuleFacts = () =>
  useQuery({ queryKey: ['rule-facts'], queryFn: () => client.get('/api/console/rules/facts'), staleTime: LONG_MS });

/** Something that the linter found in a draft, among the rules that are active. */
export interface LintItem {
  code: string;
  severity: 'error' | 'warning' | 'info';
  message: string;
  otherRuleId: string | null;
}

/** Warnings about a draft; none where this server has no linter. */
export const lintRule = async (draft: RuleDraft, ruleId: string | null): Promise<LintItem[]> => {
  try {
    const answer = (await transport({
      method: 'POST',
      path: '/api/console/rules/lint',
      query: {},
      headers: {},
      body: ruleId ? { draft, ruleId } : { draft },
    })) as { items: LintItem[] };
    return answer.items;
  } catch (error) {
    if (error instanceof ApiError && error.status >= 400 && error.status < 500) return [];
    throw error;
  }
};
