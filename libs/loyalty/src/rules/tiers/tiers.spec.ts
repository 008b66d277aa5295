import { TIERS } from '../judging/spec-builders';
import { standingOf, tierFor, tierOnDay } from './tiers';

const [silver, gold, rock] = TIERS;

describe('tiers', () => {
  it.each([
    [0, silver],
    [1999, silver],
    [2000, gold],
    [7999, gold],
    [8000, rock],
    [-20, silver],
  ])('%i points earned in the window', (points, tier) => expect(tierFor(TIERS, points)).toBe(tier));

  it('is only gained on the day of the last judgement, and judged anew on others', () => {
    const held = { held: gold!, heldDay: '2026-06-15' };
    expect(tierOnDay(TIERS, held, '2026-06-15', 100)).toBe(gold);
    expect(tierOnDay(TIERS, held, '2026-06-15', 8000)).toBe(rock);
    expect(tierOnDay(TIERS, held, '2026-06-16', 100)).toBe(silver);
    expect(tierOnDay(TIERS, held, '2025-01-01', 100)).toBe(silver);
    expect(tierOnDay([], { held: null, heldDay: '2026-06-15' }, '2026-06-15', 1)).toBeNull();
  });

  it.each([
    [silver!, 0, 0, '再消费约 ¥2,000 升级金叶'],
    [silver!, 1999, 99, '再消费约 ¥1 升级金叶'],
    [gold!, 5000, 50, '再消费约 ¥2,000 升级岩茶'],
  ])('%o at %i points: %i %%, %s', (tier, points, progressPercent, hint) =>
    expect(standingOf(TIERS, tier, points, 1)).toMatchObject({ progressPercent, next: { hint } }),
  );

  it('has nothing above the last tier', () =>
    expect(standingOf(TIERS, rock!, 9000, 1)).toEqual({ tier: rock, next: null, progressPercent: 100 }));
});
