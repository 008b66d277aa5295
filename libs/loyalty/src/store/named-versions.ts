import { json, type Queryable } from '@fanloop/platform';
import type { JudgingRule, RuleDraft } from '../rules/judging/rule';
import { toJudging } from './condition-engine';

/** Versions that traces name, compiled once each for as long as this object lives. A version that was judged by never changes. */
export class NamedVersions {
  private readonly byKey = new Map<string, JudgingRule>();

  get known(): ReadonlyMap<string, JudgingRule> {
    return this.byKey;
  }

  /** Reads those of `keys` (`<ruleId>.<version>`) that are not known yet. One that does not exist stays unknown. */
  async load(db: Queryable, keys: Iterable<string>): Promise<void> {
    const wanted = new Set<string>();
    for (const key of keys) if (!this.byKey.has(key)) wanted.add(key);
    if (wanted.size === 0) return;
    const ids = [...new Set([...wanted].map((key) => key.split('.')[0]!))];
    const rows = await db.query<{ rule_id: string; version: number; draft: string }>(
      'SELECT rule_id, version, draft FROM loyalty_rule_version WHERE rule_id IN (?) ORDER BY rule_id, version',
      [ids],
    );
    for (const { rule_id, version, draft } of rows) {
      const key = `${rule_id}.${version}`;
      if (wanted.has(key)) this.byKey.set(key, toJudging(rule_id, version, json<RuleDraft>(draft)));
    }
  }
}
