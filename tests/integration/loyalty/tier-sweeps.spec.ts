import type { Tx } from '@fanloop/platform';
import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { provesAbsent } from '../../support/proves-absent';
import { UnlockedAccounts } from './broken-twins';
import { aPurchase, aRule, type Loyalty, loyaltyOn, type Twins, violationsOf } from './loyalty-on';
import { type SeedMember, seededRandom, seedMembers } from './tier-seeds';

/** Windows end on many days; some keep, some get a grace, some go down. */
const crowd = (count: number): SeedMember[] => {
  const random = seededRandom(7);
  return Array.from({ length: count }, (_, i) => {
    const day = 10 + random(20);
    return {
      memberId: String(1000 + i),
      tier: i % 3 === 0 ? 'rock-tea' : 'gold-leaf',
      from: '2026-06-16',
      until: `2027-05-${day}`,
      days: [
        ['2026-09-01', random(1600)],
        ['2027-02-01', random(6000)],
        [`2027-05-${day}`, random(900)],
      ],
    };
  });
};

describe('the sweeps of tiers', () => {
  const db = usePrivateDatabase('loyalty');
  const clock = new FixedClock();
  const reset = async (): Promise<void> => {
    clock.set('2027-05-01T16:20:00Z');
    await db.truncateAll();
  };
  beforeEach(reset);

  const installed = async (twins: Twins = {}, members = crowd(30)): Promise<Loyalty> => {
    const loyalty = loyaltyOn(db.dataSource, clock, twins);
    await loyalty.install.execute({ rules: [aRule] });
    await seedMembers(db, members);
    return loyalty;
  };
  const standing = () =>
    db.query(
      `SELECT member_id, tier_code, tier_earned, tier_from, tier_until, tier_grace_until, tier_check_on
         FROM loyalty_points_account ORDER BY member_id`,
    );
  const history = () =>
    db.query('SELECT member_id, kind, from_code, to_code, why, at FROM loyalty_tier_change ORDER BY member_id, id');

  it('a sweep that comes three years late gives what one each night gives', async () => {
    const nightly = await installed();
    for (let night = 0; night < 1100; night += 1) {
      clock.advance({ days: 1 });
      await nightly.reassess.execute();
    }
    const expected = { standing: await standing(), history: await history() };
    expect(expected.history.length).toBeGreaterThan(60);
    await reset();
    const late = await installed();
    clock.advance({ days: 1100 });
    await late.reassess.execute();
    expect({ standing: await standing(), history: await history() }).toEqual(expected);
  }, 120_000);

  it('is killed half way, goes on where it was, and says everything once', async () => {
    const members = crowd(450);
    const loyalty = await installed({}, members);
    clock.set('2027-06-05T16:20:00Z');
    const { run } = loyalty.unitOfWork;
    let transactions = 0;
    const dying = jest.spyOn(loyalty.unitOfWork, 'run').mockImplementation((work) => {
      transactions += 1;
      // The second transaction has written everything and dies before its end.
      return run.call(loyalty.unitOfWork, async (tx: Tx) => {
        const done = await work(tx);
        if (transactions === 2) throw new Error('killed');
        return done;
      }) as ReturnType<typeof run>;
    });
    await expect(loyalty.reassess.execute()).rejects.toThrow('killed');
    dying.mockRestore();
    const afterKill = await history();
    expect(afterKill).toHaveLength(200);
    expect(await loyalty.reassess.execute()).toMatchObject({ members: 250 });
    expect(await loyalty.reassess.execute()).toEqual({ members: 0, changed: 0 });
    const [{ n } = { n: 0 }] = await db.query<{ n: number }>(
      'SELECT COUNT(*) AS n FROM loyalty_tier_change GROUP BY member_id ORDER BY n DESC LIMIT 1',
    );
    expect(Number(n)).toBe(1);
    expect(await history()).toHaveLength(450);
  });

  it('two sweeps at once, and purchases between them, move each tier once', async () => {
    const both = async (twins: Twins): Promise<Loyalty[]> => [
      await installed(twins),
      loyaltyOn(await db.another(4), clock, twins),
    ];
    await provesAbsent({
      reset,
      attempts: 10,
      sound: () => both({}),
      broken: () => both({ accounts: new UnlockedAccounts() }),
      scenario: async ([one, two]) => {
        clock.set('2027-06-05T16:20:00Z');
        await Promise.allSettled([
          one!.reassess.execute(),
          two!.reassess.execute(),
          one!.earn(aPurchase({ memberId: '1003', amountFen: 100, occurredAt: clock.now() })),
        ]);
        const twice = await db.query<{ member_id: string; at: Date }>(
          'SELECT member_id, at FROM loyalty_tier_change GROUP BY member_id, at HAVING COUNT(*) > 1',
        );
        return [
          ...twice.map((row) => `${row.member_id} was moved twice on ${row.at.toISOString()}`),
          ...(await violationsOf(one!)),
        ];
      },
    });
  });

  it('a clock that stepped forward and back moves nobody up again, and nobody twice', async () => {
    const loyalty = await installed();
    clock.set('2029-01-01T00:00:00Z');
    await loyalty.reassess.execute();
    const after = await standing();
    clock.set('2027-06-05T16:20:00Z');
    expect(await loyalty.reassess.execute()).toEqual({ members: 0, changed: 0 });
    expect(await standing()).toEqual(after);
  });
});

describe('benefits of tiers', () => {
  const db = usePrivateDatabase('loyalty');
  const clock = new FixedClock();
  beforeEach(async () => {
    clock.set('2026-06-15T22:00:00Z');
    await db.truncateAll();
  });

  const installed = async (members: readonly SeedMember[]): Promise<Loyalty> => {
    const loyalty = loyaltyOn(db.dataSource, clock);
    await loyalty.install.execute({ rules: [aRule] });
    const { items, settings, version } = await loyalty.tiers.execute();
    const tiers = items.map(({ members: _, ...tier }) =>
      tier.code === 'gold-leaf'
        ? {
            ...tier,
            benefits: {
              ...tier.benefits,
              monthlyCoupons: [{ templateId: '31', count: 2 }],
              birthdayGift: { points: 200, couponTemplateId: '32' },
            },
          }
        : tier,
    );
    await loyalty.changeTiers.execute({ tiers, settings, version, moves: {}, actor: { kind: 'staff', id: '21' } });
    await seedMembers(db, members);
    return loyalty;
  };
  const due = async () =>
    (
      await db.query<{ payload: object }>(
        "SELECT payload FROM platform_outbox WHERE name = 'loyalty.benefit-due.v1' ORDER BY id",
      )
    ).map(({ payload }) => payload);
  const gold = { tier: 'gold-leaf', until: '2027-06-15' } as const;

  it('coupons once a month, and again the next month', async () => {
    const loyalty = await installed([
      { memberId: '1', ...gold },
      { memberId: '2', tier: 'silver-leaf' },
    ]);
    const another = loyaltyOn(await db.another(4), clock);
    await Promise.all([loyalty.benefits.execute(), another.benefits.execute()]);
    expect(await loyalty.benefits.execute()).toEqual({ benefits: 0 });
    const june = {
      memberId: '1',
      kind: 'coupon',
      templateId: '31',
      count: 2,
      reference: 'monthly:2026-06:1:0',
      reason: '金叶6月权益券',
      at: '2026-06-15T22:00:00.000Z',
    };
    expect(await due()).toEqual([june]);
    // 1 July in Shanghai.
    clock.set('2026-06-30T16:00:00Z');
    expect(await loyalty.benefits.execute()).toEqual({ benefits: 1 });
    // Risen in the middle of the month.
    await loyalty.earn(aPurchase({ memberId: '2', amountFen: 200_000, occurredAt: clock.now() }));
    expect(await loyalty.benefits.execute()).toEqual({ benefits: 1 });
    expect(await due()).toHaveLength(3);
  });

  it('the birthday gift once a year, also a few days late, its points in the ledger and in no tier', async () => {
    const loyalty = await installed([
      { memberId: '1', ...gold, birthday: '06-13' },
      { memberId: '2', ...gold, birthday: '06-01' },
      { memberId: '3', tier: 'silver-leaf', birthday: '06-13' },
    ]);
    await loyalty.benefits.execute();
    await loyalty.benefits.execute();
    const birthday = (await due()).filter((payload) => JSON.stringify(payload).includes('birthday'));
    expect(birthday).toMatchObject([
      { memberId: '1', kind: 'points', points: 200, reference: 'birthday:2026:1:0', reason: '金叶生日礼' },
      { memberId: '1', kind: 'coupon', templateId: '32', count: 1, reference: 'birthday:2026:1:1' },
    ]);
    expect((await loyalty.accounts.execute(['1'])).get('1')).toMatchObject({ available: 200 });
    expect(await loyalty.standing.execute('1')).toMatchObject({ qualifying: 0 });
    expect(await violationsOf(loyalty)).toEqual([]);
    // A birthday told anew brings no second gift, not even in the next calendar year.
    await db.query("UPDATE loyalty_points_account SET birthday = '01-05' WHERE member_id = 1");
    clock.set('2027-01-05T22:00:00Z');
    await loyalty.benefits.execute();
    expect((await due()).filter((payload) => JSON.stringify(payload).includes('birthday'))).toHaveLength(2);
    // A year later it comes again.
    await db.query("UPDATE loyalty_points_account SET birthday = '06-12' WHERE member_id = 1");
    clock.set('2027-06-12T22:00:00Z');
    await loyalty.benefits.execute();
    expect((await loyalty.accounts.execute(['1'])).get('1')).toMatchObject({ available: 400 });
  });
});
