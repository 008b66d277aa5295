import type { PrivateDatabase } from '../../support/private-database';

export interface SeedMember {
  readonly memberId: string;
  readonly tier: string;
  readonly from?: string;
  readonly until?: string | null;
  readonly openedAt?: string;
  readonly birthday?: string | null;
  readonly days?: readonly (readonly [day: string, tierPoints: number])[];
}

/** Writes accounts as they would be, without the purchases behind them: for crowds. */
export const seedMembers = async (db: PrivateDatabase, members: readonly SeedMember[]): Promise<void> => {
  const accounts = members.map(({ memberId, tier, from, until = null, openedAt, birthday = null }) => [
    memberId,
    '0'.repeat(64),
    tier,
    '2026-06-15 04:00:00.000',
    '2026-06-15',
    tier,
    from ?? '2026-06-16',
    until,
    until === null ? null : nextDay(until),
    birthday,
    openedAt ?? '2026-01-01 00:00:00.000',
  ]);
  await db.query(
    `INSERT INTO loyalty_points_account (member_id, head_hash, tier_code, tier_since, tier_day, tier_earned, tier_from,
       tier_until, tier_check_on, birthday, opened_at) VALUES ?`,
    [accounts],
  );
  const days = members.flatMap(({ memberId, days: counted = [] }) =>
    counted.map(([day, tierPoints]) => [memberId, day, tierPoints, 1, tierPoints * 100]),
  );
  if (days.length > 0)
    await db.query('INSERT INTO loyalty_member_day (member_id, day, tier_points, purchases, net_fen) VALUES ?', [days]);
};

const nextDay = (day: string): string => {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
};

/** The same numbers for the same seed. */
export const seededRandom = (seed: number): ((below: number) => number) => {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
};
