import * as fc from 'fast-check';
import { analyse, contextOf } from './cases/rule-cases';
import { worstCostPer100 } from './cost/worst-cost-per-100';
import { lint } from './lint';
import { randomDraft } from './spec-builders/random-drafts';
import { TIER_CODES } from './spec-builders/random-facts';

it('prof', () => {
  const one = fc.gen().map((chance) => randomDraft((values) => values[chance(fc.nat, { max: values.length - 1 })]!));
  for (const n of [3, 10, 20, 50, 200]) {
    const drafts = fc.sample(one, { numRuns: n, seed: 7 });
    const input = {
      rules: drafts.map((draft, i) => ({ ruleId: String(i + 1), version: 1, status: 'active' as const, draft })),
      tiers: TIER_CODES.map((code, i) => ({ code, name: code, atPoints: i * 2000, multiplierPercent: 100 + 50 * i })),
      settings: { fenPer100Points: 100 },
      today: '2026-06-15',
    };
    let t = performance.now();
    const c = contextOf(input);
    input.rules.map((r) => analyse(r, c));
    const t1 = performance.now() - t;
    t = performance.now();
    worstCostPer100(input);
    const t2 = performance.now() - t;
    t = performance.now();
    const w = lint({ ...input, focus: '1' });
    const t3 = performance.now() - t;
    t = performance.now();
    const w2 = lint(input);
    console.log(n, 'analyse', t1, 'worst', t2, 'lint focus', t3, 'all', performance.now() - t, w.length, w2.length);
  }
});
