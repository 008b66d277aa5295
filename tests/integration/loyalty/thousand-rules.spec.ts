import type { JudgedTrace } from '../../../libs/loyalty/src/rules/judging/trace';
import { saleOf } from '../../support/baskets';
import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { ruleBook } from '../../support/rule-book';
import { seededCounts } from '../../support/seeded-counts';
import { loyaltyOn } from './loyalty-on';

const SIZE = 1000;
const PURCHASES = 40;

describe('a brand with a thousand rules', () => {
  const db = usePrivateDatabase('loyalty');
  const clock = new FixedClock('2026-06-28T13:00:00Z');

  it('loads them, judges by each of them, and every entry follows from its trace', async () => {
    const loyalty = loyaltyOn(db.dataSource, clock);
    const book = ruleBook(SIZE, 4);
    await loyalty.install.execute({ rules: book.map(({ draft }) => draft) });
    expect((await loyalty.programme()).rules).toHaveLength(SIZE);

    const count = seededCounts(4);
    const purchases = Array.from({ length: PURCHASES }, (_, i) => {
      const { basket, at } = saleOf(count);
      return {
        purchaseId: String(i + 1),
        purchaseNo: `T${i + 1}`,
        memberId: String(7001 + (i % 4)),
        storeId: basket.storeId!,
        occurredAt: at,
        ordinalOfMember: Math.floor(i / 4) + 1,
        lines: basket.lines,
      };
    });
    await loyalty.earn(...purchases);

    const entries = await db.query<{ trace: string }>("SELECT trace FROM loyalty_entry WHERE kind = 'earn'");
    const traces = entries.map(({ trace }) => (typeof trace === 'string' ? JSON.parse(trace) : trace) as JudgedTrace);
    expect(traces).toHaveLength(PURCHASES);
    for (const { steps, passed } of traces) {
      const named = [...steps.map(({ rule }) => rule), ...Object.values(passed).flat()];
      expect(new Set(named).size).toBe(SIZE);
      expect(named).toHaveLength(SIZE);
    }
    expect(traces.filter(({ steps }) => steps.length > 0).length).toBeGreaterThan(PURCHASES / 2);
    expect(await loyalty.prove.execute()).toMatchObject({ ok: true, traces: PURCHASES, olderTraces: 0 });
  });
});
