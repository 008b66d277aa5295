import { type Fen, formatFen, formatPoints, type Points } from '@fanloop/kernel';

/** The plain Chinese lines that shoppers and clerks read. They are kept in the journal as they were said. */

export const times = (percent: number): string => `×${percent / 100}`;

export const perYuan = (pointsPerYuan: number): string => `每消费 ¥1 得 ${pointsPerYuan} 分`;

/** “每消费 ¥1 得 1 分：¥38.00 → 38 分” */
export const baseLine = (pointsPerYuan: number, amountFen: Fen, points: Points): string =>
  `${perYuan(pointsPerYuan)}：${formatFen(amountFen)} → ${formatPoints(points)} 分`;

/** “金叶 ×1.5：38 → 57 分” */
export const multiplierLine = (subject: string, percent: number, before: Points, after: Points): string =>
  `${subject} ${times(percent)}：${formatPoints(before)} → ${formatPoints(after)} 分`;

/** “首次消费奖励：+50 分” */
export const bonusLine = (name: string, points: Points): string => `${name}：+${formatPoints(points)} 分`;

/** “每日上限 200 分：今日已得 180 分，本次计 20 分” */
export const capLine = (cap: Points, used: Points, granted: Points): string =>
  `每日上限 ${formatPoints(cap)} 分：当日已得 ${formatPoints(used)} 分，本次计 ${formatPoints(granted)} 分`;

export const NOTHING_LINE = '本次没有符合条件的积分规则';
