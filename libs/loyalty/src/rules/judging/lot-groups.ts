import type { Points } from '@fanloop/kernel';
import type { Step } from './decision';
import type { LotTerms } from './rule';

export interface LotGroup {
  readonly lot: LotTerms | null;
  readonly points: Points;
  /** Places of its steps. */
  readonly steps: readonly number[];
}

/** Steps whose points live alike share a lot; those of the programme's own life come first. */
export const lotGroupsOf = (steps: readonly Step[]): LotGroup[] => {
  const groups = new Map<string, { lot: LotTerms | null; points: Points; steps: number[] }>();
  steps.forEach((step, i) => {
    if (step.points === 0 || step.kind === 'tier-points') return;
    const key = step.lot ? JSON.stringify(step.lot) : '';
    const group = groups.get(key);
    if (group) {
      group.points += step.points;
      group.steps.push(i);
    } else groups.set(key, { lot: step.lot ?? null, points: step.points, steps: [i] });
  });
  return [...groups].sort(([a], [b]) => Number(a !== '') - Number(b !== '')).map(([, group]) => group);
};
