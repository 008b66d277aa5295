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
    ['who has enough stays', LADDER, group({}), 'silver', 'silver', 'stays'],
    ['who reaches more rises at once', LADDER, group({ reaches: 2 }), 'silver', 'rock', 'up'],
    ['who keeps stays', LADDER, group({ earned: 'gold', reaches: 0 }), 'gold', 'gold', 'stays'],
    ['who does not goes one step down', LADDER, group({ earned: 'rock', keeps: 'leaves' }), 'rock', 'gold', 'down'],
    ['a tier between catches', WITH_JADE, group({ earned: 'gold', keeps: 'grace' }), 'gold', 'jade', 'down'],
    ['and lifts', WITH_JADE, group({ reaches: 1 }), 'silver', 'jade', 'up'],
    ['a tier that is left out hands over below', WITHOUT_GOLD, group({ earned: 'gold' }), 'gold', 'silver', 'gone'],
    ['or above who reaches it', WITHOUT_GOLD, group({ earned: 'gold', reaches: 1 }), 'gold', 'rock', 'gone'],
    ['a grant covers a rise', LADDER, group({ granted: 'rock', reaches: 1 }), 'rock', 'rock', 'stays'],
    ['and a fall', LADDER, group({ earned: 'gold', granted: 'rock', keeps: 'leaves' }), 'rock', 'rock', 'stays'],
    ['who has none begins', LADDER, group({ earned: null }), 'silver', 'silver', 'stays'],
  ] as const)('%s', (_, plan, stand, from, to, kind) =>
    expect(plannedMove(LADDER, plan, stand)).toMatchObject({ from, to, kind }),
  );

  it('tells who may still make it up in the grace', () => {
    expect(plannedMove(LADDER, LADDER, group({ earned: 'gold', keeps: 'grace' })).inGrace).toBe(true);
    expect(plannedMove(LADDER, LADDER, group({ earned: 'gold', keeps: 'leaves' })).inGrace).toBe(false);
  });
});
