import { type Fen, formatFen, formatPoints, mulDivFloor } from '@fanloop/kernel';
import type { Day } from '../calendar/days';
import { amountText } from './causes';
import type { TierContext, TierState } from './tier-state';
import { rankOf, type Tier, type TierBasis, tierByCode } from './tiers';
import { countingSpan, type Span, termAfter } from './windows';

export interface NextTier {
  readonly code: string;
  readonly name: string;
  readonly enterAt: number;
  readonly missing: number;
  /** “再消费 ¥120 升级金叶” */
  readonly hint: string;
}

export interface Keeping {
  /** The tier that is being kept: under a grant not the one that the member has. */
  readonly code: string;
  readonly name: string;
  readonly keepAt: number;
  /** Counted since `from`. */
  readonly counted: number;
  readonly missing: number;
  readonly from: Day;
  readonly until: Day;
  /** Warned: it is lost after this day unless what is missing comes. */
  readonly graceUntil: Day | null;
  /** Where it would be kept to. */
  readonly keptUntil: Day;
  readonly progressPercent: number;
  readonly hint: string;
}

export interface Standing {
  readonly tier: Tier;
  readonly basis: TierBasis;
  readonly span: Span;
  /** What counts for a rise today. */
  readonly qualifying: number;
  readonly next: NextTier | null;
  /** Of the way to the next tier; 100 in the highest. */
  readonly progressPercent: number;
  readonly keep: Keeping | null;
  readonly grantUntil: Day | null;
}

/**
 * Where a member stands; null while the brand has no tiers. With the points per ¥ of the base rules missing tier points become a plain
 * sum of money; 0 leaves them as they are. The state must have been moved on to its day.
 */
export const standingOf = (state: TierState, context: TierContext, pointsPerYuan: number): Standing | null => {
  const { tiers, settings, joined, qualifying } = context;
  const tier = tierByCode(tiers, state.code);
  if (!tier) return null;
  const span = countingSpan(settings, state.day, joined);
  const has = qualifying(span.from, span.to);
  const next = tiers.slice(rankOf(tiers, tier.code) + 1).find(({ enterAt }) => enterAt > has) ?? null;
  return {
    tier,
    basis: settings.basis,
    span,
    qualifying: has,
    next: next && nextOf(next, tier, has, settings.basis, pointsPerYuan),
    progressPercent: next ? percent(has - tier.enterAt, next.enterAt - tier.enterAt) : 100,
    keep: keepingOf(state, context),
    grantUntil: state.grant?.code === state.code ? state.grant.until : null,
  };
};

/** Never 100 before it is reached. */
const percent = (part: number, whole: number): number => {
  if (part >= whole) return 100;
  return Math.max(0, Math.min(99, mulDivFloor(Math.max(0, part), 100, Math.max(1, whole))));
};

const nextOf = (next: Tier, tier: Tier, has: number, basis: TierBasis, pointsPerYuan: number): NextTier => {
  const { code, name, enterAt } = next;
  const missing = enterAt - has;
  return { code, name, enterAt, missing, hint: `${moreText(basis, missing, tier, pointsPerYuan)}升级${name}` };
};

const keepingOf = (state: TierState, { tiers, settings, joined, qualifying }: TierContext): Keeping | null => {
  const held = state.earned;
  const tier = tierByCode(tiers, held?.code ?? null);
  if (!held?.until || !tier) return null;
  const counted = qualifying(held.from, state.day);
  const missing = Math.max(0, tier.keepAt - counted);
  const end = held.graceUntil ?? held.until;
  const keptUntil = termAfter(settings, end, joined).to;
  const lower = tiers[rankOf(tiers, tier.code) - 1];
  const hint = keepHint({ tier, lower, missing, keptUntil, graceUntil: held.graceUntil, basis: settings.basis });
  return {
    code: tier.code,
    name: tier.name,
    keepAt: tier.keepAt,
    counted,
    missing,
    from: held.from,
    until: held.until,
    graceUntil: held.graceUntil,
    keptUntil,
    progressPercent: percent(counted, tier.keepAt),
    hint,
  };
};

interface KeepWords {
  readonly tier: Tier;
  readonly lower: Tier | undefined;
  readonly missing: number;
  readonly keptUntil: Day;
  readonly graceUntil: Day | null;
  readonly basis: TierBasis;
}

const keepHint = ({ tier, lower, missing, keptUntil, graceUntil, basis }: KeepWords): string => {
  if (missing === 0) return `已达保级条件，${tier.name}可保留至 ${dateText(keptUntil)}`;
  const more = exactText(basis, missing);
  if (graceUntil === null) return `${more}可保级至 ${dateText(keptUntil)}`;
  return `宽限至 ${dateText(graceUntil)}：${more}可保住${tier.name}，否则降为${lower?.name ?? '低一级'}`;
};

/** “再得 300 成长值”, “再消费 ¥120 ”, “再消费 3 次” */
const exactText = (basis: TierBasis, missing: number): string => {
  switch (basis) {
    case 'tier-points':
      return `再得 ${amountText(basis, missing)}`;
    case 'net-spend':
      return `再消费 ${yuan(missing)} `;
    case 'visits':
      return `再消费 ${formatPoints(missing)} 次`;
  }
};

/** As `exactText`, but tier points as the money that brings them about. */
const moreText = (basis: TierBasis, missing: number, tier: Tier, pointsPerYuan: number): string => {
  if (basis !== 'tier-points' || pointsPerYuan <= 0) return exactText(basis, missing);
  return `再消费约 ${yuan(Math.ceil((missing * 100) / (pointsPerYuan * tier.multiplierPercent)) * 100)} `;
};

const yuan = (fen: Fen): string => formatFen(fen).replace(/\.00$/, '');

/** 2027年6月15日 */
const dateText = (day: Day): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};
