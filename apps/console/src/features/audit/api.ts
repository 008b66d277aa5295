import { client, orNone, pageOf } from '../../shared/api/client';

export const auditFilter = { actor: '', action: '', subject: '', page: '1', pageSize: '20' };
export type AuditFilter = typeof auditFilter;

export const listAudit = ({ actor, action, subject, ...paging }: AuditFilter) =>
  client.get('/api/console/audit', {
    query: { actor: orNone(actor), action: orNone(action), subject: orNone(subject), ...pageOf(paging) },
  });

export const listActors = () => client.get('/api/console/staff', { query: { page: 1, pageSize: 100 } });
