import { type Fen, formatFen, formatPoints, type Points } from '@fanloop/kernel';
import type { RuleDraft, RuleEffect } from './rule';

/** The plain Chinese lines that shoppers and clerks read. They are kept in the journal as they were said. */

export const times = (percent: number): string => `×${percent / 100}`;

type PerAmount = Extract<RuleEffect, { kind: 'points-per-amount' }>;

/** “每消费 ¥1 得 1 分”, “每满 ¥10 得 1 分” */
export const perAmount = ({ points, perFen, wholeSteps }: PerAmount): string =>
  `每${wholeSteps ? '满' : '消费'} ${shortFen(perFen)} 得 ${formatPoints(points)} 分`;

/** ¥1 for 100, ¥1.50 for 150. */
export const shortFen = (fen: Fen): string => (fen % 100 === 0 ? formatFen(fen).slice(0, -3) : formatFen(fen));

/** “每消费 ¥1 得 1 分：¥38.00 → 38 分” */
export const amountLine = (draft: RuleDraft, effect: PerAmount, amountFen: Fen, points: Points): string => {
  const of = draft.lines ? '适用商品 ' : '';
  const rounding = { down: '', nearest: '（四舍五入）', up: '（向上取整）' }[effect.rounding];
  return `${perAmount(effect)}：${of}${formatFen(amountFen)} → ${formatPoints(points)} 分${rounding}`;
};

/** “金叶 ×1.5：38 → 57 分” */
export const multiplierLine = (subject: string, percent: number, before: Points, after: Points): string =>
  `${subject} ${times(percent)}：${formatPoints(before)} → ${formatPoints(after)} 分`;

/** “首次消费奖励：+50 分” */
export const bonusLine = (name: string, points: Points): string => `${name}：+${formatPoints(points)} 分`;

/** “买茶多得：2 × 5 = +10 分” */
export const perLineLine = (name: string, count: number, each: Points, points: Points): string =>
  `${name}：${count} × ${each} = +${formatPoints(points)} 分`;

/** “生日礼：送优惠券 1 张”; tags are the brand's own business, and a message speaks for itself. */
export const grantLines = ({ name, effect }: RuleDraft): string[] =>
  effect.kind === 'coupon' ? [`${name}：送优惠券 ${effect.count} 张`] : [];

export const tierPointsLine = (name: string, points: Points): string =>
  `${name}：+${formatPoints(points)} 成长值（不可兑换）`;

export const CAP_NAMES = {
  perPurchase: '每笔',
  perDay: '每日',
  perWeek: '每周',
  perMonth: '每月',
  perValidity: '活动期内',
} as const;

const PERIODS = { perDay: '当日', perWeek: '本周', perMonth: '当月', perValidity: '' } as const;

/** “（当日已得 180）” */
export const capUsedText = (cap: keyof typeof CAP_NAMES, used: number): string =>
  cap === 'perPurchase' || used === 0 ? '' : `（${PERIODS[cap] || CAP_NAMES[cap]}已得${formatPoints(used)}）`;

/** “每日上限 200 分：当日已得 180 分，本次计 20 分” */
export const capLine = (cap: keyof typeof CAP_NAMES, limit: number, used: number, granted: number): string => {
  const before = cap === 'perPurchase' ? '' : `${PERIODS[cap]}已得 ${formatPoints(used)} 分，`;
  return `${CAP_NAMES[cap]}上限 ${formatPoints(limit)} 分：${before}本次计 ${formatPoints(granted)} 分`;
};

/** “活动预算只剩 30 分，本次计 30 分” */
export const budgetLine = (left: number, granted: number): string =>
  `活动预算只剩 ${formatPoints(left)} 分，本次计 ${formatPoints(granted)} 分`;

export const NOTHING_LINE = '本次没有符合条件的积分规则';

/** “7 天后到账”, “到场参加活动后到账” */
export const pendingLine = (points: Points, when: string): string => `其中 ${formatPoints(points)} 分${when}到账`;
