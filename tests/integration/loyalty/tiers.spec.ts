import type { Tx } from '@fanloop/platform';
import type { Account } from '../../../libs/loyalty/src/rules/ledger/account';
import { AccountRepository, type Opening } from '../../../libs/loyalty/src/store/account.repository';
import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { provesAbsent } from '../../support/proves-absent';
import { aPurchase, aRule, fullRefund, type Loyalty, loyaltyOn, MANAGER, type Twins, violationsOf } from './loyalty-on';

/** Opens an account anew with each order, tier and all. */
class ForgetfulOpening extends AccountRepository {
  override async lockOrOpen(tx: Tx, openings: ReadonlyMap<string, Opening>): Promise<Map<string, Account>> {
    for (const [memberId, { tierCode, day }] of openings)
      await tx.execute(
        `UPDATE loyalty_points_account SET tier_code = ?, tier_earned = ?, tier_until = NULL, tier_day = ? WHERE member_id = ?`,
        [tierCode, tierCode, day, memberId],
      );
    return super.lockOrOpen(tx, openings);
  }
}

describe('tiers', () => {
  const db = usePrivateDatabase('loyalty');
  const clock = new FixedClock('2026-06-15T04:00:00Z');
  const reset = async (): Promise<void> => {
    clock.set('2026-06-15T04:00:00Z');
    await db.truncateAll();
  };
  beforeEach(reset);

  const installed = async (twins: Twins = {}): Promise<Loyalty> => {
    const loyalty = loyaltyOn(db.dataSource, clock, twins);
    await loyalty.install.execute({ rules: [aRule] });
    return loyalty;
  };
  const buy = (loyalty: Loyalty, yuan: number, at: Date | string = clock.now(), memberId = '7001') =>
    loyalty.earn(aPurchase({ memberId, amountFen: yuan * 100, occurredAt: new Date(at) }));
  const spend = (loyalty: Loyalty, points: number) =>
    loyalty.unitOfWork.run((tx) =>
      loyalty.spend.execute(tx, {
        memberId: '7001',
        points,
        reference: `order-${points}`,
        reason: '兑换',
        at: clock.now(),
        actor: MANAGER,
      }),
    );
  const night = (loyalty: Loyalty, day: string) => {
    clock.set(`${day}T16:20:00Z`);
    return loyalty.reassess.execute();
  };
  const tierOf = async (loyalty: Loyalty, memberId = '7001') => (await loyalty.standing.execute(memberId)).code;
  const told = async (memberId = '7001'): Promise<string[]> => {
    const rows = await db.query<{ kind: string; from_code: string; to_code: string; at: Date }>(
      'SELECT kind, from_code, to_code, at FROM loyalty_tier_change WHERE member_id = ? ORDER BY id',
      [memberId],
    );
    return rows.map((row) => `${row.at.toISOString().slice(0, 16)} ${row.kind} ${row.from_code}>${row.to_code}`);
  };

  it('L9 a return restores tier progress and tier, in one part or in many', async () => {
    const steady = async (loyalty: Loyalty): Promise<Loyalty> => ({
      ...loyalty,
      // Points are taken back, progress is forgotten.
      clawBack: {
        execute: async (tx: Tx, command: Parameters<Loyalty['clawBack']['execute']>[1]) => {
          const days = await db.query('SELECT day, tier_points FROM loyalty_member_day');
          const [tier = {}] = await db.query(
            'SELECT tier_code, tier_earned, tier_until, tier_judgements, tier_check_on FROM loyalty_points_account',
          );
          const done = await loyalty.clawBack.execute(tx, command);
          for (const { day, tier_points } of days)
            await tx.execute('UPDATE loyalty_member_day SET tier_points = ? WHERE day = ?', [tier_points, day]);
          for (const [column, value] of Object.entries(tier))
            await tx.execute(`UPDATE loyalty_points_account SET ${column} = ?`, [value]);
          return done;
        },
      } as unknown as Loyalty['clawBack'],
    });
    await provesAbsent({
      reset,
      sound: () => installed(),
      broken: async () => steady(await installed()),
      scenario: async (loyalty) => {
        await buy(loyalty, 300, '2026-05-01T04:00:00Z');
        const before = await db.query('SELECT * FROM loyalty_points_account');
        const purchase = aPurchase({ amountFen: 250_000 });
        await loyalty.earn(purchase);
        const lifted = await tierOf(loyalty);
        for (const [i, part] of [100_000, 1, 149_999].entries()) {
          const refundedBefore = [0, 100_000, 100_001][i]!;
          const [line] = fullRefund(purchase, '', clock.now()).lines;
          await loyalty.unitOfWork.run((tx) =>
            loyalty.clawBack.execute(tx, {
              ...fullRefund(purchase, `r${i}`, clock.now()),
              lines: [
                {
                  ...line!,
                  refundedBefore: { amountFen: refundedBefore, quantity: 0 },
                  refundedAfter: { amountFen: refundedBefore + part, quantity: i === 2 ? 1 : 0 },
                },
              ],
            }),
          );
        }
        const after = await db.query('SELECT * FROM loyalty_points_account');
        const tiersOf = ([row]: Record<string, unknown>[]) =>
          JSON.stringify(['tier_code', 'tier_earned', 'tier_until', 'tier_judgements'].map((column) => row?.[column]));
        const { code, qualifying } = await loyalty.standing.execute('7001');
        return [
          ...(lifted === 'gold-leaf' ? [] : [`${lifted} after buying for ¥2,500`]),
          ...(code === 'silver-leaf' && qualifying === 300 ? [] : [`${code} with ${qualifying} after the return`]),
          ...(tiersOf(after) === tiersOf(before) ? [] : [`${tiersOf(after)} instead of ${tiersOf(before)}`]),
        ];
      },
    });
  });

  it('L10 spending points never costs a tier, today or at the window’s end', async () => {
    const byBalance = async (loyalty: Loyalty): Promise<Loyalty> => ({
      ...loyalty,
      spend: {
        execute: async (tx: Tx, command: Parameters<Loyalty['spend']['execute']>[1]) => {
          await tx.execute('UPDATE loyalty_member_day SET tier_points = tier_points - ? WHERE day = ?', [
            command.points,
            '2027-01-10',
          ]);
          return loyalty.spend.execute(tx, command);
        },
      } as unknown as Loyalty['spend'],
    });
    await provesAbsent({
      reset,
      sound: () => installed(),
      broken: async () => byBalance(await installed()),
      scenario: async (loyalty) => {
        await buy(loyalty, 2000);
        clock.set('2027-01-10T04:00:00Z');
        await buy(loyalty, 1600);
        await spend(loyalty, 3500);
        const spent = await tierOf(loyalty);
        await night(loyalty, '2027-06-15');
        const kept = await tierOf(loyalty);
        return [spent, kept].filter((code) => code !== 'gold-leaf').map((code) => `${code} after spending`);
      },
    });
  });

  it('L11 placing an order keeps the tier, and a member has one account however many orders come first', async () => {
    await provesAbsent({
      reset,
      sound: () => installed(),
      broken: () => installed({ accounts: new ForgetfulOpening() }),
      scenario: async (loyalty) => {
        await Promise.all([1, 2, 3, 4].map(() => buy(loyalty, 500)));
        const [{ n, seq } = { n: 0, seq: 0 }] = await db.query<{ n: number; seq: number }>(
          'SELECT COUNT(*) AS n, MAX(seq) AS seq FROM loyalty_points_account WHERE member_id = 7001',
        );
        const reached = await tierOf(loyalty);
        // The last day of the window, on which nothing of that day counts any more.
        clock.set('2027-06-15T04:00:00Z');
        await buy(loyalty, 1);
        const kept = await tierOf(loyalty);
        return [
          ...(Number(n) === 1 && seq === 4 ? [] : [`${n} accounts, ${seq} entries`]),
          ...[reached, kept].filter((code) => code !== 'gold-leaf').map((code) => `${code} with ¥2,000 bought`),
        ];
      },
    });
  });

  it('T14 a window is lived through: kept, warned, lost by one step, each with its day and its cause', async () => {
    const loyalty = await installed();
    await buy(loyalty, 8000);
    expect(await night(loyalty, '2027-06-14')).toEqual({ members: 0, changed: 0 });
    clock.set('2027-06-01T04:00:00Z');
    await buy(loyalty, 2000);
    expect(await night(loyalty, '2027-06-15')).toEqual({ members: 1, changed: 1 });
    expect(await loyalty.standing.execute('7001')).toMatchObject({
      code: 'rock-tea',
      keep: { counted: 2000, missing: 4000, graceUntil: '2027-07-15', keptUntil: '2028-07-15' },
    });
    expect(await night(loyalty, '2027-07-15')).toEqual({ members: 1, changed: 1 });
    expect(await told()).toEqual([
      '2026-06-15T04:00 rise silver-leaf>rock-tea',
      '2027-06-15T16:00 grace rock-tea>rock-tea',
      '2027-07-15T16:00 down rock-tea>gold-leaf',
    ]);
    expect((await loyalty.tierHistory.execute('7001', 1))[0]).toMatchObject({
      from: '岩茶',
      to: '金叶',
      why: '保级期满，本期 2,000 成长值，未达 6,000 成长值，岩茶降一级',
    });
    const events = await db.query<{ name: string; payload: object }>(
      "SELECT name, payload FROM platform_outbox WHERE name LIKE 'loyalty.tier%' ORDER BY id",
    );
    expect(events.map(({ name, payload }) => [name, payload])).toEqual([
      ['loyalty.tier-changed.v1', expect.objectContaining({ from: 'silver-leaf', to: 'rock-tea' })],
      [
        'loyalty.tier-at-risk.v1',
        { memberId: '7001', tier: 'rock-tea', until: '2027-07-15', missing: 4000, at: '2027-06-15T16:00:00.000Z' },
      ],
      ['loyalty.tier-changed.v1', expect.objectContaining({ from: 'rock-tea', to: 'gold-leaf', cause: 'window' })],
    ]);
    expect(await violationsOf(loyalty)).toEqual([]);
  });

  it('a purchase moves the windows on when no sweep came, and is judged by the tier of its own day', async () => {
    const loyalty = loyaltyOn(db.dataSource, clock);
    await loyalty.install.execute();
    await buy(loyalty, 2000);
    clock.set('2029-06-15T04:00:00Z');
    const [late] = await buy(loyalty, 10);
    expect(late).toMatchObject({ points: 10, tier: { code: 'silver-leaf' }, tierChanged: false });
    // Told only now, but bought while the member was gold: ×1.5, as the till would have given then.
    const [past] = await buy(loyalty, 100, '2026-12-01T04:00:00Z');
    expect(past!.why).toContain('金叶 ×1.5：100 → 150 分');
    expect(await told()).toEqual([
      '2026-06-15T04:00 rise silver-leaf>gold-leaf',
      '2027-06-15T16:00 down gold-leaf>silver-leaf',
    ]);
  });

  it('counts what the brand chose: net spend, or visits, in calendar or membership years', async () => {
    const loyalty = await installed();
    const choose = async (basis: 'net-spend' | 'visits', kind: 'calendar-year' | 'membership-year', at: number[]) => {
      const { items, version } = await loyalty.tiers.execute();
      const tiers = items.map(({ members: _, ...tier }, i) => ({
        ...tier,
        enterAt: at[i]!,
        keepAt: at[i]!,
        leaveAt: 0,
      }));
      const settings = { basis, window: { kind }, graceDays: 0 };
      await loyalty.changeTiers.execute({ tiers, settings, version, moves: {}, actor: MANAGER });
    };
    await choose('net-spend', 'calendar-year', [0, 100_000, 300_000]);
    const purchase = aPurchase({ amountFen: 99_999 });
    await loyalty.earn(purchase);
    expect(await loyalty.standing.execute('7001')).toMatchObject({
      code: 'silver-leaf',
      qualifyingText: '净消费 ¥999.99',
      windowFrom: '2026-01-01',
      next: { missing: 1, hint: '再消费 ¥0.01 升级金叶' },
    });
    await buy(loyalty, 1);
    expect(await tierOf(loyalty)).toBe('gold-leaf');
    await choose('visits', 'membership-year', [0, 3, 5]);
    await loyalty.recheck.execute();
    expect(await loyalty.standing.execute('7001')).toMatchObject({
      code: 'gold-leaf',
      qualifying: 2,
      windowFrom: '2026-06-15',
      next: { code: 'rock-tea', hint: '再消费 3 次升级岩茶' },
    });
    for (const yuan of [1, 2, 3]) await buy(loyalty, yuan);
    expect(await tierOf(loyalty)).toBe('rock-tea');
    await loyalty.unitOfWork.run((tx) => loyalty.clawBack.execute(tx, fullRefund(purchase, 'r1', clock.now())));
    expect(await tierOf(loyalty)).toBe('gold-leaf');
  });
});
