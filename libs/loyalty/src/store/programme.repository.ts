import { json, type Queryable, randomId, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { type RuleSet, ruleSet } from '../rules/judging/evaluate';
import type { JudgingRule, RuleDraft } from '../rules/judging/rule';
import { DEFAULT_SETTINGS, type LoyaltySettings } from '../rules/settings';
import type { Tier } from '../rules/tiers/tiers';
import { toJudging } from './condition-engine';
import { type FormerTiers, loadTiers, NO_FORMER_TIERS, saveTiers } from './tier-table';

/** All that judges: settings, tiers by threshold, active rules in working order with compiled conditions. */
export interface Programme {
  /** Names this state of the programme; null before anything was saved. */
  readonly revision: string | null;
  readonly settings: LoyaltySettings;
  readonly tiers: readonly Tier[];
  /** Of tiers that are no more: names, and who took their members over. */
  readonly formerTiers: FormerTiers;
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

  /** Tiers that are left out are not touched. */
  async saveTiers(tx: Tx, tiers: readonly Tier[]): Promise<void> {
    await saveTiers(tx, tiers);
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
  const { tiers, former } = await loadTiers(db);
  const rows = await db.query<{ rule_id: string; version: number; draft: string }>(
    `SELECT v.rule_id, v.version, v.draft FROM loyalty_rule r
       JOIN loyalty_rule_version v ON v.rule_id = r.id AND v.version = r.active_version
      WHERE r.status = 'active' ORDER BY v.rule_id`,
  );
  const rules = rows.map((rule) => toJudging(rule.rule_id, rule.version, json<RuleDraft>(rule.draft)));
  return programmeOf({
    revision: row?.revision ?? null,
    settings: row ? { ...DEFAULT_SETTINGS, ...json<Partial<LoyaltySettings>>(row.settings) } : DEFAULT_SETTINGS,
    tiers,
    formerTiers: former,
    rules,
  });
};

/** A programme of any rules: of the active ones, or of a draft among them. */
export const programmeOf = (
  parts: Pick<Programme, 'revision' | 'settings' | 'tiers' | 'rules'> & Partial<Pick<Programme, 'formerTiers'>>,
): Programme => ({
  formerTiers: NO_FORMER_TIERS,
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
