import type { MemberId } from '@fanloop/kernel';
import { type Queryable, randomId, type Tx } from '@fanloop/platform';

/** A look at all members that was asked for, and how far it has come. */
export interface Recheck {
  readonly request: string;
  readonly afterMember: MemberId;
}

export const askForRecheck = async (tx: Tx): Promise<void> => {
  await tx.execute(
    `INSERT INTO loyalty_tier_recheck (id, request, after_member) VALUES (1, ?, 0)
     ON DUPLICATE KEY UPDATE request = VALUES(request), after_member = 0`,
    [randomId()],
  );
};

export const waitingRecheck = async (db: Queryable): Promise<Recheck | null> => {
  const [row] = await db.query<{ request: string; after_member: string }>(
    'SELECT request, after_member FROM loyalty_tier_recheck WHERE id = 1',
  );
  return row ? { request: row.request, afterMember: row.after_member } : null;
};

/** Says nothing when a newer request, or another worker, has taken over: the next look sees theirs. */
export const recheckAdvanced = async (tx: Tx, { request, afterMember }: Recheck, to: MemberId): Promise<void> => {
  await tx.execute(
    'UPDATE loyalty_tier_recheck SET after_member = ? WHERE id = 1 AND request = ? AND after_member = ?',
    [to, request, afterMember],
  );
};

export const recheckDone = async (tx: Tx, { request, afterMember }: Recheck): Promise<void> => {
  await tx.execute('DELETE FROM loyalty_tier_recheck WHERE id = 1 AND request = ? AND after_member = ?', [
    request,
    afterMember,
  ]);
};
