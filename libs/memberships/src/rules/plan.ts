import { type Fen, isWholeWithin } from '@fanloop/kernel';
import { refuse } from './refusals';

/** active: on sale, within its sale window. Cards that were bought go on whatever becomes of their plan. */
export const PLAN_STATUSES = ['draft', 'active', 'paused', 'ended'] as const;
export type PlanStatus = (typeof PLAN_STATUSES)[number];

/** What a welcome coupon that was used means for a refund: nothing, its worth is deducted, or there is no refund. */
export const USED_COUPON_RULES = ['ignore', 'deduct', 'forbid'] as const;
export type UsedCouponRule = (typeof USED_COUPON_RULES)[number];

export const DURATION_UNITS = ['day', 'month'] as const;
export interface Duration {
  readonly unit: (typeof DURATION_UNITS)[number];
  readonly count: number;
}

export interface WelcomeCoupon {
  readonly templateId: string;
  /** As it was called when the terms were made. */
  readonly name: string;
  readonly count: number;
  /** What one that was used is deducted with, where the plan says so. */
  readonly worthFen: Fen;
}

/** What a shopper buys. It is kept by version: a bought card goes by the terms that it was bought under. */
export interface PlanTerms {
  readonly name: string;
  readonly summary: string;
  readonly terms: string;
  readonly priceFen: Fen;
  readonly duration: Duration;
  /** The tier that the card gives; its benefits are the tier's. */
  readonly tierCode: string;
  readonly coupons: readonly WelcomeCoupon[];
  readonly usedCoupons: UsedCouponRule;
  /** So many days before the end the holder is reminded, once each. */
  readonly reminderDays: readonly number[];
}

/** How it is sold: changes at once, for everybody. */
export interface PlanSale {
  readonly saleFrom: Date | null;
  /** The first instant at which it is over. */
  readonly saleUntil: Date | null;
  /** Null: as many as are wanted. */
  readonly stockTotal: number | null;
  /** Order in the list, the lowest first. */
  readonly position: number;
}

export type PlanDraft = PlanTerms & PlanSale;

const MOST_FEN = 10_000_000;
/** A refund goes back the same way for a year, and a tier is granted for at most ten. */
const MOST_COUNT = { day: 1096, month: 36 } as const;
const MOST_STOCK = 10_000_000;
const MOST_COUPONS = 20;

/** Throws PlanInvalid. */
export const assertPlan = (draft: PlanDraft): void => {
  const { duration, coupons, reminderDays: days, saleFrom: from, saleUntil: until } = draft;
  const checks: [boolean, string][] = [
    [draft.name.trim().length > 0, '名称不能为空'],
    [isWholeWithin(draft.priceFen, 1, MOST_FEN), '售价为 ¥0.01 至 ¥100,000.00'],
    [isWholeWithin(duration.count, 1, MOST_COUNT[duration.unit]), '有效期为 1 至 36 个月，或 1 至 1096 天'],
    [draft.tierCode.length > 0, '请选择会员卡带来的等级'],
    [coupons.every(({ count }) => isWholeWithin(count, 1, MOST_COUPONS)), '每种开卡礼券 1 至 20 张'],
    [coupons.reduce((sum, { count }) => sum + count, 0) <= MOST_COUPONS, '开卡礼券合计最多 20 张'],
    [new Set(coupons.map(({ templateId }) => templateId)).size === coupons.length, '同一种礼券只写一行'],
    [coupons.every(({ worthFen }) => isWholeWithin(worthFen, 0, MOST_FEN)), '礼券折价有误'],
    [days.length <= 5 && days.every((day) => isWholeWithin(day, 0, 60)), '提醒天数为 0 至 60 天，最多 5 次'],
    [new Set(days).size === days.length, '提醒天数不能重复'],
    [from === null || until === null || from < until, '停售时间须晚于开售时间'],
    [draft.stockTotal === null || isWholeWithin(draft.stockTotal, 0, MOST_STOCK), '限量张数有误'],
    [isWholeWithin(draft.position, 0, 1_000_000), '排序须为非负整数'],
  ];
  const broken = checks.find(([holds]) => !holds);
  if (broken) throw refuse('PlanInvalid', { problem: broken[1] });
};

/** Terms that read alike make no new version. */
export const isSameTerms = (a: PlanTerms, b: PlanTerms): boolean =>
  JSON.stringify(listed(a)) === JSON.stringify(listed(b));

const listed = (terms: PlanTerms): unknown[] => [
  terms.name,
  terms.summary,
  terms.terms,
  terms.priceFen,
  terms.duration.unit,
  terms.duration.count,
  terms.tierCode,
  terms.coupons.map(({ templateId, count, worthFen }) => [templateId, count, worthFen]),
  terms.usedCoupons,
  terms.reminderDays,
];

/** From each status to those that may follow. What has ended stays so. */
const NEXT: Record<PlanStatus, readonly PlanStatus[]> = {
  draft: ['active', 'ended'],
  active: ['paused', 'ended'],
  paused: ['active', 'ended'],
  ended: [],
};

/** Throws PlanStatusForbids. */
export const assertStatusChange = (from: PlanStatus, to: PlanStatus): void => {
  if (!NEXT[from].includes(to)) throw refuse('PlanStatusForbids');
};

export const isEditable = (status: PlanStatus): boolean => status !== 'ended';
