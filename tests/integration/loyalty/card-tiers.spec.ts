import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { provesAbsent } from '../../support/proves-absent';
import { aPurchase, type Loyalty, loyaltyOn, MANAGER } from './loyalty-on';

const SYSTEM = { kind: 'system', id: 'memberships' } as const;

describe('tiers that paid cards give', () => {
  const db = usePrivateDatabase('loyalty');
  const clock = new FixedClock('2026-06-15T04:00:00Z');
  let loyalty: Loyalty;
  const opened = async (memberIds: readonly string[] = ['7001']): Promise<void> => {
    clock.set('2026-06-15T04:00:00Z');
    await db.truncateAll();
    loyalty = loyaltyOn(db.dataSource, clock);
    await loyalty.install.execute({});
    for (const memberId of memberIds) await loyalty.earn(aPurchase({ memberId, amountFen: 100 }));
  };
  beforeEach(() => opened());

  const card = (no: string, code: string, until: string, memberId = '7001', house = loyalty) =>
    house.unitOfWork.run((tx) =>
      house.cardTier.grant(tx, {
        memberId,
        reference: `card:${no}`,
        code,
        until,
        what: '付费会员「年卡」',
        actor: SYSTEM,
      }),
    );
  const end = (no: string, memberId = '7001', house = loyalty) =>
    house.unitOfWork.run((tx) =>
      house.cardTier.end(tx, { memberId, reference: `card:${no}`, what: '付费会员「年卡」退卡', actor: SYSTEM }),
    );
  const byHand = (code: string, until: string) =>
    loyalty.grant.execute({
      memberId: '7001',
      code,
      until,
      reason: '贵宾',
      actor: MANAGER,
      idempotencyKey: `key-${until}`,
    });
  const standing = async (): Promise<[string, string | null]> => {
    const { code, grantUntil } = await loyalty.standing.execute('7001');
    return [code, grantUntil];
  };

  it('a card lifts, its end moves once, and what it gave ends by itself with a line that names the card', async () => {
    await card('A', 'gold-leaf', '2026-07-15');
    await card('A', 'gold-leaf', '2026-07-15');
    expect(await standing()).toEqual(['gold-leaf', '2026-07-15']);
    await card('A', 'gold-leaf', '2026-08-15');
    expect(await standing()).toEqual(['gold-leaf', '2026-08-15']);
    expect(await loyalty.tierHistory.grants('7001', 10)).toMatchObject([
      { until: '2026-08-15', reference: 'card:A', ended: null },
      { until: '2026-07-15', reference: 'card:A', ended: { reason: '期限变更' } },
    ]);
    clock.set('2026-08-15T16:20:00Z');
    expect(await loyalty.reassess.execute()).toMatchObject({ members: 1 });
    expect(await standing()).toEqual(['silver-leaf', null]);
    const lines = (await loyalty.tierHistory.execute('7001', 10)).map(({ why }) => why);
    expect(lines).toEqual([
      '获授的金叶到期',
      '付费会员「年卡」至 2026-08-15：享金叶',
      '付费会员「年卡」至 2026-07-15：享金叶',
    ]);
  });

  it('stands beside a grant by hand: neither takes the other away', async () => {
    await byHand('gold-leaf', '2026-12-31');
    await card('A', 'rock-tea', '2026-07-15');
    expect(await standing()).toEqual(['rock-tea', '2026-07-15']);
    await byHand('gold-leaf', '2026-11-30');
    expect(await standing()).toEqual(['rock-tea', '2026-07-15']);
    clock.set('2026-07-15T17:00:00Z');
    // The night's sweep has not come by: what the member reads is right all the same.
    expect(await standing()).toEqual(['gold-leaf', '2026-11-30']);
    await loyalty.reassess.execute();
    expect(await standing()).toEqual(['gold-leaf', '2026-11-30']);
    await loyalty.endGrant.execute({ memberId: '7001', reason: '误授', actor: MANAGER });
    expect(await standing()).toEqual(['silver-leaf', null]);
  });

  it('who ends what was given by hand does not end the card, and the other way round', async () => {
    await card('A', 'gold-leaf', '2026-07-15');
    const endByHand = () => loyalty.endGrant.execute({ memberId: '7001', reason: '误授', actor: MANAGER });
    await expect(endByHand()).rejects.toMatchObject({ code: 'GrantMissing' });
    await byHand('rock-tea', '2026-07-31');
    await endByHand();
    expect(await standing()).toEqual(['gold-leaf', '2026-07-15']);
    await byHand('rock-tea', '2026-08-31');
    expect(await end('A')).toBe(true);
    expect(await end('A')).toBe(false);
    expect(await standing()).toEqual(['rock-tea', '2026-08-31']);
  });

  it('of two cards the longer one goes on when the other is given back', async () => {
    await card('A', 'gold-leaf', '2026-07-15');
    await card('B', 'gold-leaf', '2026-08-15');
    expect(await standing()).toEqual(['gold-leaf', '2026-08-15']);
    await end('B');
    expect(await standing()).toEqual(['gold-leaf', '2026-07-15']);
    await end('A');
    expect(await standing()).toEqual(['silver-leaf', null]);
  });

  it.each([
    ['TierMissing', 'no-such', '2026-07-15', '7001'],
    ['GrantNeedless', 'silver-leaf', '2026-07-15', '7001'],
    ['GrantEndWrong', 'gold-leaf', '2026-06-14', '7001'],
    ['AccountMissing', 'gold-leaf', '2026-07-15', '999'],
  ])('refuses %s', async (code, tier, until, memberId) => {
    await expect(card('A', tier, until, memberId)).rejects.toMatchObject({ code });
  });

  it('a closed account takes nothing more, and ending there is no error', async () => {
    await card('A', 'gold-leaf', '2026-07-15');
    await loyalty.unitOfWork.run((tx) => loyalty.close.execute(tx, [{ memberId: '7001', at: clock.now() }]));
    await expect(card('B', 'gold-leaf', '2026-08-15')).rejects.toMatchObject({ code: 'AccountClosed' });
    expect(await end('A')).toBe(false);
    expect(await end('A', '999')).toBe(false);
  });

  it('a tier that only a covered card gives counts as held: it cannot be left out without a successor', async () => {
    await card('A', 'rock-tea', '2026-07-15');
    await card('B', 'gold-leaf', '2026-12-31');
    const { items, settings, version } = await loyalty.tiers.execute();
    const tiers = items.filter(({ code }) => code !== 'gold-leaf').map(({ members: _, ...tier }) => tier);
    await expect(
      loyalty.changeTiers.execute({ tiers, settings, version, actor: MANAGER, moves: {} }),
    ).rejects.toMatchObject({ code: 'TierHeld' });
  });

  it('cards and purchases of many members at once: every tier is what the open grants say', async () => {
    const members = Array.from({ length: 8 }, (_, i) => String(7101 + i));
    await provesAbsent<boolean>({
      reset: () => opened(members),
      sound: () => true,
      // The twin forgets the account's lock between what it reads and what it writes: two cards replace one another.
      broken: () => false,
      attempts: 8,
      scenario: async (isSound) => {
        const other = loyaltyOn(await db.another(), clock);
        const give = (no: string, code: string, until: string, memberId: string, house: Loyalty) =>
          isSound ? card(no, code, until, memberId, house) : forgetful(house, no, code, until, memberId);
        await Promise.allSettled(
          members.flatMap((memberId) => [
            give('A', 'rock-tea', '2026-07-15', memberId, loyalty),
            give('B', 'gold-leaf', '2026-12-31', memberId, other),
          ]),
        );
        const rows = await db.query<{ grant: string; after: string }>(
          'SELECT tier_grant AS `grant`, tier_grants_after AS after FROM loyalty_points_account',
        );
        return rows.flatMap(({ grant, after }) =>
          grant === 'rock-tea' && after === '[{"code":"gold-leaf","until":"2026-12-31"}]' ? [] : [`${grant} ${after}`],
        );
      },
    });
  });

  const forgetful = async (house: Loyalty, no: string, code: string, until: string, memberId: string) => {
    const open = await house.reader.query<{ code: string; until: string }>(
      'SELECT code, until_day AS until FROM loyalty_tier_grant WHERE member_id = ? AND ended_at IS NULL',
      [memberId],
    );
    await house.unitOfWork.run(async (tx) => {
      await tx.execute(
        `INSERT INTO loyalty_tier_grant (member_id, code, from_day, until_day, reason, reference, actor, at)
         VALUES (?, ?, '2026-06-15', ?, '', ?, 'system:x', ?)`,
        [memberId, code, until, `card:${no}`, clock.now()],
      );
      const after = open
        .filter((grant) => grant.code !== code)
        .map((grant) => ({ code: grant.code, until: grant.until }));
      const isRock = code === 'rock-tea';
      await tx.execute('UPDATE loyalty_points_account SET tier_grant = ?, tier_grants_after = ? WHERE member_id = ?', [
        'rock-tea',
        JSON.stringify(isRock ? after : [{ code, until }]).replace('[]', 'null'),
        memberId,
      ]);
    });
  };
});
