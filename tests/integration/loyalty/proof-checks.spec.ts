import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { aPurchase, MANAGER, violationsOf } from './loyalty-on';
import { aProgramme, type Operations, operationsOn } from './operations-on';

describe('the proof of one account, check by check', () => {
  const db = usePrivateDatabase('loyalty');
  const clock = new FixedClock();
  let operations: Operations;
  beforeEach(async () => {
    clock.set('2026-06-15T04:00:00Z');
    operations = operationsOn(db.dataSource, clock);
    await aProgramme(operations, { pendingDays: 7 });
    // Every kind of movement: 100 pending, usable, partly spent, partly back, dead.
    await operations.earn(aPurchase({ memberId: '7000' }), aPurchase({ amountFen: 10_000 }));
    clock.set('2026-07-15T04:00:00Z');
    const spending = { memberId: '7001', points: 60, reference: 'o1', reason: '兑换', at: clock.now(), actor: MANAGER };
    await operations.unitOfWork.run((tx) => operations.spend.execute(tx, spending));
    const back = {
      reference: 'o1',
      part: { returnId: 'a', points: 10 },
      reason: '取消',
      at: clock.now(),
      actor: MANAGER,
    };
    await operations.unitOfWork.run((tx) => operations.giveBack.execute(tx, back));
    clock.set('2027-07-15T04:00:00Z');
    await operations.expire.execute();
    await operations.earn(aPurchase({ amountFen: 2000, occurredAt: clock.now() }));
  });

  const bad = async () => {
    const proof = await operations.prove.checks('7001');
    return proof!.checks.flatMap(({ check, badRow }) =>
      badRow ? [`${check}: ${badRow.table} ${badRow.number}: ${badRow.problem}`] : [],
    );
  };

  it('holds after every kind of movement; an unknown member has no account to prove', async () => {
    expect(await bad()).toEqual([]);
    expect((await operations.prove.checks('7001'))!.entries).toBe(6);
    expect(await operations.prove.checks('999')).toBeNull();
    expect(await violationsOf(operations)).toEqual([]);
  });

  it.each([
    [
      'UPDATE loyalty_lot SET expired = 40 WHERE lot_no = 1',
      ['lots: loyalty_lot 1: expired is 40, the entries let 50 die'],
    ],
    [
      'UPDATE loyalty_lot SET pending = 0 WHERE lot_no = 2',
      [
        'lots: loyalty_lot 2: pending is 0, the entries leave 20',
        'pending: loyalty_points_account null: pending is 20, the lots hold 0, the entries add up to 20',
      ],
    ],
    ['DELETE FROM loyalty_lot WHERE lot_no = 1', ['lots: loyalty_lot 1: the lot is missing']],
    [
      'UPDATE loyalty_entry SET pending = pending + 5 WHERE seq = 1',
      [
        'chain: loyalty_entry 1: the entry was changed: its hash does not fit its content',
        'pending: loyalty_points_account null: pending is 20, the lots hold 20, the entries add up to 25',
        'traces: loyalty_entry 1: its trace does not give it: points: 105 in the entry, 100 recomputed',
      ],
    ],
    [
      'UPDATE loyalty_entry SET balance_after = 1 WHERE seq = 3',
      [
        'chain: loyalty_entry 3: the entry was changed: its hash does not fit its content',
        'balances: loyalty_entry 3: balance_after is 1, the entries add up to 40',
      ],
    ],
    [
      'UPDATE loyalty_points_account SET available = 3, debt = 3 WHERE 1 = 1',
      [
        'account: loyalty_points_account null: available 3 and debt 3 are both above zero',
        'available: loyalty_points_account null: available is 3, the lots hold 0',
      ],
    ],
    [
      'UPDATE loyalty_points_account SET seq = 9 WHERE 1 = 1',
      ['account: loyalty_points_account null: seq is 9, there are 6 entries'],
    ],
  ])('says which check fails and where after %s', async (tampering, named) => {
    await db.query(`${tampering} AND member_id = 7001`);
    expect(await bad()).toEqual(named);
    // The proof of all names one of them, of this member and no other.
    expect((await violationsOf(operations))[0]).toContain(' 7001 ');
  });
});
