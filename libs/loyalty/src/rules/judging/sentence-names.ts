import type { FactInfo } from './fact-catalogue';

/** Names that stand behind ids and codes; what is not known is shown as it is. */
export interface Names {
  readonly tiers: ReadonlyMap<string, string>;
  readonly stores?: ReadonlyMap<string, string>;
  readonly coupons?: ReadonlyMap<string, string>;
  readonly tags?: ReadonlyMap<string, string>;
  /** An instant on the brand's wall clock; without it, instants are read in UTC. */
  readonly wall?: (iso: string) => WallTime;
}

export interface WallTime {
  readonly day: string;
  /** `HH:MM`. */
  readonly time: string;
}

export const NO_NAMES: Names = { tiers: new Map() };

export const namesFor = (from: FactInfo['from'], names: Names): ReadonlyMap<string, string> | undefined =>
  from === 'tiers' || from === 'stores' || from === 'tags' ? names[from] : undefined;

export const wallOf = (iso: string, { wall }: Names): WallTime =>
  wall?.(iso) ?? { day: iso.slice(0, 10), time: iso.slice(11, 16) };
