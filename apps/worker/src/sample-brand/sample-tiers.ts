import { DEFAULT_TIERS, type Tier } from '@fanloop/loyalty';

/** Thresholds that a tea shop's regulars reach in a year: to enter, to keep, to leave. */
const THRESHOLDS: Readonly<Record<string, readonly [number, number, number]>> = {
  'gold-leaf': [600, 450, 150],
  'rock-tea': [1500, 1200, 500],
};

export const sampleTiers: readonly Tier[] = DEFAULT_TIERS.map((tier) => {
  const [enterAt, keepAt, leaveAt] = THRESHOLDS[tier.code] ?? [0, 0, 0];
  return { ...tier, enterAt, keepAt, leaveAt };
});
