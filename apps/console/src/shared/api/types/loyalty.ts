export type RuleKind =
  | 'base-rate'
  | 'category-multiplier'
  | 'tier-multiplier'
  | 'birthday-multiplier'
  | 'first-purchase-bonus'
  | 'sign-up-bonus';
export type RuleTrigger = 'purchase' | 'birthday' | 'sign-up';
export type RuleStatus = 'draft' | 'active' | 'paused' | 'retired';

export interface RuleParams {
  pointsPerYuan?: number;
  multiplierPercent?: number;
  category?: string;
  points?: number;
  perTier?: Record<string, number>;
}

export interface RuleDraft {
  name: string;
  trigger: RuleTrigger;
  kind: RuleKind;
  params: RuleParams;
  condition: unknown;
  capPerDayPoints: number | null;
  validFrom: string | null;
  validUntil: string | null;
  stores: string[] | null;
  priority: number;
}

export interface RuleView extends RuleDraft {
  ruleId: string;
  version: number;
  status: RuleStatus;
  sentence: string;
  updatedAt: string;
  updatedBy: string;
}

export interface RuleDetail extends RuleView {
  versions: { version: number; at: string; by: string; summary: string }[];
}

export interface TryInput {
  memberId?: string;
  tierCode?: string;
  at?: string;
  lines: { name: string; category: string; quantity: number; amountFen: number }[];
}

export interface TryResult {
  points: number;
  trace: { ruleName: string; applied: boolean; reason: string | null; points: number; lines: string[] }[];
  why: string[];
}

export interface TierRow {
  code: string;
  name: string;
  atPoints: number;
  colour: string;
  multiplierPercent: number;
  benefits: string[];
  members: number;
}

export interface LedgerProof {
  ok: boolean;
  accounts: number;
  entries: number;
  badRow: unknown;
}
