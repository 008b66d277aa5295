import type { Fen } from '@fanloop/kernel';

/** ¥20 of points on ¥100 of sales: more than the margin of most shops leaves. */
export const WORST_COST_FEN: Fen = 2000;
/** A rule without an end that adds ¥5 or more per ¥100 should have a budget. */
export const GENEROUS_PER_100_FEN: Fen = 500;
/** So should a single award worth ¥10 or more that is not tied to money. */
export const GENEROUS_AWARD_FEN: Fen = 1000;
/** From three times on, a multiplier needs a cap. */
export const STRONG_MULTIPLIER_PERCENT = 300;
/** ¥1,000,000: nobody spends more in one window of a tier. */
export const MOST_SPEND_FEN: Fen = 100_000_000;
/** A basket of ¥100 is thought to hold no more pieces than this, unless a condition asks for more. */
export const PIECES_PER_100 = 10;
