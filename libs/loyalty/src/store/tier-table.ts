import { json, type Queryable, type Tx } from '@fanloop/platform';
import type { Tier, TierBenefits } from '../rules/tiers/tiers';

/** Tiers that are no more. */
export interface FormerTiers {
  readonly names: ReadonlyMap<string, string>;
  /** From a former tier to the one that took its members over. */
  readonly successors: ReadonlyMap<string, string>;
}

export const NO_FORMER_TIERS: FormerTiers = { names: new Map(), successors: new Map() };

interface TierRow {
  code: string;
  name: string;
  colour: string;
  enter_at: number;
  keep_at: number;
  leave_at: number;
  multiplier_percent: number;
  benefits: string;
  successor: string | null;
}

export const loadTiers = async (db: Queryable): Promise<{ tiers: Tier[]; former: FormerTiers }> => {
  const rows = await db.query<TierRow>('SELECT * FROM loyalty_tier ORDER BY enter_at, code');
  const gone = rows.flatMap((row) => (row.successor === null ? [] : [{ ...row, successor: row.successor }]));
  return {
    tiers: rows.filter((row) => row.successor === null).map(toTier),
    former: {
      names: new Map(gone.map((row) => [row.code, row.name])),
      successors: new Map(gone.map((row) => [row.code, row.successor])),
    },
  };
};

/** Writes these tiers; one that had gone and comes again under its code is itself again. */
export const saveTiers = async (tx: Tx, tiers: readonly Tier[]): Promise<void> => {
  const rows = tiers.map((tier) => [
    tier.code,
    tier.name.trim(),
    tier.colour,
    tier.enterAt,
    tier.keepAt,
    tier.leaveAt,
    tier.multiplierPercent,
    JSON.stringify(tier.benefits),
  ]);
  await tx.execute(
    `INSERT INTO loyalty_tier (code, name, colour, enter_at, keep_at, leave_at, multiplier_percent, benefits) VALUES ?
     ON DUPLICATE KEY UPDATE name = VALUES(name), colour = VALUES(colour), enter_at = VALUES(enter_at),
       keep_at = VALUES(keep_at), leave_at = VALUES(leave_at), multiplier_percent = VALUES(multiplier_percent),
       benefits = VALUES(benefits), successor = NULL`,
    [rows],
  );
};

/** Takes a tier off the list; its members belong to `successor` from now on. */
export const replaceTier = async (tx: Tx, code: string, successor: string): Promise<void> => {
  const { affectedRows } = await tx.execute(
    'UPDATE loyalty_tier SET successor = ? WHERE code = ? AND successor IS NULL',
    [successor, code],
  );
  if (affectedRows !== 1) throw new Error(`the tier ${code} was not there to be replaced`);
};

const toTier = (row: TierRow): Tier => ({
  code: row.code,
  name: row.name,
  colour: row.colour,
  enterAt: row.enter_at,
  keepAt: row.keep_at,
  leaveAt: row.leave_at,
  multiplierPercent: row.multiplier_percent,
  benefits: json<TierBenefits>(row.benefits),
});
