import { DAY_MS, formatFen } from '@fanloop/kernel';

export interface Suggestion {
  readonly text: string;
  readonly reason: string;
}

export interface SuggestionFacts {
  readonly now: Date;
  readonly nickname: string;
  readonly coupons: readonly { readonly name: string; readonly thresholdFen: number; readonly validUntil: Date }[];
  /** How far to the next tier, in plain words, and of the way in percent. */
  readonly nextTier: { readonly hint: string; readonly progressPercent: number } | null;
  readonly lastPurchaseAt: Date | null;
  readonly tastes: readonly string[];
  readonly isBirthday: boolean;
}

const SOON_DAYS = 3;
const CLOSE_PERCENT = 95;
const LONG_DAYS = 45;

/** One thing that a clerk may say, and why: the most pressing fact first. Null when there is nothing worth saying. */
export const suggest = (facts: SuggestionFacts): Suggestion | null =>
  birthday(facts) ?? expiringCoupon(facts) ?? closeToTier(facts) ?? longAway(facts) ?? taste(facts);

const birthday = ({ isBirthday, nickname }: SuggestionFacts): Suggestion | null =>
  isBirthday ? { text: `祝 ${nickname} 生日快乐`, reason: '今天是会员的生日' } : null;

const expiringCoupon = ({ coupons, now }: SuggestionFacts): Suggestion | null => {
  const [first] = [...coupons].sort((a, b) => a.validUntil.getTime() - b.validUntil.getTime());
  if (!first) return null;
  const days = Math.ceil((first.validUntil.getTime() - now.getTime()) / DAY_MS);
  if (days > SOON_DAYS) return null;
  return {
    text: `提醒用券：${first.name}，${first.thresholdFen > 0 ? `满 ${formatFen(first.thresholdFen)} 可用` : '没有门槛'}`,
    reason: days <= 1 ? '这张券今天到期' : `这张券还有 ${days} 天到期`,
  };
};

const closeToTier = ({ nextTier }: SuggestionFacts): Suggestion | null =>
  nextTier && nextTier.progressPercent >= CLOSE_PERCENT ? { text: nextTier.hint, reason: '离下一等级很近' } : null;

const longAway = ({ lastPurchaseAt, now }: SuggestionFacts): Suggestion | null => {
  if (!lastPurchaseAt) return { text: '第一次来，介绍一下会员权益', reason: '还没有消费记录' };
  const days = Math.floor((now.getTime() - lastPurchaseAt.getTime()) / DAY_MS);
  return days >= LONG_DAYS ? { text: '好久不见，问问近况', reason: `上次消费是 ${days} 天前` } : null;
};

const taste = ({ tastes }: SuggestionFacts): Suggestion | null =>
  tastes[0] ? { text: `推荐${tastes[0]}的新品`, reason: `最常买的是${tastes[0]}` } : null;
