import { client } from '../../../shared/api/client';
import type { BulkIssueState, NewBulkIssue } from '../../../shared/api/types';

export const issuesKey = ['bulk-issues'];
export const issueKey = (issueId: string) => ['bulk-issues', issueId];
export const unissuedKey = (issueId: string) => ['bulk-issues', issueId, 'unissued'];

const of = (issueId: string) => ({ params: { id: issueId } });

export const listIssues = (page: number, pageSize: number) =>
  client.get('/api/console/bulk-issues', { query: { page, pageSize } });
export const readIssue = (issueId: string) => client.get('/api/console/bulk-issues/{id}', of(issueId));
export const startIssue = (body: NewBulkIssue, idempotencyKey: string) =>
  client.post('/api/console/bulk-issues', { body, idempotencyKey });
export const cancelIssue = (issueId: string) => client.post('/api/console/bulk-issues/{id}/cancel', of(issueId));
export const resumeIssue = (issueId: string) => client.post('/api/console/bulk-issues/{id}/resume', of(issueId));
export const listUnissued = (issueId: string, after: number) =>
  client.get('/api/console/bulk-issues/{id}/unissued', { ...of(issueId), query: { after, limit: 20 } });
export const unissuedCsv = async (issueId: string): Promise<string> =>
  String((await client.get('/api/console/bulk-issues/{id}/unissued.csv', of(issueId))) ?? '');

const MOVING: readonly BulkIssueState[] = ['freezing', 'running'];
interface Standing {
  readonly state: BulkIssueState;
  readonly heldWhy: string | null;
}

/** What may be given on this day is gone: it goes on by itself on the next. */
export const isWaiting = ({ state, heldWhy }: Standing): boolean => state === 'running' && heldWhy !== null;

export const isMoving = (issue: Standing): boolean => MOVING.includes(issue.state) && !isWaiting(issue);
