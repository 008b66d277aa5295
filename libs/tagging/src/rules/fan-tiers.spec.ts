import * as fc from 'fast-check';
import { fanScore } from './fan-score';
import { decideFanTier, FAN_TIERS } from './fan-tiers';

const today = '2026-11-23';

describe('fan tiers', () => {
  it('explains the first assessment', () => {
    expect(decideFanTier(40, today, null, 0)).toMatchObject({
      code: 'fan',
      changed: true,
      why: '首次评估：40 分，进入「粉丝」',
    });
  });

  it('lifts at once, as far as the score reaches', () => {
    expect(decideFanTier(70, today, { code: 'customer', since: '2026-11-20' }, 3).code).toBe('co-creator');
  });

  it('T14 does not flap: between the thresholds one stays, and a fall waits for the minimum stay and goes one step', () => {
    const fan = { code: 'fan', since: '2026-01-01' } as const;
    expect(decideFanTier(30, today, fan, 300)).toMatchObject({ code: 'fan', changed: false });
    expect(decideFanTier(5, today, fan, 29)).toMatchObject({ code: 'fan', changed: false });
    expect(decideFanTier(5, today, fan, 30)).toMatchObject({ code: 'regular', changed: true });
  });

  it('T14 stays put for any score that swings between a leaving and an entering threshold', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 1000 }), (rank, swing) => {
        const tier = FAN_TIERS[rank]!;
        const upper = FAN_TIERS[rank + 1]?.enter ?? 101;
        const score = tier.leave + (swing % (upper - tier.leave));
        expect(decideFanTier(score, today, { code: tier.code, since: '2026-01-01' }, 200).changed).toBe(false);
      }),
    );
  });

  it('leaves every tier below its entrance', () => {
    for (const tier of FAN_TIERS.slice(1)) expect(tier.leave).toBeLessThan(tier.enter);
  });

  it('adds up the parts, each capped', () => {
    const none = {
      likes90Days: 0,
      comments90Days: 0,
      activitiesJoined365Days: 0,
      activitiesAttended365Days: 0,
      invitedBuyers: 0,
    };
    expect(fanScore({ rfm: null, ...none }).total).toBe(0);
    expect(fanScore({ rfm: { r: 1, f: 1, m: 1 }, ...none }).total).toBe(5);
    expect(fanScore({ rfm: { r: 5, f: 5, m: 5 }, ...none }).total).toBe(45);
    const all = fanScore({
      rfm: { r: 5, f: 5, m: 5 },
      likes90Days: 99,
      comments90Days: 99,
      activitiesJoined365Days: 9,
      activitiesAttended365Days: 9,
      invitedBuyers: 9,
    });
    expect(all.total).toBe(100);
    for (const part of all.parts) expect(part.score).toBeLessThanOrEqual(part.most);
  });
});
