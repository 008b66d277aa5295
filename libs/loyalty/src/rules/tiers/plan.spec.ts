import { type Group, plannedMove } from './plan';
import { aTier, LADDER } from './spec-builders';

const group = (change: Partial<Group>): Group => ({
  earned: 'silver',
  granted: null,
  reaches: 0,
  keeps: 'keeps',
  ...change,
});
const WITHOUT_GOLD = [LADDER[0]!, LADDER[2]!];
const WITH_JADE = [LADDER[0]!, aTier('jade', 1000, 800, 100), ...LADDER.slice(1)];

describe('who would be where with other tiers', () => {
  it.each([
    [LADDER, group({}), 'silver', 'silver', 'stays'],
    [LADDER, group({ reaches: 2 }), 'silver', 'rock', 'up'],
    [LADDER, group({ earned: 'gold', reaches: 0 }), 'gold', 'gold', 'stays'],
    [LADDER, group({ earned: 'rock', reaches: 0, keeps: 'leaves' }), 'rock', 'gold', 'down'],
    // A tier between: whoever misses gold lands on it, one step.
    [WITH_JADE, group({ earned: 'gold', reaches: 0, keeps: 'grace' }), 'gold', 'jade', 'down'],
    [WITH_JADE, group({ reaches: 1 }), 'silver', 'jade', 'up'],
    // A tier that is left out hands over to the nearest below, and who reaches more rises.
    [WITHOUT_GOLD, group({ earned: 'gold' }), 'gold', 'silver', 'gone'],
    [WITHOUT_GOLD, group({ earned: 'gold', reaches: 1 }), 'gold', 'rock', 'gone'],
    // Under a grant.
    [LADDER, group({ granted: 'rock', reaches: 1 }), 'rock', 'rock', 'stays'],
    [LADDER, group({ earned: 'gold', granted: 'rock', keeps: 'leaves' }), 'rock', 'rock', 'stays'],
    [LADDER, group({ earned: null }), 'silver', 'silver', 'stays'],
  ] as const)('%#: %j', (plan, stand, from, to, kind) =>
    expect(plannedMove(LADDER, plan, stand)).toMatchObject({ from, to, kind }),
  );

  it('tells who may still make it up in the grace', () => {
    expect(plannedMove(LADDER, LADDER, group({ earned: 'gold', keeps: 'grace' })).inGrace).toBe(true);
    expect(plannedMove(LADDER, LADDER, group({ earned: 'gold', keeps: 'leaves' })).inGrace).toBe(false);
  });
});
