import { createHash } from 'node:crypto';
import { num, type Queryable } from '@fanloop/platform';
import type { Programme } from './programme.repository';

/** How many members have, have earned or were granted this tier. */
export const holdersOf = async (db: Queryable, code: string): Promise<number> => {
  const [row] = await db.query<{ n: string }>(
    `SELECT COUNT(*) AS n FROM loyalty_points_account
      WHERE closed_at IS NULL AND (tier_code = ? OR tier_earned = ? OR tier_grant = ? OR INSTR(tier_grants_after, ?) > 0)`,
    [code, code, code, JSON.stringify(code)],
  );
  return num(row?.n);
};

/** Names a state of tiers and their settings, so that nobody saves over what somebody else saved in between. */
export const tiersVersion = ({ tiers, settings }: Pick<Programme, 'tiers' | 'settings'>): string =>
  createHash('sha256')
    .update(JSON.stringify([tiers, settings.tiers]))
    .digest('hex')
    .slice(0, 16);
