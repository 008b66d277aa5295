import { json } from '@fanloop/platform';
import type { RuleDraft, VersionState } from '../rules/judging/rule';

/** One version of a rule: its text never changes, its state does. */
export interface StoredVersion {
  readonly ruleId: string;
  readonly version: number;
  readonly state: VersionState;
  readonly draft: RuleDraft;
  readonly at: Date;
  /** Who wrote it: `staff:12`. */
  readonly by: string;
  readonly submittedBy: string | null;
  readonly submittedAt: Date | null;
  readonly submittedNote: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly decidedNote: string | null;
}

export interface VersionRow {
  rule_id: string;
  version: number;
  state: VersionState;
  draft: string;
  at: Date;
  by_actor: string;
  submitted_by: string | null;
  submitted_at: Date | null;
  submitted_note: string | null;
  decided_by: string | null;
  decided_at: Date | null;
  decided_note: string | null;
}

export const SELECT_VERSION = 'SELECT * FROM loyalty_rule_version';

export const toVersion = (row: VersionRow): StoredVersion => ({
  ruleId: row.rule_id,
  version: row.version,
  state: row.state,
  draft: json(row.draft),
  at: row.at,
  by: row.by_actor,
  submittedBy: row.submitted_by,
  submittedAt: row.submitted_at,
  submittedNote: row.submitted_note,
  decidedBy: row.decided_by,
  decidedAt: row.decided_at,
  decidedNote: row.decided_note,
});
