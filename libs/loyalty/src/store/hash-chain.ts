import { hash } from 'node:crypto';
import type { Entry } from '../rules/ledger/account';

/** SHA-256 over every field of an entry and the hash before it: changing any stored byte breaks the chain. */
export const hashOfEntry = (entry: Omit<Entry, 'hash'>): string =>
  hash(
    'sha256',
    [
      entry.prevHash,
      entry.memberId,
      entry.seq,
      entry.kind,
      entry.points,
      entry.balanceAfter,
      entry.lots,
      entry.reference,
      entry.actor,
      JSON.stringify(entry.reason),
      entry.storeId ?? '',
      entry.at.toISOString(),
      entry.trace ?? '',
      // Entries without pending points hash as they did before there were any.
      ...(entry.pending === 0 ? [] : [`pending ${entry.pending}`]),
    ].join('\n'),
    'hex',
  );
