import { DEFAULT_TIERS } from '../default-programme';
import { DEFAULT_SETTINGS } from '../settings';
import { tiersByThreshold } from './replay-tiers';

/** 银叶 from 0, 金叶 from 2,000 (×1.5), 岩茶 from 8,000 (×2). */
const [silver, gold, rock] = DEFAULT_TIERS.map(
  ({ code, name, multiplierPercent }) => [code, name, multiplierPercent] as const,
);

const ask = (
  recorded: typeof silver | null,
  atStart: string | null,
  earned: number,
  replayed: number,
  settings = DEFAULT_SETTINGS.tiers,
) =>
  tiersByThreshold(
    DEFAULT_TIERS,
    settings,
  )({
    day: '2026-06-15',
    joined: '2025-01-01',
    recorded: recorded ?? null,
    atStart,
    earned: () => earned,
    replayed: () => replayed,
  });

describe('the tier that a member would have', () => {
  it.each([
    // recorded, at the start, tier points earned → replayed, tier
    [silver, 'silver-leaf', 1000, 1000, silver],
    // Whatever made it (a grant, a grace): the same points give the same tier.
    [rock, 'silver-leaf', 10, 10, rock],
    [silver, 'silver-leaf', 1000, 1999, silver],
    [silver, 'silver-leaf', 1000, 2000, gold],
    [silver, 'silver-leaf', 1000, 8000, rock],
    // More points never take a tier that is held for another reason.
    [rock, 'rock-tea', 100, 2500, rock],
    // A rise within the replay is undone as far as the points do not reach it.
    [gold, 'silver-leaf', 2100, 1900, silver],
    [rock, 'silver-leaf', 8100, 7900, gold],
    [rock, 'silver-leaf', 8100, 8050, rock],
    // What was held before the replay stays.
    [gold, 'gold-leaf', 2100, 1900, gold],
    [rock, 'gold-leaf', 8100, 100, gold],
    [null, null, 100, 9000, null],
  ] as const)('%j, at the start %s, %i → %i: %j', (recorded, atStart, earned, replayed, tier) => {
    expect(ask(recorded as never, atStart, earned, replayed)).toEqual(tier);
  });

  it('is the recorded one where tiers count money or visits: rules do not change those', () => {
    const settings = { ...DEFAULT_SETTINGS.tiers, basis: 'visits' } as const;
    expect(ask(silver, 'silver-leaf', 10, 9000, settings)).toEqual(silver);
  });
});
