import type { Duration } from '../rules/plan';

/** What names a card's payment with the payments context. */
export const PURPOSE = 'memberships.card';

/** How long an order waits for its money. */
export const PAY_WITHIN_MS = 15 * 60_000;

/** What names the tier of a card with the loyalty context. */
export const tierReference = (cardNo: string): string => `card:${cardNo}`;

/** “付费会员「年卡」”: members read it in the history of their tier. */
export const cardName = (planName: string): string => `付费会员「${planName}」`;

/** “12 个月”, “30 天” */
export const durationText = ({ unit, count }: Duration): string => `${count} ${unit === 'month' ? '个月' : '天'}`;
