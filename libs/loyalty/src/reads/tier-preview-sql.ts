import { type Day, windowStart } from '../rules/calendar/days';
import { placeIn, type TierPlan } from '../rules/tiers/plan';
import type { Tier } from '../rules/tiers/tiers';
import { countingSpan } from '../rules/tiers/windows';
import { COLUMN_OF } from '../store/tier-memory';

interface Sql {
  readonly sql: string;
  readonly params: readonly unknown[];
}

/**
 * One row per open account: what it has earned and was granted, which planned tier its days reach, and whether they keep the one it
 * has. By years what keeps is taken of the last twelve months, because the year that is judged has not ended yet.
 */
export const standingsSql = (plan: TierPlan, before: readonly Tier[], today: Day, offsetMinutes: number): Sql => {
  const { settings } = plan;
  const keepFrom =
    settings.window.kind === 'rolling' ? windowStart(today, settings.window.months) : windowStart(today, 12);
  const rising = risingSql(plan, today, offsetMinutes);
  const column = `m.${COLUMN_OF[settings.basis]}`;
  const sums: Sql = {
    sql: `SELECT a.member_id, a.tier_earned AS earned,
                 CASE WHEN a.tier_grant_until >= ? THEN a.tier_grant END AS granted,
                 COALESCE(SUM(CASE WHEN ${rising.sql} THEN ${column} ELSE 0 END), 0) AS rising,
                 COALESCE(SUM(${column}), 0) AS keeping
            FROM loyalty_points_account a
            LEFT JOIN loyalty_member_day m ON m.member_id = a.member_id AND m.day >= ? AND m.day <= ?
           WHERE a.closed_at IS NULL
           GROUP BY a.member_id, a.tier_earned, a.tier_grant, a.tier_grant_until, a.opened_at`,
    params: [today, ...rising.params, keepFrom, today],
  };
  const reaches = reachesSql(plan.tiers);
  const keeps = keepsSql(plan, before);
  return {
    sql: `SELECT q.member_id, q.earned, q.granted, q.rising AS qualifying, ${reaches.sql} AS reaches, ${keeps.sql} AS keeps
            FROM (${sums.sql}) q`,
    params: [...reaches.params, ...keeps.params, ...sums.params],
  };
};

/** Which days count for a rise today; a membership year begins for each member on a date of his own. */
const risingSql = ({ settings }: TierPlan, today: Day, offsetMinutes: number): Sql => {
  if (settings.window.kind !== 'membership-year')
    return { sql: 'm.day >= ?', params: [countingSpan(settings, today, today).from] };
  const joined = "DATE_FORMAT(DATE_ADD(a.opened_at, INTERVAL ? MINUTE), '%m-%d')";
  const year = Number(today.slice(0, 4));
  return {
    sql: `m.day >= CONCAT(CASE WHEN ${joined} <= ? THEN ? ELSE ? END, '-', ${joined})`,
    params: [offsetMinutes, today.slice(5), String(year), String(year - 1), offsetMinutes],
  };
};

const reachesSql = (tiers: readonly Tier[]): Sql => {
  const above = tiers.slice(1).reverse();
  if (above.length === 0) return { sql: '0', params: [] };
  const cases = above.map((_, i) => `WHEN q.rising >= ? THEN ${tiers.length - 1 - i}`);
  return { sql: `CASE ${cases.join(' ')} ELSE 0 END`, params: above.map(({ enterAt }) => enterAt) };
};

const keepsSql = ({ tiers, settings }: TierPlan, before: readonly Tier[]): Sql => {
  const codes = [...new Set([...before, ...tiers].map(({ code }) => code))];
  const cases = codes.map(
    () =>
      "WHEN q.earned = ? THEN CASE WHEN q.keeping >= ? THEN 'keeps' WHEN q.keeping >= ? THEN 'grace' ELSE 'leaves' END",
  );
  const params = codes.flatMap((code) => {
    const { keepAt, leaveAt } = tiers[placeIn(before, tiers, code)]!;
    return [code, keepAt, settings.graceDays > 0 ? leaveAt : keepAt];
  });
  return { sql: `CASE ${cases.join(' ')} ELSE 'keeps' END`, params };
};
