import type { Points, Refusal } from '@fanloop/kernel';
import { formatFen, formatPoints } from '@fanloop/kernel';
import type { ItemDraft, ItemPrice, ItemStatus } from './item';
import { refuse } from './refusals';

/** What a redemption looks at. */
export interface Redeemable
  extends Pick<ItemDraft, 'pricePoints' | 'perMemberLimit' | 'minTier' | 'availableFrom' | 'availableUntil'> {
  readonly status: ItemStatus;
  readonly stockLeft: number;
}

/** Who asks. */
export interface Shopper {
  /** Codes of tiers, the lowest first. */
  readonly tiers: readonly { readonly code: string; readonly name: string }[];
  readonly tierCode: string | null;
  /** How many of the item the member holds or has had, without what was cancelled. */
  readonly held: number;
  /** Null where somebody else judges the points (the ledger, under its lock). */
  readonly available: Points | null;
}

/** True where the tier of the member is the asked one or a higher one. A tier that no longer exists is reached by nobody. */
export const reaches = (tiers: Shopper['tiers'], tierCode: string | null, minTier: string | null): boolean => {
  if (minTier === null) return true;
  const needed = tiers.findIndex(({ code }) => code === minTier);
  return needed >= 0 && tiers.findIndex(({ code }) => code === tierCode) >= needed;
};

/** Why the member may not have the item now, or null. The lasting reasons come first: what one can change comes last. */
export const whyNotRedeem = (item: Redeemable, shopper: Shopper, now: Date): Refusal | null => {
  if (item.status === 'ended' || (item.availableUntil && now >= item.availableUntil)) return refuse('ItemOver');
  if (item.status !== 'active') return refuse('ItemNotOpen');
  if (item.availableFrom && now < item.availableFrom) return refuse('ItemNotStarted');
  if (!reaches(shopper.tiers, shopper.tierCode, item.minTier)) {
    const tier = shopper.tiers.find(({ code }) => code === item.minTier)?.name ?? '更高等级';
    return refuse('TierTooLow', { tier });
  }
  const { perMemberLimit: limit } = item;
  if (limit !== null && shopper.held >= limit) return refuse('LimitReached', { limit });
  if (item.stockLeft < 1) return refuse('SoldOut');
  if (shopper.available !== null && shopper.available < item.pricePoints)
    return refuse('PointsShort', { missing: formatPoints(item.pricePoints - shopper.available) });
  return null;
};

/** 1,280 积分 + ¥9.90 */
export const priceText = ({ pricePoints, priceFen }: ItemPrice): string =>
  [`${formatPoints(pricePoints)} 积分`, ...(priceFen > 0 ? [formatFen(priceFen)] : [])].join(' + ');

/** The first free place among those the member holds: unique in the database, so that the limit holds by itself. */
export const firstFree = (taken: readonly number[]): number => {
  const held = new Set(taken);
  let ordinal = 1;
  while (held.has(ordinal)) ordinal += 1;
  return ordinal;
};
