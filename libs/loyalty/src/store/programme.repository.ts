import { json, type Queryable, randomId, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { inWorkingOrder } from '../rules/evaluate';
import type { JudgingRule, RuleDraft } from '../rules/rule';
import { DEFAULT_SETTINGS, type LoyaltySettings } from '../rules/settings';
import type { Tier } from '../rules/tiers';
import { compileCondition } from './condition-engine';

/** All that judges: settings, tiers by threshold, active rules in working order with compiled conditions. */
export interface Programme {
  readonly settings: LoyaltySettings;
  readonly tiers: readonly Tier[];
  readonly rules: readonly JudgingRule[];
  /** Points per ¥ of the base rules together: for hints. */
  readonly pointsPerYuan: number;
}

interface ProgrammeRow {
  revision: string;
  expiry_months: number;
  clawback_policy: string;
  tier_window_months: number;
  return_window_days: number;
}

interface TierRow {
  code: string;
  name: string;
  at_points: number;
  colour: string;
  multiplier_percent: number;
  benefits: string;
}

/** Every change of the programme gets a new random revision; what was compiled is kept until the revision changes. */
@Injectable()
export class ProgrammeRepository {
  private cached: { revision: string; programme: Programme } | null = null;

  async current(db: Queryable): Promise<Programme> {
    const [row] = await db.query<ProgrammeRow>('SELECT * FROM loyalty_programme WHERE id = 1');
    if (row && this.cached?.revision === row.revision) return this.cached.programme;
    const programme = await load(db, row);
    this.cached = row ? { revision: row.revision, programme } : null;
    return programme;
  }

  /** To be called in the transaction of every change of rules, tiers or settings. */
  async touch(tx: Tx): Promise<void> {
    await this.saveSettings(tx, DEFAULT_SETTINGS, 'revision = VALUES(revision)');
  }

  async changeSettings(tx: Tx, settings: LoyaltySettings): Promise<void> {
    await this.saveSettings(
      tx,
      settings,
      `revision = VALUES(revision), expiry_months = VALUES(expiry_months), clawback_policy = VALUES(clawback_policy),
       tier_window_months = VALUES(tier_window_months), return_window_days = VALUES(return_window_days)`,
    );
  }

  async saveTiers(tx: Tx, tiers: readonly Tier[]): Promise<void> {
    const rows = tiers.map((tier) => [
      tier.code,
      tier.name,
      tier.atPoints,
      tier.colour,
      tier.multiplierPercent,
      JSON.stringify(tier.benefits),
    ]);
    await tx.execute(
      `INSERT INTO loyalty_tier (code, name, at_points, colour, multiplier_percent, benefits) VALUES ?
       ON DUPLICATE KEY UPDATE name = VALUES(name), at_points = VALUES(at_points), colour = VALUES(colour),
         multiplier_percent = VALUES(multiplier_percent), benefits = VALUES(benefits)`,
      [rows],
    );
    await this.touch(tx);
  }

  private async saveSettings(tx: Tx, settings: LoyaltySettings, onDuplicate: string): Promise<void> {
    await tx.execute(
      `INSERT INTO loyalty_programme
         (id, revision, expiry_months, clawback_policy, tier_window_months, return_window_days)
       VALUES (1, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE ${onDuplicate}`,
      [
        randomId(),
        settings.expiryMonths,
        settings.clawbackPolicy,
        settings.tierWindowMonths,
        settings.returnWindowDays,
      ],
    );
  }
}

const load = async (db: Queryable, row: ProgrammeRow | undefined): Promise<Programme> => {
  const tiers = await db.query<TierRow>('SELECT * FROM loyalty_tier ORDER BY at_points, code');
  const rules = await db.query<{ rule_id: string; version: number; draft: string }>(
    `SELECT v.rule_id, v.version, v.draft FROM loyalty_rule r
       JOIN loyalty_rule_version v ON v.rule_id = r.id AND v.version = r.version
      WHERE r.status = 'active'`,
  );
  const judging = inWorkingOrder(rules.map((rule) => toJudging(rule.rule_id, rule.version, json(rule.draft))));
  return {
    settings: row ? toSettings(row) : DEFAULT_SETTINGS,
    tiers: tiers.map(toTier),
    rules: judging,
    pointsPerYuan: judging
      .filter((rule) => rule.kind === 'base-rate' && !rule.condition && !rule.stores)
      .reduce((sum, rule) => sum + (rule.params.pointsPerYuan ?? 0), 0),
  };
};

/** A draft as a rule that judges; also for trying one out before it is saved. */
export const toJudging = (ruleId: string, version: number, draft: RuleDraft): JudgingRule => ({
  ruleId,
  version,
  name: draft.name,
  kind: draft.kind,
  params: draft.params,
  capPerDayPoints: draft.capPerDayPoints,
  priority: draft.priority,
  valid: {
    from: draft.validFrom ? new Date(draft.validFrom) : null,
    until: draft.validUntil ? new Date(draft.validUntil) : null,
  },
  stores: draft.stores ? new Set(draft.stores) : null,
  condition: draft.condition ? compileCondition(draft.condition) : null,
});

const toSettings = (row: ProgrammeRow): LoyaltySettings => ({
  expiryMonths: row.expiry_months,
  clawbackPolicy: row.clawback_policy === 'write-off' ? 'write-off' : 'debt',
  tierWindowMonths: row.tier_window_months,
  returnWindowDays: row.return_window_days,
});

const toTier = (row: TierRow): Tier => ({
  code: row.code,
  name: row.name,
  atPoints: row.at_points,
  colour: row.colour,
  multiplierPercent: row.multiplier_percent,
  benefits: json<string[]>(row.benefits),
});
