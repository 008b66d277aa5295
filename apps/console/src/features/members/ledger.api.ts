import { client, orNone, pageOf } from '../../shared/api/client';
import type { LedgerEntry } from '../../shared/api/types';
import { memberKey } from './api';

export const ledgerFilter = { kind: '', from: '', until: '', page: '1', pageSize: '20', view: 'entries' };
export type LedgerFilter = typeof ledgerFilter;

export const ledgerKey = (memberId: string) => [...memberKey(memberId), 'ledger'];
const of = (memberId: string) => ({ params: { id: memberId } });

export const ledgerEntries = (memberId: string, { kind, from, until, ...paging }: Omit<LedgerFilter, 'view'>) =>
  client.get('/api/console/members/{id}/points/entries', {
    ...of(memberId),
    query: {
      kind: orNone(kind as LedgerEntry['kind'] | ''),
      from: orNone(from),
      until: orNone(until),
      ...pageOf(paging),
    },
  });
export const ledgerLots = (memberId: string) => client.get('/api/console/members/{id}/points/lots', of(memberId));
export const accountProof = (memberId: string) => client.get('/api/console/members/{id}/points/proof', of(memberId));
