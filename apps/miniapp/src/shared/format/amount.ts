import { formatFen, formatPoints } from '@fanloop/kernel';
import brand from '../theme/brand.json';

/** ¥12.50 */
export const money = (fen: number): string => formatFen(fen, brand.currencySymbol);
/** ¥12 for whole yuan, ¥12.50 otherwise: for tickets and chips. */
export const moneyShort = (fen: number): string => (fen % 100 === 0 ? money(fen).slice(0, -3) : money(fen));
/** 1,280 */
export const points = (value: number): string => formatPoints(value);
/** +38 or −38 */
export const signedPoints = (value: number): string => (value > 0 ? `+${formatPoints(value)}` : formatPoints(value));
/** 850 m · 3.2 km */
export const distance = (meters: number): string =>
  meters < 1000 ? `${Math.round(meters / 10) * 10} m` : `${(meters / 1000).toFixed(1)} km`;

/** 1250 from "12.5"; null when it is no amount with at most two decimals. */
export const parseYuan = (input: string): number | null => {
  const trimmed = input.trim();
  if (!/^\d{1,6}(\.\d{0,2})?$/.test(trimmed)) return null;
  const [yuan = '0', cents = ''] = trimmed.split('.');
  return Number(yuan) * 100 + Number(`${cents}00`.slice(0, 2));
};
