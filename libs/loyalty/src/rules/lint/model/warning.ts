/** What the linter looks for. */
export type WarningCode =
  | 'never-true'
  | 'always-true'
  | 'shadowed'
  | 'contradictory'
  | 'double-earning'
  | 'no-cap'
  | 'no-budget'
  | 'unreachable-tier'
  | 'ends-before-it-starts'
  | 'worst-cost';

/** `error`: the rule cannot do what it says. `warning`: it may cost more than meant. `info`: it says more than it needs. */
export type Severity = 'error' | 'warning' | 'info';

export interface Warning {
  readonly code: WarningCode;
  readonly ruleId: string;
  readonly severity: Severity;
  /** Plain Chinese with the actual values, and the other rule by its name. */
  readonly message: string;
  readonly otherRuleId?: string;
  /** All rules that take part, where there may be more than two. */
  readonly involved?: readonly string[];
  /** Which field of the draft to look at: `condition`, `caps.perDay`, … */
  readonly path?: string;
}
