import type { DataSource } from 'typeorm';
import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { provesAbsent, unlike } from '../../support/proves-absent';
import { ForgetfulJournal, UnguardedWriter, UnlockedAccounts, UnlockedBudgets } from './broken-twins';
import { aPurchase, aRule, type Loyalty, loyaltyOn, MANAGER, type Twins, violationsOf } from './loyalty-on';

const CALLERS = 4;
const MEMBERS = ['101', '102', '103', '104', '105', '106'];
const MOMENT = new Date('2026-06-15T04:00:00Z');

describe('points under parallel changes', () => {
  const db = usePrivateDatabase('loyalty');
  const clock = new FixedClock(MOMENT);
  const reset = (): Promise<void> => db.truncateAll();

  /** Opened once, for all attempts of all races. */
  const sources: DataSource[] = [];
  /** Several processes: each caller has a loyalty of its own on connections of its own. */
  const processes = async (twins: Twins = {}): Promise<Loyalty[]> => {
    const first = loyaltyOn(db.dataSource, clock, twins);
    await first.install.execute({ rules: [aRule] });
    while (sources.length < CALLERS - 1) sources.push(await db.another(4));
    return [first, ...sources.map((source) => loyaltyOn(source, clock, twins))];
  };
  const broken = () => processes({ accounts: new UnlockedAccounts(), writer: (c) => new UnguardedWriter(c) });

  /** Each process does the deed for every member, all at once; refusals are part of the game. */
  const together = (all: Loyalty[], deed: (loyalty: Loyalty, memberId: string, caller: number) => Promise<unknown>) =>
    Promise.allSettled(all.flatMap((loyalty, caller) => MEMBERS.map((memberId) => deed(loyalty, memberId, caller))));

  const fill = (loyalty: Loyalty, amountFen = 10_000) =>
    loyalty.earn(...MEMBERS.map((memberId) => aPurchase({ memberId, amountFen })));

  const spend = (loyalty: Loyalty, memberId: string, points: number, reference: string) =>
    loyalty.unitOfWork.run((tx) =>
      loyalty.spend.execute(tx, { memberId, points, reference, reason: '兑换', at: MOMENT, actor: MANAGER }),
    );

  const sums = () =>
    db.query<{ member_id: string; points: string; available: number }>(
      `SELECT a.member_id, SUM(e.points) AS points, MAX(a.available) AS available FROM loyalty_points_account a
         JOIN loyalty_entry e ON e.member_id = a.member_id GROUP BY a.member_id`,
    );

  it('L2 two orders priced at the same moment never spend the same points', async () => {
    await provesAbsent({
      reset,
      sound: () => processes(),
      broken,
      scenario: async (all) => {
        await fill(all[0]!);
        await together(all, (loyalty, memberId, caller) => spend(loyalty, memberId, 60, `order-${memberId}-${caller}`));
        return (await sums())
          .filter((row) => Number(row.points) !== 40)
          .map((row) => `${row.member_id}: ${row.points} left of 100`);
      },
    });
  });

  it('L3 parallel earnings and spendings lose no update', async () => {
    await provesAbsent({
      reset,
      sound: () => processes(),
      broken,
      scenario: async (all) => {
        await fill(all[0]!);
        const settled = await together(all, (loyalty, memberId, caller) =>
          caller % 2 === 0
            ? loyalty.earn(aPurchase({ memberId, amountFen: 1000 }))
            : spend(loyalty, memberId, 7, `order-${memberId}-${caller}`),
        );
        const failed = settled.filter(({ status }) => status === 'rejected').length;
        const wrong = (await sums()).filter((row) => row.available !== 106 || Number(row.points) !== 106);
        return [
          ...wrong.map((row) => `${row.member_id}: ${row.available} stored, ${row.points} in the journal`),
          ...(failed ? [`${failed} failed`] : []),
        ];
      },
    });
  });

  it('L4 the balance after each entry continues the one before', async () => {
    await provesAbsent({
      reset,
      sound: () => processes(),
      broken,
      scenario: async (all) => {
        await together(all, (loyalty, memberId) => loyalty.earn(aPurchase({ memberId, amountFen: 1000 })));
        const rows = await db.query<{ member_id: string; points: number; balance_after: number }>(
          'SELECT member_id, points, balance_after FROM loyalty_entry ORDER BY member_id, seq',
        );
        const balances = new Map<string, number>();
        return rows.flatMap((row) => {
          const expected = (balances.get(row.member_id) ?? 0) + row.points;
          balances.set(row.member_id, expected);
          return row.balance_after === expected ? [] : [`${row.member_id}: ${row.balance_after} after ${expected}`];
        });
      },
    });
  });

  it('L5 L18 parallel purchases of one day never pass the cap of the day', async () => {
    const draft = { ...aRule, caps: { ...aRule.caps, perDay: 50 } };
    const capped = async (make: () => Promise<Loyalty[]>) => {
      const all = await make();
      const [first] = all;
      await first!.reviseRule.execute({ ruleId: await ruleId(), draft, actor: MANAGER });
      return all;
    };
    const ruleId = async () => (await db.query<{ id: string }>('SELECT id FROM loyalty_rule'))[0]!.id;
    await provesAbsent({
      reset,
      sound: () => capped(() => processes()),
      broken: () => capped(broken),
      scenario: async (all) => {
        await fill(all[0]!, 1000);
        await together(all, (loyalty, memberId) => loyalty.earn(aPurchase({ memberId, amountFen: 3000 })));
        return (await sums())
          .filter((row) => Number(row.points) !== 50)
          .map((row) => `${row.member_id}: ${row.points} of 50`);
      },
    });
  });

  it('L18 parallel purchases of separate members never pass the budget of a rule, in all or in a store', async () => {
    const budgeted = async (twins: Twins = {}) => {
      const all = await processes(twins);
      const [rule] = await db.query<{ id: string }>('SELECT id FROM loyalty_rule');
      const draft = { ...aRule, budget: { unit: 'points', total: 200, perStore: 90 } } as const;
      await all[0]!.reviseRule.execute({ ruleId: rule!.id, draft, actor: MANAGER });
      return all;
    };
    await provesAbsent({
      reset,
      sound: () => budgeted(),
      broken: () => budgeted({ opening: UnlockedBudgets }),
      scenario: async (all) => {
        await together(all, (loyalty, memberId, caller) =>
          loyalty.earn(aPurchase({ memberId, storeId: String(11 + (caller % 3)) })),
        );
        const stores = await db.query<{ points: string }>(
          'SELECT SUM(points) AS points FROM loyalty_entry GROUP BY store_id',
        );
        const given = stores.map(({ points }) => Number(points));
        const counted = await db.query<{ used: string }>('SELECT used FROM loyalty_budget_use WHERE store_id = 0');
        return [
          ...given.filter((points) => points > 90).map((points) => `${points} of 90 in a store`),
          ...unlike(
            given.reduce((a, b) => a + b, 0),
            200,
          ),
          ...unlike(
            counted.map(({ used }) => Number(used)),
            [200],
          ),
        ];
      },
    });
  });

  it('L13 one purchase delivered to every process at once pays once, and all get the same answer', async () => {
    await provesAbsent({
      reset,
      sound: () => processes(),
      broken: () => processes({ journal: new ForgetfulJournal() }),
      scenario: async (all) => {
        const purchases = MEMBERS.map((memberId) => aPurchase({ memberId }));
        const answers = await Promise.allSettled([...all, ...all].map((loyalty) => loyalty.earn(...purchases)));
        const said = answers.map((answer) =>
          answer.status === 'rejected'
            ? 'failed'
            : JSON.stringify(answer.value.map(({ duplicate: _, ...result }) => result)),
        );
        const different = new Set(said).size - 1;
        const paid = (await sums())
          .filter((row) => Number(row.points) !== 38)
          .map((row) => `${row.member_id}: ${row.points}`);
        return [...paid, ...(different ? [`${different} other answers`] : [])];
      },
    });
  });

  it('L13 a spending asked for twice is one spending; another amount under its reference is refused', async () => {
    const [first, second] = await processes();
    await fill(first!);
    const answers = await Promise.all([spend(first!, '101', 60, 'order-1'), spend(second!, '101', 60, 'order-1')]);
    expect(answers.map(({ points, balanceAfter }) => [points, balanceAfter])).toEqual([
      [-60, 40],
      [-60, 40],
    ]);
    await expect(spend(first!, '101', 61, 'order-1')).rejects.toMatchObject({ code: 'ReferenceReused' });
    await expect(spend(first!, '102', 60, 'order-1')).rejects.toMatchObject({ code: 'ReferenceReused' });
  });

  it('L17 parallel returns of one spending give its points back once', async () => {
    await provesAbsent({
      reset,
      sound: () => processes(),
      broken,
      scenario: async (all) => {
        await fill(all[0]!);
        for (const memberId of MEMBERS) await spend(all[0]!, memberId, 60, `order-${memberId}`);
        const command = { reason: '取消', at: MOMENT, actor: MANAGER };
        const settled = await together(all, (loyalty, memberId) =>
          loyalty.unitOfWork.run((tx) => loyalty.giveBack.execute(tx, { ...command, reference: `order-${memberId}` })),
        );
        const stand = (await sums()).map((row) => [Number(row.points), row.available]);
        return [
          ...settled.filter(({ status }) => status === 'rejected').map(() => 'a return was refused'),
          ...unlike(
            stand,
            MEMBERS.map(() => [100, 100]),
          ),
          ...(await violationsOf(all[0]!)),
        ];
      },
    });
  });

  it('stays provable while everything happens at once', async () => {
    const all = await processes();
    await fill(all[0]!);
    await together(all, async (loyalty, memberId, caller) => {
      await loyalty.earn(aPurchase({ memberId }), aPurchase({ memberId: MEMBERS[caller]! }));
      await spend(loyalty, memberId, 30, `order-${memberId}-${caller}`);
      await loyalty.prove.execute();
      return loyalty.expire.execute({ now: new Date('2027-07-01T00:00:00Z') });
    });
    expect(await violationsOf(all[0]!)).toEqual([]);
  });
});
