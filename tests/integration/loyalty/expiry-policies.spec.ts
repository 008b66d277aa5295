import type { ExpiryPolicy } from '../../../libs/loyalty/src/rules/settings';
import { provesAbsent } from '../../support/proves-absent';
import { INACTIVE_12, useExpiry } from './expiry-on';
import { aRule, MANAGER, type Twins, violationsOf } from './loyalty-on';
import { expiry } from './operations-on';

describe('when points die', () => {
  const { db, clock, reset, brand, buy, spend, available, around } = useExpiry();

  it.each<[string, ExpiryPolicy, string, string]>([
    ['12 months', { kind: 'rolling-months', months: 12 }, '2026-06-15T15:59:59.999Z', '2027-06-15T16:00:00.000Z'],
    ['a moment later', { kind: 'rolling-months', months: 12 }, '2026-06-15T16:00:00.000Z', '2027-06-16T16:00:00.000Z'],
    ['1 month of 31 January', { kind: 'rolling-months', months: 1 }, '2026-01-31T04:00:00Z', '2026-02-28T16:00:00Z'],
    [
      '12 months of 29 February',
      { kind: 'rolling-months', months: 12 },
      '2028-02-29T04:00:00Z',
      '2029-02-28T16:00:00Z',
    ],
    [
      '30 June',
      { kind: 'fixed-date', monthDay: '06-30', leastDays: 0 },
      '2026-06-30T15:59:59Z',
      '2026-06-30T16:00:00Z',
    ],
    [
      '30 June',
      { kind: 'fixed-date', monthDay: '06-30', leastDays: 0 },
      '2026-06-30T16:00:00Z',
      '2027-06-30T16:00:00Z',
    ],
    [
      '90 days off',
      { kind: 'fixed-date', monthDay: '06-30', leastDays: 90 },
      '2026-06-15T04:00:00Z',
      '2027-06-30T16:00:00Z',
    ],
    [
      '29 February',
      { kind: 'fixed-date', monthDay: '02-29', leastDays: 0 },
      '2026-06-15T04:00:00Z',
      '2027-02-28T16:00:00Z',
    ],
    [
      '29 February',
      { kind: 'fixed-date', monthDay: '02-29', leastDays: 0 },
      '2027-06-15T04:00:00Z',
      '2028-02-29T16:00:00Z',
    ],
    ['this year', { kind: 'year-end', years: 0 }, '2026-12-31T15:59:59Z', '2026-12-31T16:00:00Z'],
    ['next year', { kind: 'year-end', years: 1 }, '2026-12-31T16:00:00Z', '2028-12-31T16:00:00Z'],
    ['12 months away', INACTIVE_12, '2026-06-15T15:59:59.999Z', '2027-06-15T16:00:00.000Z'],
  ])('L14 %s (%j) of points earned at %s end at %s', async (_, policy, earnedAt, end) => {
    const operations = await brand(policy);
    await buy(operations, earnedAt);
    expect(await around(operations, end)).toEqual([100, 100, 0, 0]);
    expect(await violationsOf(operations)).toEqual([]);
  });

  it('L14 days are the brand’s, whatever the policy', async () => {
    const policies: ExpiryPolicy[] = [
      { kind: 'rolling-months', months: 12 },
      { kind: 'fixed-date', monthDay: '06-15', leastDays: 0 },
      INACTIVE_12,
    ];
    await provesAbsent({
      reset,
      sound: () => ({}),
      broken: () => ({ zone: 'UTC' }),
      scenario: async (twins: Twins) => {
        const wrong: string[] = [];
        for (const policy of policies) {
          await reset();
          const operations = await brand(policy, twins);
          // Already the 16th in Shanghai, still the 15th in UTC.
          await buy(operations, '2026-06-15T16:00:00.000Z');
          const end = policy.kind === 'fixed-date' ? '2027-06-15T16:00:00Z' : '2027-06-16T16:00:00Z';
          const seen = (await around(operations, end)).join(' ');
          if (seen !== '100 100 0 0') wrong.push(`${policy.kind}: ${seen}`);
        }
        return wrong;
      },
    });
  });

  it('never: nothing dies, and the sweep has nothing to do', async () => {
    const operations = await brand({ kind: 'never' });
    await buy(operations, '2026-06-15T04:00:00Z');
    expect(await operations.expire.execute({ now: new Date('2126-01-01T00:00:00Z') })).toEqual({
      members: 0,
      points: 0,
    });
    expect(await available(operations)).toBe(100);
  });

  it('L14 in a zone with daylight saving the last day has 23 or 25 hours, and ends at midnight there', async () => {
    const ends = async (earnedAt: string): Promise<string> => {
      await reset();
      const operations = await brand({ kind: 'rolling-months', months: 12 }, { zone: 'America/New_York' });
      await buy(operations, earnedAt);
      const [lot] = await db.query<{ expires_at: Date }>('SELECT expires_at FROM loyalty_lot');
      return lot!.expires_at.toISOString();
    };
    // 8 March 2026 springs forward, 1 November 2026 falls back.
    expect(await ends('2025-03-08T05:30:00Z')).toBe('2026-03-09T04:00:00.000Z');
    expect(await ends('2025-11-01T04:30:00Z')).toBe('2026-11-02T05:00:00.000Z');
    expect(await ends('2025-11-02T03:59:59Z')).toBe('2026-11-02T05:00:00.000Z');
  });

  it('a clock that steps back wakes nothing and lets nothing die twice; one that steps forward is caught up', async () => {
    const operations = await brand({ kind: 'rolling-months', months: 12 });
    await buy(operations, '2026-06-15T04:00:00Z');
    clock.set('2027-06-15T16:00:00Z');
    expect(await operations.expire.execute()).toEqual({ members: 1, points: 100 });
    clock.set('2027-06-15T15:50:00Z');
    expect(await operations.expire.execute()).toEqual({ members: 0, points: 0 });
    expect(await available(operations)).toBe(0);
    await buy(operations, '2027-06-15T15:51:00Z', 30);
    clock.set('2027-06-15T16:10:00Z');
    expect(await operations.expire.execute()).toEqual({ members: 0, points: 0 });
    clock.set('2031-01-01T00:00:00Z');
    await expect(spend(operations, 10, 'late')).rejects.toMatchObject({ code: 'PointsNotEnough' });
    expect(await operations.expire.execute()).toEqual({ members: 1, points: 30 });
    expect(await violationsOf(operations)).toEqual([]);
  });

  it('an edit of the settings moves no lot that is there', async () => {
    const operations = await brand({ kind: 'rolling-months', months: 12 });
    await buy(operations, '2026-06-15T04:00:00Z');
    const ends = () => db.query('SELECT lot_no, expires_at, by_inactivity FROM loyalty_lot WHERE lot_no = 1');
    const before = await ends();
    for (const policy of [INACTIVE_12, { kind: 'never' }, { kind: 'year-end', years: 3 }] as ExpiryPolicy[]) {
      await operations.set(expiry(policy));
      await buy(operations, '2026-06-16T04:00:00Z');
      await spend(operations, 1, `use-${policy.kind}`);
    }
    expect(await ends()).toEqual(before);
  });

  it('rules may give points a life of their own, beside any policy', async () => {
    const operations = await brand({ kind: 'never' });
    await operations.createRule.execute({
      actor: MANAGER,
      draft: {
        ...aRule,
        name: '限时双倍',
        effect: { kind: 'fixed-points', points: 7 },
        lot: { activateAfterDays: null, activateOn: null, expireAfterDays: 10 },
      },
    });
    await buy(operations, '2026-06-15T04:00:00Z');
    expect(await operations.expiring.execute('7001', 30)).toEqual([
      { points: 7, expiresAt: new Date('2026-06-25T16:00:00Z') },
    ]);
    expect(await around(operations, '2026-06-25T16:00:00Z')).toEqual([107, 107, 100, 100]);
  });
});
