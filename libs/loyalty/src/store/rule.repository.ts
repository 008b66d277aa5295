import { type Queryable, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { type LifeStep, NEW_LIFE, type RuleLife } from '../rules/judging/life';
import type { RuleDraft, VersionState } from '../rules/judging/rule';
import { refuse } from '../rules/refusals';
import { ProgrammeRepository } from './programme.repository';
import { SELECT_VERSION, type StoredVersion, toVersion, type VersionRow } from './rule-versions';

/** A rule as it stands, with its newest version. */
export interface StoredRule extends RuleLife {
  readonly ruleId: string;
  readonly newest: StoredVersion;
  readonly updatedAt: Date;
  /** `staff:12`. */
  readonly updatedBy: string;
}

interface RuleRow extends VersionRow {
  status: RuleLife['status'];
  active_version: number | null;
  updated_at: Date;
  updated_by: string;
}

export interface Change {
  readonly at: Date;
  readonly by: string;
}

const SELECT = `SELECT r.status, r.active_version, r.updated_at, r.updated_by, v.*
   FROM loyalty_rule r JOIN loyalty_rule_version v ON v.rule_id = r.id AND v.version = r.version`;

/** Rules and their versions. A version's text is never changed: what it has judged stays explained by it. */
@Injectable()
export class RuleRepository {
  constructor(private readonly programme: ProgrammeRepository) {}

  async all(db: Queryable): Promise<StoredRule[]> {
    return (await db.query<RuleRow>(`${SELECT} ORDER BY r.id`)).map(toRule);
  }

  async one(db: Queryable, ruleId: string): Promise<StoredRule> {
    const [row] = await db.query<RuleRow>(`${SELECT} WHERE r.id = ?`, [ruleId]);
    if (!row) throw refuse('RuleMissing');
    return toRule(row);
  }

  async lock(tx: Tx, ruleId: string): Promise<StoredRule> {
    const [row] = await tx.query<RuleRow>(`${SELECT} WHERE r.id = ? FOR UPDATE`, [ruleId]);
    if (!row) throw refuse('RuleMissing');
    return toRule(row);
  }

  /** All versions of a rule, the newest first. */
  async versions(db: Queryable, ruleId: string): Promise<StoredVersion[]> {
    const rows = await db.query<VersionRow>(`${SELECT_VERSION} WHERE rule_id = ? ORDER BY version DESC`, [ruleId]);
    return rows.map(toVersion);
  }

  /** Named versions of any rules; what is not there is left out. */
  async versionsOf(
    db: Queryable,
    named: readonly { readonly ruleId: string; readonly version: number }[],
  ): Promise<StoredVersion[]> {
    if (named.length === 0) return [];
    const rows = await db.query<VersionRow>(`${SELECT_VERSION} WHERE (rule_id, version) IN (?)`, [
      named.map(({ ruleId, version }) => [ruleId, version]),
    ]);
    return rows.map(toVersion);
  }

  /** A rule that nobody has approved yet. */
  create(tx: Tx, draft: RuleDraft, change: Change): Promise<string> {
    return this.insert(tx, NEW_LIFE, draft, change);
  }

  /** A rule that judges at once: for what the system installs, never for what a person writes. */
  async install(tx: Tx, draft: RuleDraft, change: Change): Promise<string> {
    const life = { status: 'active', version: 1, activeVersion: 1, state: 'approved' } as const;
    const ruleId = await this.insert(tx, life, draft, change);
    await this.programme.touch(tx);
    return ruleId;
  }

  insertVersion(tx: Tx, ruleId: string, version: number, draft: RuleDraft, { at, by }: Change): Promise<unknown> {
    return tx.execute(
      "INSERT INTO loyalty_rule_version (rule_id, version, draft, at, by_actor, state) VALUES (?, ?, ?, ?, ?, 'draft')",
      [ruleId, version, JSON.stringify(draft), at, by],
    );
  }

  /**
   * Carries a deed out on the rule as it was locked. Conditional: a rule or a version that is no longer as it was read is
   * refused with RuleChanged, so of two decisions one wins.
   */
  async apply(tx: Tx, rule: StoredRule, { life, versions }: LifeStep, { at, by }: Change): Promise<void> {
    const { affectedRows } = await tx.execute(
      `UPDATE loyalty_rule SET status = ?, version = ?, active_version = ?, updated_at = ?, updated_by = ?
        WHERE id = ? AND status = ? AND version = ? AND active_version <=> ?`,
      [
        life.status,
        life.version,
        life.activeVersion,
        at,
        by,
        rule.ruleId,
        rule.status,
        rule.version,
        rule.activeVersion,
      ],
    );
    if (affectedRows !== 1) throw refuse('RuleChanged');
    for (const [version, state] of versions) {
      const from = version === rule.version ? rule.state : version === rule.activeVersion ? 'approved' : 'draft';
      await this.setState(tx, rule.ruleId, version, from, state);
    }
    if (life.status !== rule.status || life.activeVersion !== rule.activeVersion) await this.programme.touch(tx);
  }

  /** Who handed a version in, or decided about it, and what was said. */
  async sign(tx: Tx, ruleId: string, version: number, deed: 'submitted' | 'decided', signed: Signed): Promise<void> {
    await tx.execute(
      `UPDATE loyalty_rule_version SET ${deed}_by = ?, ${deed}_at = ?, ${deed}_note = ?
        WHERE rule_id = ? AND version = ?`,
      [signed.by, signed.at, signed.note, ruleId, version],
    );
  }

  private async setState(tx: Tx, ruleId: string, version: number, from: VersionState, to: VersionState): Promise<void> {
    const { affectedRows } = await tx.execute(
      'UPDATE loyalty_rule_version SET state = ? WHERE rule_id = ? AND version = ? AND state = ?',
      [to, ruleId, version, from],
    );
    if (affectedRows !== 1) throw refuse('RuleChanged');
  }

  private async insert(tx: Tx, life: RuleLife, draft: RuleDraft, { at, by }: Change): Promise<string> {
    const { insertId } = await tx.execute(
      'INSERT INTO loyalty_rule (status, version, active_version, updated_at, updated_by) VALUES (?, ?, ?, ?, ?)',
      [life.status, life.version, life.activeVersion, at, by],
    );
    await tx.execute(
      'INSERT INTO loyalty_rule_version (rule_id, version, draft, at, by_actor, state) VALUES (?, ?, ?, ?, ?, ?)',
      [insertId, life.version, JSON.stringify(draft), at, by, life.state],
    );
    return insertId;
  }
}

export interface Signed extends Change {
  readonly note: string | null;
}

const toRule = (row: RuleRow): StoredRule => {
  const newest = toVersion(row);
  return {
    ruleId: newest.ruleId,
    status: row.status,
    version: newest.version,
    activeVersion: row.active_version,
    state: newest.state,
    newest,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
  };
};
