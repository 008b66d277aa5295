import { PLAIN_DRAFT, type RuleDraft, type RuleEffect } from '../../rules/judging/rule';
import { DEFAULT_SETTINGS, type LoyaltySettings } from '../../rules/settings';

/** Rules as the first migration's tables held them. */
interface OlderDraft {
  readonly name: string;
  readonly trigger: 'purchase' | 'birthday' | 'sign-up';
  readonly kind: string;
  readonly params: {
    readonly pointsPerYuan?: number;
    readonly multiplierPercent?: number;
    readonly category?: string;
    readonly points?: number;
    readonly perTier?: Readonly<Record<string, number>>;
  };
  readonly condition: { readonly [operator: string]: unknown } | null;
  readonly capPerDayPoints: number | null;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly stores: readonly string[] | null;
  readonly priority: number;
}

/** The same rule in today's words. */
export const upgradedDraft = (older: OlderDraft): RuleDraft => {
  const { name, validFrom, validUntil, stores, priority, capPerDayPoints } = older;
  const also = ALSO[older.kind] ?? null;
  return {
    ...PLAIN_DRAFT,
    name,
    validFrom,
    validUntil,
    stores,
    priority,
    trigger: older.trigger === 'sign-up' ? 'sign-up' : 'purchase',
    condition: older.condition && also ? { and: [also, older.condition] } : (older.condition ?? also),
    lines:
      older.kind === 'category-multiplier'
        ? { categories: [older.params.category ?? ''], skus: [], except: false }
        : null,
    caps: { ...PLAIN_DRAFT.caps, perDay: capPerDayPoints },
    effect: effectOf(older),
  };
};

/** What some kinds asked without saying so in their condition. */
const ALSO: Readonly<Record<string, { readonly [operator: string]: unknown }>> = {
  'birthday-multiplier': { '==': [{ var: 'isBirthday' }, true] },
  'first-purchase-bonus': { '==': [{ var: 'ordinal' }, 1] },
};

const effectOf = ({ kind, params }: OlderDraft): RuleEffect => {
  switch (kind) {
    case 'base-rate':
      return { kind: 'points-per-amount', ...perFen(params.pointsPerYuan ?? 0), wholeSteps: false, rounding: 'down' };
    case 'tier-multiplier':
      return { kind: 'tier-multiplier', perTier: params.perTier ?? {} };
    case 'category-multiplier':
    case 'birthday-multiplier':
      return { kind: 'multiplier', percent: params.multiplierPercent ?? 100 };
    default:
      return { kind: 'fixed-points', points: params.points ?? 0 };
  }
};

/** 1 point per ¥ = 1 per 100 fen; 0.5 = 1 per 200 fen: at most two decimals were allowed. */
const perFen = (pointsPerYuan: number): { points: number; perFen: number } => {
  const hundredths = Math.round(pointsPerYuan * 100);
  const divisor = greatestCommonDivisor(hundredths, 10_000);
  return { points: hundredths / divisor, perFen: 10_000 / divisor };
};

const greatestCommonDivisor = (a: number, b: number): number => (b === 0 ? a : greatestCommonDivisor(b, a % b));

interface OlderProgramme {
  readonly expiry_months: number;
  readonly clawback_policy: string;
  readonly tier_window_months: number;
  readonly return_window_days: number;
}

export const settingsFrom = (row: OlderProgramme): LoyaltySettings => ({
  ...DEFAULT_SETTINGS,
  expiry: { kind: 'rolling-months', months: row.expiry_months },
  clawbackPolicy: row.clawback_policy === 'write-off' ? 'write-off' : 'debt',
  returnWindowDays: row.return_window_days,
  tiers: { ...DEFAULT_SETTINGS.tiers, window: { kind: 'rolling', months: row.tier_window_months } },
});
