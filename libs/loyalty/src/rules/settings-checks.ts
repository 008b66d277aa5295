import { isWholeWithin } from '@fanloop/kernel';
import type { ExpiryPolicy, LoyaltySettings, TransferSettings } from './settings';

const MOST_POINTS = 10_000_000;
const MOST_MONTHS = 120;
const MOST_REMINDERS = 5;
const POLICIES = ['debt', 'deduct', 'write-off'];
const DAYS_OF_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** What is wrong with the settings, each in words for the person who edits them; empty when nothing is. Tiers are checked with tiers. */
export const settingsProblems = (settings: LoyaltySettings): string[] => [
  ...expiryProblems(settings.expiry),
  ...pendingProblems(settings),
  ...(POLICIES.includes(settings.clawbackPolicy) ? [] : ['退款时的处理方式无法识别']),
  ...whole(settings.returnWindowDays, '退回积分的最短可用天数', 0, 366),
  ...whole(settings.fenPer100Points, '每 100 分的价值（分）', 0, 1_000_000),
  ...(settings.clawbackPolicy === 'deduct' && settings.fenPer100Points <= 0
    ? ['从退款中扣除需要先设定积分的价值，不能为 0']
    : []),
  ...transferProblems(settings.transfers),
  ...limitProblems(settings.adjustmentLimits),
  ...reminderProblems(settings.reminderDays),
];

const whole = (value: unknown, name: string, least: number, most: number): string[] =>
  isWholeWithin(value as number, least, most) ? [] : [`${name}应为 ${least} 到 ${most} 的整数`];

const expiryProblems = (policy: ExpiryPolicy): string[] => {
  switch (policy.kind) {
    case 'rolling-months':
      return whole(policy.months, '有效月数', 1, MOST_MONTHS);
    case 'inactivity':
      return whole(policy.months, '不活跃月数', 1, MOST_MONTHS);
    case 'year-end':
      return whole(policy.years, '年数', 0, 20);
    case 'fixed-date':
      return [
        ...(isMonthDay(policy.monthDay) ? [] : [`没有「${policy.monthDay}」这一天，请按 月-日 填写，例如 06-30`]),
        ...whole(policy.leastDays, '至少可用天数', 0, 730),
      ];
    case 'never':
      return [];
    default:
      return ['到期方式无法识别'];
  }
};

/** 02-29 is a day (kept on the 28th of other years), 02-30 is none. */
const isMonthDay = (text: unknown): boolean => {
  if (typeof text !== 'string' || !/^\d{2}-\d{2}$/.test(text)) return false;
  const [month = 0, day = 0] = text.split('-').map(Number);
  return day >= 1 && day <= (DAYS_OF_MONTH[month - 1] ?? 0);
};

const pendingProblems = ({ pendingDays, expiry }: LoyaltySettings): string[] => {
  const problems = whole(pendingDays, '待到账天数', 0, 365);
  if (problems.length > 0 || expiry.kind !== 'inactivity') return problems;
  // The shortest months: points must never die of inactivity before they could be used.
  return pendingDays < expiry.months * 28 ? [] : ['待到账天数必须短于不活跃月数，否则积分还没到账就会到期'];
};

const transferProblems = ({ enabled, leastPoints, dailyPoints, dailyTimes }: TransferSettings): string[] => [
  ...(typeof enabled === 'boolean' ? [] : ['请选择是否开放转赠']),
  ...whole(leastPoints, '每次最少转赠积分', 1, MOST_POINTS),
  ...whole(dailyPoints, '每天最多转赠积分', 1, MOST_POINTS),
  ...whole(dailyTimes, '每天最多转赠次数', 1, 100),
  ...(dailyPoints < leastPoints ? ['每天最多转赠积分不能少于每次最少转赠积分'] : []),
];

const limitProblems = (limits: LoyaltySettings['adjustmentLimits']): string[] =>
  Object.entries(limits).flatMap(([role, limit]) => [
    ...(/^[a-z][a-z-]{1,31}$/.test(role) ? [] : [`角色「${role}」无法识别`]),
    ...whole(limit, '单次可调整积分', 0, MOST_POINTS),
  ]);

const reminderProblems = (days: readonly number[]): string[] => [
  ...(days.length > MOST_REMINDERS ? [`到期提醒最多 ${MOST_REMINDERS} 次`] : []),
  ...(new Set(days).size < days.length ? ['同一天不能提醒两次'] : []),
  ...days.flatMap((day) => whole(day, '提前提醒天数', 1, 90)),
];
