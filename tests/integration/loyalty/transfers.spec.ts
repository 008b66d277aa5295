import type { TransferSettings } from '../../../libs/loyalty/src/rules/settings';
import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { provesAbsent } from '../../support/proves-absent';
import { UnguardedWriter, UnlockedAccounts } from './broken-twins';
import { aPurchase, fullRefund, MANAGER, violationsOf } from './loyalty-on';
import { aKey, aProgramme, type Operations, type OperationTwins, operationsOn } from './operations-on';

const OPEN: TransferSettings = { enabled: true, leastPoints: 1, dailyPoints: 100_000, dailyTimes: 100 };
const FRIENDS = Array.from({ length: 20 }, (_, i) => String(8001 + i));

describe('points given to another member', () => {
  const db = usePrivateDatabase('loyalty');
  const clock = new FixedClock();
  const reset = async (): Promise<void> => {
    clock.set('2026-06-15T04:00:00Z');
    await db.truncateAll();
  };
  beforeEach(reset);

  /** The giver has 100 points, the friends have accounts. */
  const brand = async (transfers: Partial<TransferSettings> = {}, twins: OperationTwins = {}): Promise<Operations> => {
    const operations = operationsOn(db.dataSource, clock, twins);
    await aProgramme(operations, { transfers: { ...OPEN, ...transfers } });
    await operations.earn(
      aPurchase({ amountFen: 10_000 }),
      ...FRIENDS.map((memberId) => aPurchase({ memberId, amountFen: 0 })),
    );
    return operations;
  };
  const give = (operations: Operations, points: number, toMemberId = '8001', idempotencyKey = aKey()) =>
    operations.transfer.execute({ fromMemberId: '7001', toMemberId, points, idempotencyKey });
  const balances = async (): Promise<Record<string, number>> =>
    Object.fromEntries(
      (
        await db.query<{ member_id: string; available: number }>(
          'SELECT member_id, available FROM loyalty_points_account WHERE available > 0 ORDER BY member_id',
        )
      ).map((row) => [row.member_id, row.available]),
    );

  it('L12 20 parallel gifts of 100 points from a balance of 100 give 100 points to one', async () => {
    const processes = async (twins: OperationTwins = {}): Promise<Operations[]> => {
      const all = [await brand({}, twins)];
      for (let i = 1; i < FRIENDS.length; i += 1) all.push(operationsOn(await db.another(1), clock, twins));
      return all;
    };
    await provesAbsent({
      reset,
      sound: () => processes(),
      broken: () => processes({ accounts: new UnlockedAccounts(), writer: (c) => new UnguardedWriter(c) }),
      scenario: async (all) => {
        const settled = await Promise.allSettled(all.map((operations, i) => give(operations, 100, FRIENDS[i]!)));
        const done = settled.filter(({ status }) => status === 'fulfilled').length;
        const sum = Object.values(await balances()).reduce((a, b) => a + b, 0);
        const refused = settled.flatMap((one) =>
          one.status === 'rejected' ? [one.reason.code ?? String(one.reason)] : [],
        );
        return [
          ...(done === 1 ? [] : [`${done} gifts went through`]),
          ...(sum === 100 ? [] : [`${sum} points there, 100 were`]),
          ...(refused.every((code) => code === 'PointsNotEnough') ? [] : [[...new Set(refused)].join(', ')]),
        ];
      },
    });
  });

  it('L13 a gift asked for again, and by two processes at once, is one gift; another amount under its key is refused', async () => {
    const operations = await brand();
    const other = operationsOn(await db.another(2), clock);
    const [a, b] = await Promise.all([
      give(operations, 40, '8001', 'gift-key-1'),
      give(other, 40, '8001', 'gift-key-1'),
    ]);
    expect(a).toEqual(b);
    expect(await give(operations, 40, '8001', 'gift-key-1')).toEqual(a);
    expect(a).toMatchObject({ points: 40, balanceAfter: 60 });
    await expect(give(operations, 41, '8001', 'gift-key-1')).rejects.toMatchObject({ code: 'IdempotencyKeyReused' });
    await expect(give(operations, 40, '8002', 'gift-key-1')).rejects.toMatchObject({ code: 'IdempotencyKeyReused' });
    expect(await balances()).toEqual({ '7001': 60, '8001': 40 });
  });

  it('members who give to each other at once neither lock up nor lose a point', async () => {
    const operations = await brand();
    const other = operationsOn(await db.another(4), clock);
    await operations.earn(aPurchase({ memberId: '8001', amountFen: 10_000 }));
    const back = (of: Operations) =>
      of.transfer.execute({ fromMemberId: '8001', toMemberId: '7001', points: 7, idempotencyKey: aKey() });
    const all = Array.from({ length: 10 }, (_, i) => (i % 2 ? give(operations, 5) : back(other)));
    expect((await Promise.allSettled(all)).every(({ status }) => status === 'fulfilled')).toBe(true);
    expect(await balances()).toEqual({ '7001': 100 - 25 + 35, '8001': 100 + 25 - 35 });
    expect(await violationsOf(operations)).toEqual([]);
  });

  it('each lot keeps its end and the store where it was earned; the one that ends first goes first', async () => {
    const operations = await brand();
    await operations.earn(
      aPurchase({ amountFen: 3000, occurredAt: new Date('2026-01-10T04:00:00Z'), storeId: '12' }),
      aPurchase({ amountFen: 2000, occurredAt: new Date('2026-01-10T09:00:00Z'), storeId: '12' }),
    );
    await give(operations, 70);
    const lots = await db.query('SELECT earned, expires_at, store_id FROM loyalty_lot WHERE member_id = 8001');
    expect(lots).toEqual([
      { earned: 50, expires_at: new Date('2027-01-10T16:00:00Z'), store_id: '12' },
      { earned: 20, expires_at: new Date('2027-06-15T16:00:00Z'), store_id: '11' },
    ]);
    const entries = await db.query(
      "SELECT member_id, kind, points, balance_after, reference FROM loyalty_entry WHERE kind LIKE 'transfer%' ORDER BY id",
    );
    const [transfer] = await db.query<{ transfer_id: string; day: string }>('SELECT * FROM loyalty_transfer');
    const reference = `transfer:${transfer!.transfer_id}`;
    expect(entries).toEqual([
      { member_id: '7001', kind: 'transfer-out', points: -70, balance_after: 80, reference },
      { member_id: '8001', kind: 'transfer-in', points: 70, balance_after: 70, reference },
    ]);
    clock.set('2027-01-10T16:00:00Z');
    await operations.expire.execute();
    expect(await balances()).toEqual({ '7001': 80, '8001': 20 });
    expect(await violationsOf(operations)).toEqual([]);
  });

  it('makes no point live longer where points live with activity', async () => {
    const operations = await brand();
    await operations.set({ expiry: { kind: 'inactivity', months: 12 } });
    await operations.earn(aPurchase({ memberId: '7003', amountFen: 10_000 }));
    clock.set('2027-06-01T04:00:00Z');
    await operations.earn(aPurchase({ memberId: '8001', amountFen: 1000, occurredAt: clock.now() }));
    const gift = { fromMemberId: '7003', toMemberId: '8001', points: 100, idempotencyKey: aKey() };
    await operations.transfer.execute(gift);
    expect(await operations.expiring.execute('8001', 400)).toEqual([
      { points: 100, expiresAt: new Date('2027-06-15T16:00:00Z') },
      { points: 10, expiresAt: new Date('2028-06-01T16:00:00Z') },
    ]);
  });

  it('pays the debt of the receiver first, and says so', async () => {
    const operations = await brand();
    const bought = aPurchase({ memberId: '8001', amountFen: 5000 });
    await operations.earn(bought);
    const spending = { memberId: '8001', points: 50, reference: 'o1', reason: '兑换', at: clock.now(), actor: MANAGER };
    await operations.unitOfWork.run((tx) => operations.spend.execute(tx, spending));
    await operations.unitOfWork.run((tx) => operations.clawBack.execute(tx, fullRefund(bought, 'r1', clock.now())));
    await give(operations, 80);
    expect(await balances()).toEqual({ '7001': 20, '8001': 30 });
    const [entry] = await db.query<{ trace: string }>("SELECT trace FROM loyalty_entry WHERE kind = 'transfer-in'");
    expect(JSON.parse(entry!.trace).why).toEqual(['好友转赠 80 分，到期日与原来相同', '其中 50 分先抵扣欠分']);
    expect(await violationsOf(operations)).toEqual([]);
  });

  it.each([
    ['while the brand has not opened them', { enabled: false }, 10, 'TransfersOff'],
    ['below the least', { leastPoints: 10 }, 9, 'TransferTooSmall'],
    ['above what a day may give', { dailyPoints: 60 }, 61, 'TransferTooMuch'],
    ['above the balance', {}, 101, 'PointsNotEnough'],
    ['of nothing', {}, 0, 'PointsNotPositive'],
    ['below nothing', {}, -5, 'PointsNotPositive'],
    ['of a part of a point', {}, 1.5, 'PointsNotPositive'],
    ['of more than numbers hold', {}, 1e300, 'PointsNotPositive'],
  ])('L16 refuses a gift %s', async (_, settings, points, code) => {
    const operations = await brand(settings);
    await expect(give(operations, points)).rejects.toMatchObject({ code });
    expect(await balances()).toEqual({ '7001': 100 });
  });

  it('refuses oneself, strangers and closed accounts; who has left gives nothing either', async () => {
    const operations = await brand();
    await expect(give(operations, 10, '7001')).rejects.toMatchObject({ code: 'TransferToOneself' });
    await expect(give(operations, 10, '999999')).rejects.toMatchObject({ code: 'TransferRecipientMissing' });
    const leave = (memberId: string) =>
      operations.unitOfWork.run((tx) => operations.close.execute(tx, [{ memberId, at: clock.now() }]));
    await leave('8001');
    await expect(give(operations, 10)).rejects.toMatchObject({ code: 'TransferRecipientMissing' });
    await leave('7001');
    await expect(give(operations, 10, '8002')).rejects.toMatchObject({ code: 'AccountClosed' });
  });

  it('the limits of a day are exact in parallel, and begin anew at midnight of the brand', async () => {
    const operations = await brand({ dailyPoints: 30, dailyTimes: 100 });
    const other = operationsOn(await db.another(4), clock);
    const gifts = (points: number) =>
      Promise.allSettled(FRIENDS.map((friend, i) => give(i % 2 ? operations : other, points, friend)));
    const given = async () => 100 - ((await balances())['7001'] ?? 0);
    clock.set('2026-06-15T15:59:59.999Z');
    await gifts(7);
    expect(await given()).toBe(28);
    clock.set('2026-06-15T16:00:00.000Z');
    await gifts(10);
    expect(await given()).toBe(58);
    expect(await operations.transfers.terms('7001')).toMatchObject({ pointsLeftToday: 0, timesLeftToday: 97 });
    await operations.set({ transfers: { ...OPEN, dailyTimes: 4 } });
    await gifts(1);
    expect(await given()).toBe(59);
    const history = await operations.transfers.before('7001', null, 50);
    expect(history).toHaveLength(8);
    expect(history.every(({ direction }) => direction === 'out')).toBe(true);
    // Which friends won is open, and one friend may have won more than once.
    const friend = history[0]!.otherMemberId;
    const received = await operations.transfers.before(friend, null, 50);
    expect(received.map(({ direction }) => direction)).toEqual(
      history.filter(({ otherMemberId }) => otherMemberId === friend).map(() => 'in'),
    );
  });
});
