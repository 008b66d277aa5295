import { briefFen, formatCount } from '../../shared/format/money';
import type { Tier, TierBasis, TierList, TierPlan, TierSettings } from './api';
import { t } from './strings';

/** One tier as its form holds it: no field is nested deeper than its input. */
export interface TierDraft {
  code: string;
  name: string;
  colour: string;
  enterAt: number;
  keepAt: number;
  leaveAt: number;
  multiplierPercent: number;
  monthlyCoupons: { templateId: string; count: number }[];
  giftPoints: number | null;
  giftCoupon: string | null;
  prioritySeats: boolean;
  texts: string[];
}

export interface Design {
  basis: TierBasis;
  windowKind: TierSettings['window']['kind'];
  months: number;
  graceDays: number;
  tiers: TierDraft[];
}

export const designOf = ({ items, settings }: TierList): Design => ({
  basis: settings.basis,
  windowKind: settings.window.kind,
  months: settings.window.kind === 'rolling' ? settings.window.months : 12,
  graceDays: settings.graceDays,
  tiers: items.map(({ benefits, members: _, ...tier }) => ({
    ...tier,
    monthlyCoupons: benefits.monthlyCoupons,
    giftPoints: benefits.birthdayGift?.points ?? null,
    giftCoupon: benefits.birthdayGift?.couponTemplateId ?? null,
    prioritySeats: benefits.prioritySeats,
    texts: benefits.texts,
  })),
});

/** The first tier is everybody's: its thresholds are not asked for. */
const tierOf = (draft: TierDraft, i: number): Tier => {
  const { giftPoints, giftCoupon, monthlyCoupons, prioritySeats, texts, ...tier } = draft;
  const gift = {
    ...(giftPoints ? { points: giftPoints } : {}),
    ...(giftCoupon ? { couponTemplateId: giftCoupon } : {}),
  };
  const thresholds = i === 0 ? { enterAt: 0, keepAt: 0, leaveAt: 0 } : {};
  return {
    ...tier,
    ...thresholds,
    name: tier.name.trim(),
    benefits: {
      monthlyCoupons,
      birthdayGift: giftPoints || giftCoupon ? gift : null,
      prioritySeats,
      texts,
    },
  };
};

export const planOf = ({ basis, windowKind, months, graceDays, tiers }: Design): TierPlan => ({
  tiers: tiers.map(tierOf),
  settings: {
    basis,
    graceDays,
    window: windowKind === 'rolling' ? { kind: windowKind, months } : { kind: windowKind },
  },
});

/** Whether every field that the server needs is there; while somebody types, some are empty. */
export const isComplete = (design: Partial<Design> | undefined): design is Design =>
  Boolean(design?.tiers?.length) &&
  typeof design?.graceDays === 'number' &&
  (design.windowKind !== 'rolling' || typeof design.months === 'number') &&
  design.tiers!.every(
    (tier, i) =>
      tier?.code &&
      tier.name?.trim() &&
      typeof tier.multiplierPercent === 'number' &&
      (i === 0 || [tier.enterAt, tier.keepAt, tier.leaveAt].every((at) => typeof at === 'number')) &&
      tier.monthlyCoupons.every((coupon) => coupon?.templateId && coupon.count),
  );

const COLOURS = ['#4F7F8C', '#7A5BA6', '#B0553A', '#3E6B4F', '#A8466B', '#2F4B8C'];

/** A tier above the highest, half as far again. */
export const nextTier = (tiers: readonly TierDraft[]): TierDraft => {
  const top = tiers.at(-1);
  const enterAt = Math.max(1, Math.round((top?.enterAt ?? 0) * 1.5)) || 1000;
  const taken = new Set(tiers.map(({ code }) => code));
  let number = tiers.length + 1;
  while (taken.has(`tier-${number}`)) number += 1;
  return {
    code: `tier-${number}`,
    name: t.newName(tiers.length + 1),
    colour: COLOURS[tiers.length % COLOURS.length]!,
    enterAt,
    keepAt: Math.round(enterAt * 0.75),
    leaveAt: Math.round(enterAt * 0.25),
    multiplierPercent: top?.multiplierPercent ?? 100,
    monthlyCoupons: [],
    giftPoints: null,
    giftCoupon: null,
    prioritySeats: false,
    texts: [],
  };
};

/** 2,000 成长值 · 净消费 ¥2,000 · 12 次消费 */
export const amountText = (basis: TierBasis, amount: number): string =>
  basis === 'net-spend' ? t.netSpend(briefFen(amount)) : `${formatCount(amount)} ${t.units[basis]}`;

export const windowText = ({ window, graceDays }: TierSettings): string => {
  const period = window.kind === 'rolling' ? t.rolling(window.months) : t.windows[window.kind];
  return graceDays > 0 ? t.withGrace(period, graceDays) : t.withoutGrace(period);
};
