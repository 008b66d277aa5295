import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { aPurchase, MANAGER } from './loyalty-on';
import { aKey, aProgramme, type Operations, operationsOn } from './operations-on';

describe('what the brand owes, and what its stores owe each other', () => {
  const db = usePrivateDatabase('loyalty');
  const clock = new FixedClock();
  let operations: Operations;
  beforeEach(async () => {
    clock.set('2026-06-15T04:00:00Z');
    operations = operationsOn(db.dataSource, clock);
    await aProgramme(operations, { fenPer100Points: 50 });
  });

  let uses = 0;
  const spend = (memberId: string, points: number, storeId: string | null, at = clock.now()) => {
    uses += 1;
    const command = { memberId, points, storeId, at, reference: `use-${uses}`, reason: '兑换', actor: MANAGER };
    return operations.unitOfWork.run((tx) => operations.spend.execute(tx, command));
  };
  const giveBack = (use: number, points: number) =>
    operations.unitOfWork.run((tx) =>
      operations.giveBack.execute(tx, {
        reference: `use-${use}`,
        part: { returnId: 'p', points },
        reason: '取消',
        at: clock.now(),
        actor: MANAGER,
      }),
    );
  const buy = (memberId: string, yuan: number, storeId: string, at: string) =>
    operations.earn(aPurchase({ memberId, amountFen: yuan * 100, storeId, occurredAt: new Date(at) }));

  it('the liability by month of the end and by store agrees with the accounts, to the point and the fen', async () => {
    await buy('101', 100, '11', '2025-07-31T15:59:59Z');
    await buy('101', 31, '12', '2025-07-31T16:00:00Z');
    await buy('102', 200, '12', '2026-06-15T03:00:00Z');
    await buy('103', 60, '11', '2025-06-01T04:00:00Z');
    await operations.set({ pendingDays: 3 });
    await buy('104', 80, '11', '2026-06-15T03:00:00Z');
    await operations.set({ pendingDays: 0, expiry: { kind: 'inactivity', months: 6 } });
    await buy('105', 10, '13', '2026-06-15T03:00:00Z');
    await operations.set({ expiry: { kind: 'never' } });
    const adjustment = { memberId: '102', points: 7, reason: '补偿', actor: MANAGER, role: 'owner' };
    await operations.adjustByHand.execute({ ...adjustment, idempotencyKey: aKey() });
    await spend('102', 50, '11');
    const liability = await operations.liability.execute();
    expect(liability).toEqual({
      at: clock.now(),
      fenPer100Points: 50,
      points: 358,
      fen: 179,
      pending: 80,
      pendingFen: 40,
      debt: 0,
      accounts: 5,
      byMonth: [
        // Dead since 1 June, and the sweep has not been there.
        { key: 'over', points: 60, pending: 0, fen: 30 },
        { key: '2026-07', points: 100, pending: 0, fen: 50 },
        { key: '2026-08', points: 31, pending: 0, fen: 16 },
        { key: '2026-12', points: 10, pending: 0, fen: 5 },
        { key: '2027-06', points: 150, pending: 80, fen: 75 },
        { key: 'never', points: 7, pending: 0, fen: 3 },
      ],
      byStore: [
        { key: '12', points: 181, pending: 0, fen: 91 },
        { key: '11', points: 160, pending: 80, fen: 80 },
        { key: '13', points: 10, pending: 0, fen: 5 },
        { key: null, points: 7, pending: 0, fen: 3 },
      ],
    });
    const [sum] = await db.query<{ available: string; pending: string }>(
      'SELECT SUM(available) AS available, SUM(pending) AS pending FROM loyalty_points_account',
    );
    expect([liability.points, liability.pending]).toEqual([Number(sum!.available), Number(sum!.pending)]);
    await operations.expire.execute();
    expect((await operations.liability.execute()).points).toBe(298);
  });

  it('goes through many accounts a portion at a time and forgets none', async () => {
    const members = Array.from({ length: 4500 }, (_, i) => String(1000 + i));
    for (let i = 0; i < members.length; i += 500)
      await operations.earn(...members.slice(i, i + 500).map((memberId) => aPurchase({ memberId })));
    expect(await operations.liability.execute()).toMatchObject({ accounts: 4500, points: 4500 * 38 });
  });

  it('points are settled between where they were earned and where they were used; what came back counts against it', async () => {
    await buy('101', 300, '11', '2026-06-01T04:00:00Z');
    await buy('101', 100, '12', '2026-06-02T04:00:00Z');
    await buy('102', 50, '12', '2026-06-02T04:00:00Z');
    await spend('101', 350, '12');
    const first = uses;
    await spend('102', 20, '11');
    await spend('102', 30, null);
    await giveBack(first, 60);
    // 300 of store 11 and 50 of store 12 were used; the 60 that came back are the 50 of store 12 and 10 of store 11.
    expect(await operations.settlement.execute('2026-06-15', '2026-06-15')).toEqual({
      fenPer100Points: 50,
      points: 340,
      flows: [
        { from: '11', to: '12', points: 290 },
        { from: '12', to: null, points: 30 },
        { from: '12', to: '11', points: 20 },
      ],
      places: [
        { place: '12', own: 0, honoured: 290, issued: 50, net: 240, netFen: 120 },
        { place: null, own: 0, honoured: 30, issued: 0, net: 30, netFen: 15 },
        { place: '11', own: 0, honoured: 20, issued: 290, net: -270, netFen: -135 },
      ],
    });
  });

  it('a gift keeps its origin, and the period is the brand’s days', async () => {
    await operations.set({ transfers: { enabled: true, leastPoints: 1, dailyPoints: 1000, dailyTimes: 9 } });
    await buy('101', 100, '11', '2026-06-01T04:00:00Z');
    await buy('102', 0, '12', '2026-06-01T04:00:00Z');
    const gift = { fromMemberId: '101', toMemberId: '102', points: 100, idempotencyKey: aKey() };
    await operations.transfer.execute(gift);
    for (const at of [
      '2026-06-15T15:59:59.999Z',
      '2026-06-15T16:00:00Z',
      '2026-06-16T15:59:59.999Z',
      '2026-06-16T16:00:00Z',
    ])
      await spend('102', 10, '12', new Date(at));
    const flows = async (from: string, until: string) => (await operations.settlement.execute(from, until)).flows;
    expect(await flows('2026-06-15', '2026-06-15')).toEqual([{ from: '11', to: '12', points: 10 }]);
    expect(await flows('2026-06-16', '2026-06-16')).toEqual([{ from: '11', to: '12', points: 20 }]);
    expect(await flows('2026-06-15', '2026-06-17')).toEqual([{ from: '11', to: '12', points: 40 }]);
    expect(await flows('2026-07-01', '2026-07-31')).toEqual([]);
  });

  it('reads thousands of uses a portion at a time, also many of one moment, and counts each once', async () => {
    const members = Array.from({ length: 340 }, (_, i) => String(1000 + i));
    for (let i = 0; i < members.length; i += 170)
      await operations.earn(
        ...members.slice(i, i + 170).map((memberId) => aPurchase({ memberId, amountFen: 10_000, storeId: '11' })),
      );
    await operations.unitOfWork.run(async (tx) => {
      for (const memberId of members)
        for (const part of [1, 2, 3]) {
          uses += 1;
          const command = { memberId, points: part, storeId: '12', at: clock.now(), reference: `use-${uses}` };
          await operations.spend.execute(tx, { ...command, reason: '兑换', actor: MANAGER });
        }
    });
    const { points, flows } = await operations.settlement.execute('2026-06-15', '2026-06-15');
    expect({ points, flows }).toEqual({ points: 2040, flows: [{ from: '11', to: '12', points: 2040 }] });
  });
});
