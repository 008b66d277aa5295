import { type Day, daysBetween, plusDays } from './calendar/days';
import { lastDayOfUse } from './calendar/expiry';
import type { ClawbackPolicy, ExpiryPolicy, LoyaltySettings } from './settings';

/** What settings mean for a purchase of `today`, in plain sentences for the person who edits them. */
export const settingsSentences = (settings: LoyaltySettings, today: Day): { expiry: string; refund: string } => ({
  expiry: expirySentence(settings, today),
  refund: REFUNDS[settings.clawbackPolicy],
});

const expirySentence = ({ expiry, pendingDays }: LoyaltySettings, today: Day): string => {
  const activeDay = plusDays(today, pendingDays);
  const begins = pendingDays > 0 ? `今天消费的积分 ${inWords(activeDay)}到账，` : '今天得到的积分';
  const last = lastDayOfUse(expiry, activeDay);
  if (last !== null)
    return `${begins}可用到 ${inWords(last)}当天结束（可用 ${daysBetween(activeDay, last) + 1} 天）。${UNCHANGED}`;
  return `${begins}${endless(expiry)}。${UNCHANGED}`;
};

const endless = (expiry: ExpiryPolicy): string =>
  expiry.kind === 'inactivity' ? `在会员连续 ${expiry.months} 个月没有消费或使用积分时到期` : '永不到期';

const UNCHANGED = '改动只影响以后得到的积分，已有积分的到期日不变。';

const REFUNDS: Readonly<Record<ClawbackPolicy, string>> = {
  debt: '退款时积分已用掉：记为欠分，以后得到的积分先抵扣，会员看得到。',
  deduct: '退款时积分已用掉：按积分价值从退款金额中扣除，店员确认前会看到金额；不够扣的记为欠分。',
  'write-off': '退款时积分已用掉：由品牌承担，不再向会员收回，流水中写明核销。',
};

const inWords = (day: Day): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year} 年 ${month} 月 ${date} 日`;
};
