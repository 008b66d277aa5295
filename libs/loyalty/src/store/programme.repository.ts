import { json, type Queryable, randomId, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { type RuleSet, ruleSet } from '../rules/judging/evaluate';
import type { JudgingRule, RuleDraft } from '../rules/judging/rule';
import { DEFAULT_SETTINGS, type LoyaltySettings } from '../rules/settings';
import type { Tier } from '../rules/tiers/tiers';
import { toJudging } from './condition-engine';

/** All that judges: settings, tiers by threshold, active rules in working order with compiled conditions. */
export interface Programme {
  /** Names this state of the programme; null before anything was saved. */
  readonly revision: string | null;
  readonly settings: LoyaltySettings;
  readonly tiers: readonly Tier[];
  readonly rules: readonly JudgingRule[];
  readonly set: RuleSet;
  /** What must be read before these rules can judge. */
  readonly needs: Needs;
  /** Points per ¥ of the basic rules together: for hints. */
  readonly pointsPerYuan: number;
}

export interface Needs {
  readonly cappedRuleIds: readonly string[];
  readonly budgeted: readonly JudgingRule[];
  readonly tags: boolean;
}

interface TierRow {
  code: string;
  name: string;
  at_points: number;
  colour: string;
  multiplier_percent: number;
  benefits: string;
}

interface ProgrammeRow {
  revision: string;
  settings: string;
}

/** Every change of the programme gets a new random revision; what was compiled is kept until the revision changes. */
@Injectable()
export class ProgrammeRepository {
  private cached: { revision: string; programme: Programme } | null = null;

  async current(db: Queryable): Promise<Programme> {
    const [found] = await db.query<{ revision: string }>('SELECT revision FROM loyalty_programme WHERE id = 1');
    if (found && this.cached?.revision === found.revision) return this.cached.programme;
    const [row] = await db.query<ProgrammeRow>('SELECT revision, settings FROM loyalty_programme WHERE id = 1');
    const programme = await load(db, row);
    this.cached = row ? { revision: row.revision, programme } : null;
    return programme;
  }

  /** To be called in the transaction of every change of rules, tiers or settings. */
  async touch(tx: Tx): Promise<void> {
    await this.saveSettings(tx, DEFAULT_SETTINGS, 'revision = VALUES(revision)');
  }

  async changeSettings(tx: Tx, settings: LoyaltySettings): Promise<void> {
    await this.saveSettings(tx, settings, 'revision = VALUES(revision), settings = VALUES(settings)');
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
      `INSERT INTO loyalty_programme (id, revision, settings) VALUES (1, ?, ?) ON DUPLICATE KEY UPDATE ${onDuplicate}`,
      [randomId(), JSON.stringify(settings)],
    );
  }
}

const load = async (db: Queryable, row: ProgrammeRow | undefined): Promise<Programme> => {
  const tiers = await db.query<TierRow>('SELECT * FROM loyalty_tier ORDER BY at_points, code');
  const rows = await db.query<{ rule_id: string; version: number; draft: string }>(
    `SELECT v.rule_id, v.version, v.draft FROM loyalty_rule r
       JOIN loyalty_rule_version v ON v.rule_id = r.id AND v.version = r.active_version
      WHERE r.status = 'active' ORDER BY v.rule_id`,
  );
  const rules = rows.map((rule) => toJudging(rule.rule_id, rule.version, json<RuleDraft>(rule.draft)));
  return programmeOf({
    revision: row?.revision ?? null,
    settings: row ? { ...DEFAULT_SETTINGS, ...json<Partial<LoyaltySettings>>(row.settings) } : DEFAULT_SETTINGS,
    tiers: tiers.map(toTier),
    rules,
  });
};

/** A programme of any rules: of the active ones, or of a draft among them. */
export const programmeOf = (parts: Pick<Programme, 'revision' | 'settings' | 'tiers' | 'rules'>): Programme => ({
  ...parts,
  set: ruleSet(parts.rules),
  needs: {
    cappedRuleIds: parts.rules.filter(isCapped).map((rule) => rule.ruleId),
    budgeted: parts.rules.filter(({ draft }) => draft.budget !== null),
    tags: parts.rules.some(({ draft }) => JSON.stringify(draft.condition).includes('"tags"')),
  },
  pointsPerYuan: parts.rules.reduce((sum, { draft }) => sum + basicRate(draft), 0),
});

const isCapped = ({ draft: { caps } }: JudgingRule): boolean =>
  Object.entries(caps).some(([cap, limit]) => cap !== 'perPurchase' && limit !== null);

const basicRate = ({ trigger, effect, condition, stores, channels, lines }: RuleDraft): number =>
  trigger === 'purchase' && effect.kind === 'points-per-amount' && !condition && !stores && !channels && !lines
    ? (effect.points * 100) / effect.perFen
    : 0;

const toTier = (row: TierRow): Tier => ({
  code: row.code,
  name: row.name,
  atPoints: row.at_points,
  colour: row.colour,
  multiplierPercent: row.multiplier_percent,
  benefits: json<string[]>(row.benefits),
});
