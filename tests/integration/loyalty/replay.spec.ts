import type { ReplayPlan } from '../../../libs/loyalty/src/rules/replay/plan';
import type { ReplayReport } from '../../../libs/loyalty/src/rules/replay/report';
import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { type Loyalty, loyaltyOn } from './loyalty-on';
import { playHistory, RICH_RULES } from './rich-history';

const START = '2026-01-05T04:00:00Z';
const WHOLE = { from: '2025-01-01', to: '2026-12-31' };

const replay = async (loyalty: Loyalty, change: Partial<ReplayPlan> = {}): Promise<ReplayReport> => {
  const { rules } = await loyalty.programme();
  const plan = { ...WHOLE, storeIds: null, changes: [], active: rules.map((rule) => rule.key), ...change };
  return (await loyalty.play.execute(plan, async () => true))!;
};

describe('replaying the journal', () => {
  const db = usePrivateDatabase('loyalty');
  const clock = new FixedClock(START);
  let loyalty: Loyalty;
  beforeEach(async () => {
    clock.set(START);
    loyalty = loyaltyOn(db.dataSource, clock);
  });

  it('the active set on a rich history gives what the ledger says, from any day on and for any store', async () => {
    await loyalty.install.execute({
      rules: RICH_RULES,
      tiers: [
        { code: 'a', name: '甲级', atPoints: 0, colour: '#888888', multiplierPercent: 100, benefits: [] },
        { code: 'b', name: '乙级', atPoints: 300, colour: '#888888', multiplierPercent: 150, benefits: [] },
        { code: 'c', name: '丙级', atPoints: 900, colour: '#888888', multiplierPercent: 200, benefits: [] },
      ],
    });
    await playHistory(loyalty, clock, { members: 12, days: 75, seed: 7 });
    const proof = await loyalty.prove.execute();
    expect(proof).toMatchObject({ ok: true, olderTraces: 0 });
    const whole = await replay(loyalty);
    console.log(proof, JSON.stringify(whole, null, 1).slice(0, 6000));
    expect(whole.differences).toEqual({ count: 0, first: [] });
    for (const part of [
      { from: '2026-02-03' },
      { from: '2026-03-10', to: '2026-03-12' },
      { from: '2026-02-20', storeIds: ['12'] },
    ])
      expect({ part, differences: (await replay(loyalty, part)).differences }).toEqual({
        part,
        differences: { count: 0, first: [] },
      });
  });
});
