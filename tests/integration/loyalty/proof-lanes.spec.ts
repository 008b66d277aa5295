import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { aPurchase, type Loyalty, loyaltyOn } from './loyalty-on';

const MEMBERS = Array.from({ length: 9 }, (_, i) => String(7001 + i));

describe('the proof side by side', () => {
  const db = usePrivateDatabase('loyalty');
  const clock = new FixedClock();
  let loyalty: Loyalty;
  beforeEach(async () => {
    loyalty = loyaltyOn(db.dataSource, clock);
    await loyalty.install.execute();
    for (const [i, memberId] of MEMBERS.entries())
      for (let n = 0; n <= i; n += 1) await loyalty.earn(aPurchase({ memberId, amountFen: 3800 }));
  });

  const proofs = async (ranges: Awaited<ReturnType<Loyalty['prove']['ranges']>>) => {
    const all = [];
    for (const range of ranges) all.push(await loyalty.prove.execute({ range }));
    return all;
  };

  it.each([1, 2, 3, 4, 20])('at most %i ranges hold every account once', async (most) => {
    const whole = await loyalty.prove.execute();
    expect(whole).toMatchObject({ ok: true, accounts: 9, entries: 45 });
    const ranges = await loyalty.prove.ranges(most, 1);
    expect(ranges.length).toBeLessThanOrEqual(most);
    expect(ranges.length).toBeGreaterThanOrEqual(Math.min(most, 3));
    const parts = await proofs(ranges);
    for (const field of ['accounts', 'entries', 'entriesSum', 'lotsSum', 'traces'] as const)
      expect([field, parts.reduce((sum, part) => sum + part[field], 0)]).toEqual([field, whole[field]]);
  });

  it('the proof of rows alone judges no decision again', async () => {
    const { traces, entries, ok } = await loyalty.prove.execute({ rowsOnly: true });
    expect({ traces, entries, ok }).toEqual({ traces: 0, entries: 45, ok: true });
  });

  it('a small ledger is one range, and an empty one too', async () => {
    expect(await loyalty.prove.ranges(8)).toEqual([{ after: null, until: null }]);
  });

  it('a bad row is found in the range that holds it, and in no other', async () => {
    await db.query('UPDATE loyalty_entry SET points = points + 1 WHERE member_id = ? AND seq = 2', ['7006']);
    const parts = await proofs(await loyalty.prove.ranges(4, 1));
    const found = parts.flatMap(({ badRow }) => (badRow ? [`${badRow.memberId} ${badRow.number}`] : []));
    expect(found).toEqual(['7006 2']);
    expect(await loyalty.prove.execute({ rowsOnly: true })).toMatchObject({ ok: false, badRow: { memberId: '7006' } });
  });
});
