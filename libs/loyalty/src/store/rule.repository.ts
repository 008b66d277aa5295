import { json, type Queryable, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { RuleDraft, RuleStatus } from '../rules/judging/rule';
import { refuse } from '../rules/refusals';
import { ProgrammeRepository } from './programme.repository';

export interface StoredRule {
  readonly ruleId: string;
  readonly version: number;
  readonly status: RuleStatus;
  readonly draft: RuleDraft;
  readonly updatedAt: Date;
  /** `staff:12`. */
  readonly updatedBy: string;
}

interface RuleRow {
  id: string;
  version: number;
  status: RuleStatus;
  draft: string;
  updated_at: Date;
  updated_by: string;
}

export interface Change {
  readonly at: Date;
  readonly by: string;
}

const SELECT = `SELECT r.id, r.version, r.status, v.draft, r.updated_at, r.updated_by
   FROM loyalty_rule r JOIN loyalty_rule_version v ON v.rule_id = r.id AND v.version = r.version`;

/** Rules and their versions. A version is never changed: what it has judged stays explained by it. */
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

  async versions(
    db: Queryable,
    ruleId: string,
  ): Promise<{ version: number; at: Date; by: string; draft: RuleDraft }[]> {
    const rows = await db.query<{ version: number; at: Date; by_actor: string; draft: string }>(
      'SELECT version, at, by_actor, draft FROM loyalty_rule_version WHERE rule_id = ? ORDER BY version DESC',
      [ruleId],
    );
    return rows.map((row) => ({ version: row.version, at: row.at, by: row.by_actor, draft: json(row.draft) }));
  }

  async create(tx: Tx, draft: RuleDraft, { at, by }: Change): Promise<string> {
    const { insertId } = await tx.execute(
      "INSERT INTO loyalty_rule (status, version, active_version, updated_at, updated_by) VALUES ('active', 1, 1, ?, ?)",
      [at, by],
    );
    await this.insertVersion(tx, insertId, 1, draft, { at, by });
    await this.programme.touch(tx);
    return insertId;
  }

  /** The next version; `locked` is the rule as `lock` gave it. */
  async revise(tx: Tx, locked: StoredRule, draft: RuleDraft, { at, by }: Change): Promise<void> {
    const version = locked.version + 1;
    await this.insertVersion(tx, locked.ruleId, version, draft, { at, by });
    await tx.execute(
      'UPDATE loyalty_rule SET version = ?, active_version = ?, updated_at = ?, updated_by = ? WHERE id = ?',
      [version, version, at, by, locked.ruleId],
    );
    await this.programme.touch(tx);
  }

  async setStatus(tx: Tx, ruleId: string, status: RuleStatus, { at, by }: Change): Promise<void> {
    await tx.execute('UPDATE loyalty_rule SET status = ?, updated_at = ?, updated_by = ? WHERE id = ?', [
      status,
      at,
      by,
      ruleId,
    ]);
    await this.programme.touch(tx);
  }

  async lock(tx: Tx, ruleId: string): Promise<StoredRule> {
    const [row] = await tx.query<RuleRow>(`${SELECT} WHERE r.id = ? FOR UPDATE`, [ruleId]);
    if (!row) throw refuse('RuleMissing');
    return toRule(row);
  }

  private async insertVersion(tx: Tx, ruleId: string, version: number, draft: RuleDraft, { at, by }: Change) {
    await tx.execute(
      'INSERT INTO loyalty_rule_version (rule_id, version, draft, at, by_actor) VALUES (?, ?, ?, ?, ?)',
      [ruleId, version, JSON.stringify(draft), at, by],
    );
  }
}

const toRule = (row: RuleRow): StoredRule => ({
  ruleId: row.id,
  version: row.version,
  status: row.status,
  draft: json(row.draft),
  updatedAt: row.updated_at,
  updatedBy: row.updated_by,
});
