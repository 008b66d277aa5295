import { formatPoints, type Points } from '@fanloop/kernel';
import { type Day, isBirthday, plusDays } from '../calendar/days';
import type { Tier } from './tiers';

/** Something that a tier owes a member now. `key` is unique per member: what was handed out under it is never due again. */
export interface DueBenefit {
  readonly key: string;
  readonly gifts: readonly Gift[];
}

export type Gift =
  | { readonly kind: 'coupon'; readonly templateId: string; readonly count: number; readonly reason: string }
  | { readonly kind: 'points'; readonly points: Points; readonly reason: string };

/** A worker that was down on a birthday makes up for it within these days. */
export const BIRTHDAY_LATE_DAYS = 7;
/** A birthday that is told anew brings no second gift within these days. */
export const BIRTHDAY_APART_DAYS = 330;

/** `2026-06` → the coupons of the month, on the first night on which the member is in a tier that has any. */
export const monthlyBenefit = (tier: Tier, day: Day): DueBenefit | null => {
  const { monthlyCoupons } = tier.benefits;
  if (monthlyCoupons.length === 0) return null;
  const reason = `${tier.name}${Number(day.slice(5, 7))}月权益券`;
  return {
    key: `monthly:${day.slice(0, 7)}`,
    gifts: monthlyCoupons.map(({ templateId, count }) => ({ kind: 'coupon', templateId, count, reason })),
  };
};

/** The gift of the latest birthday within the last days, under the year of that birthday. */
export const birthdayBenefit = (tier: Tier, birthday: string | null, day: Day): DueBenefit | null => {
  const gift = tier.benefits.birthdayGift;
  if (!gift || birthday === null) return null;
  const on = lastDays(day, BIRTHDAY_LATE_DAYS).find((candidate) => isBirthday(birthday, candidate));
  if (on === undefined) return null;
  const reason = `${tier.name}生日礼`;
  const gifts: Gift[] = [];
  if (gift.points !== undefined) gifts.push({ kind: 'points', points: gift.points, reason });
  if (gift.couponTemplateId !== undefined)
    gifts.push({ kind: 'coupon', templateId: gift.couponTemplateId, count: 1, reason });
  return { key: `birthday:${on.slice(0, 4)}`, gifts };
};

/** `MM-DD` of everybody who may have had a birthday in the last days. */
export const birthdaysAround = (day: Day): string[] => {
  const dates = lastDays(day, BIRTHDAY_LATE_DAYS).map((candidate) => candidate.slice(5));
  return dates.includes('02-28') ? [...dates, '02-29'] : dates;
};

/** The day and those before it, the latest first. */
const lastDays = (day: Day, count: number): Day[] => Array.from({ length: count }, (_, i) => plusDays(day, -i));

/** What a tier gives, in lines that shoppers read. */
export const benefitLines = ({
  multiplierPercent,
  benefits,
}: Pick<Tier, 'multiplierPercent' | 'benefits'>): string[] => {
  const { monthlyCoupons, birthdayGift, prioritySeats, texts } = benefits;
  const coupons = monthlyCoupons.reduce((sum, { count }) => sum + count, 0);
  const gift = [
    ...(birthdayGift?.points ? [`${formatPoints(birthdayGift.points)} 积分`] : []),
    ...(birthdayGift?.couponTemplateId ? ['优惠券 1 张'] : []),
  ];
  return [
    ...(multiplierPercent > 100 ? [`${multiplierPercent / 100} 倍积分`] : []),
    ...(coupons > 0 ? [`每月 ${coupons} 张优惠券`] : []),
    ...(gift.length > 0 ? [`生日礼：${gift.join('、')}`] : []),
    ...(prioritySeats ? ['活动优先报名'] : []),
    ...texts,
  ];
};
