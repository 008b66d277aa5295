import { client, orNone, pageOf } from '../../shared/api/client';
import type { AdjustmentState } from '../../shared/api/types';

export const approvalsFilter = { state: 'pending', mine: '', page: '1', pageSize: '20', sort: '' };
export type ApprovalsFilter = typeof approvalsFilter;
export const approvalsKey = ['adjustment-requests'];

export const listRequests = ({ state, mine, ...paging }: ApprovalsFilter) =>
  client.get('/api/console/adjustment-requests', {
    query: {
      state: state === 'all' ? undefined : (state as AdjustmentState),
      mine: orNone(mine as '' | 'yes'),
      ...pageOf(paging),
    },
  });

export const decide = (requestId: string, body: { verdict: 'approved' | 'rejected'; note: string | null }) =>
  client.post('/api/console/adjustment-requests/{id}/decision', { params: { id: requestId }, body });

export const withdraw = (requestId: string) =>
  client.post('/api/console/adjustment-requests/{id}/withdrawal', { params: { id: requestId } });
