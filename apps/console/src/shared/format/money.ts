import { formatFen, formatPoints } from '@fanloop/kernel';

export { formatFen, formatPoints };

/** ¥12.50 → "12.5" for an input field; the server only ever sees fen. */
export const fenToYuan = (fen: number): number => fen / 100;

/** The nearest whole fen of what was typed in yuan. */
export const yuanToFen = (yuan: number): number => Math.round(yuan * 100);

/** ¥1.28万 for axis labels and small tiles, where the exact figure is in the tooltip. */
export const shortFen = (fen: number): string => {
  const yuan = fen / 100;
  if (Math.abs(yuan) >= 10_000) return `¥${trim(yuan / 10_000)}万`;
  return `¥${trim(yuan)}`;
};

const trim = (value: number): string => String(Math.round(value * 10) / 10);

export const formatCount = (value: number): string => formatPoints(value);

export const signedPoints = (points: number): string =>
  points > 0 ? `+${formatPoints(points)}` : formatPoints(points);

/** ¥20 without idle decimals, ¥12.50 with them: for tickets and sentences. */
export const briefFen = (fen: number): string => formatFen(fen).replace(/\.00$/, '');
