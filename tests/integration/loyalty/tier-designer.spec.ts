import type { TierPlan } from '../../../libs/loyalty/src/rules/tiers/plan';
import type { Tier } from '../../../libs/loyalty/src/rules/tiers/tiers';
import { CheckInRepository } from '../../../libs/loyalty/src/store/check-in.repository';
import { TagFactsRepository } from '../../../libs/loyalty/src/store/tag-facts.repository';
import { ForgetMembers } from '../../../libs/loyalty/src/use-cases/forget-members.use-case';
import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { aPurchase, aRule, type Loyalty, loyaltyOn, MANAGER } from './loyalty-on';
import { type SeedMember, seededRandom, seedMembers } from './tier-seeds';

describe('tiers that people change', () => {
  const db = usePrivateDatabase('loyalty');
  const clock = new FixedClock();
  let loyalty: Loyalty;
  beforeEach(async () => {
    clock.set('2026-12-15T04:00:00Z');
    await db.truncateAll();
    loyalty = loyaltyOn(db.dataSource, clock);
    await loyalty.install.execute({ rules: [aRule] });
  });

  const current = async () => {
    const { items, settings, version } = await loyalty.tiers.execute();
    return { tiers: items.map(({ members: _, ...tier }): Tier => tier), settings, version };
  };
  const save = async (change: Partial<TierPlan>, more: { moves?: Record<string, string>; version?: string } = {}) => {
    const now = await current();
    const command = { ...now, moves: {}, actor: MANAGER, ...change, ...more };
    await loyalty.changeTiers.execute(command);
  };
  const counts = async () => {
    const rows = await db.query<{ tier_code: string; n: string }>(
      'SELECT tier_code, COUNT(*) AS n FROM loyalty_points_account GROUP BY tier_code ORDER BY tier_code',
    );
    return Object.fromEntries(rows.map((row) => [row.tier_code, Number(row.n)]));
  };
  const tier = (code: string, name: string, at: [number, number, number]): Tier => ({
    code,
    name,
    colour: '#557755',
    enterAt: at[0],
    keepAt: at[1],
    leaveAt: at[2],
    multiplierPercent: 100,
    benefits: { monthlyCoupons: [], birthdayGift: null, prioritySeats: false, texts: [] },
  });

  describe('granted by hand', () => {
    const grant = (until: string, key = until, code = 'rock-tea', memberId = '7001') =>
      loyalty.grant.execute({ memberId, code, until, reason: '开业贵宾', actor: MANAGER, idempotencyKey: key });

    it('a grant lifts at once, judges purchases, ends by itself, and is told with reason and person', async () => {
      await loyalty.earn(aPurchase({ amountFen: 100, occurredAt: clock.now() }));
      const { grantId } = await grant('2027-03-31');
      expect(await grant('2027-03-31')).toEqual({ grantId });
      expect(await loyalty.standing.execute('7001')).toMatchObject({ code: 'rock-tea', grantUntil: '2027-03-31' });
      clock.set('2027-03-31T15:59:00Z');
      await loyalty.reassess.execute();
      expect(await loyalty.standing.execute('7001')).toMatchObject({ code: 'rock-tea' });
      clock.set('2027-03-31T16:20:00Z');
      expect(await loyalty.reassess.execute()).toEqual({ members: 1, changed: 1 });
      expect(
        (await loyalty.tierHistory.execute('7001', 10)).map(({ kind, from, to, why }) => [kind, from, to, why]),
      ).toEqual([
        ['grant-end', '岩茶', '银叶', '获授的岩茶到期'],
        ['grant', '银叶', '岩茶', '手动授予岩茶至 2027-03-31：开业贵宾'],
      ]);
      expect(await loyalty.tierHistory.grants('7001', 10)).toMatchObject([
        { name: '岩茶', until: '2027-03-31', reason: '开业贵宾', by: 'staff:21', ended: null, isActive: false },
      ]);
      const audit = await db.query("SELECT action, subject FROM platform_audit WHERE action LIKE 'loyalty.tier%'");
      expect(audit).toEqual([{ action: 'loyalty.tier-granted', subject: 'member:7001' }]);
    });

    it('a new grant replaces the old one, a withdrawal ends it, and what is earned beneath stays', async () => {
      await loyalty.earn(aPurchase({ amountFen: 100, occurredAt: clock.now() }));
      await grant('2027-03-31');
      await loyalty.earn(aPurchase({ amountFen: 200_000, occurredAt: clock.now() }));
      await grant('2027-06-30');
      await loyalty.endGrant.execute({ memberId: '7001', reason: '误授', actor: MANAGER });
      expect(await loyalty.standing.execute('7001')).toMatchObject({ code: 'gold-leaf', grantUntil: null });
      expect(await loyalty.tierHistory.grants('7001', 10)).toMatchObject([
        { until: '2027-06-30', ended: { by: 'staff:21', reason: '误授' }, isActive: false },
        { until: '2027-03-31', ended: { reason: '由新的授予取代' } },
      ]);
      await expect(
        loyalty.endGrant.execute({ memberId: '7001', reason: '再来', actor: MANAGER }),
      ).rejects.toMatchObject({
        code: 'GrantMissing',
      });
    });

    it('T15 what people wrote about a member goes when the member goes', async () => {
      await loyalty.earn(aPurchase({ amountFen: 100, occurredAt: clock.now() }));
      await grant('2027-03-31');
      const forget = new ForgetMembers(new TagFactsRepository(), new CheckInRepository());
      await loyalty.unitOfWork.run(async (tx) => {
        await loyalty.close.execute(tx, [{ memberId: '7001', at: clock.now() }]);
        await forget.execute(tx, ['7001']);
      });
      const left = await db.query(
        'SELECT reason AS words FROM loyalty_tier_grant UNION SELECT why FROM loyalty_tier_change',
      );
      expect(JSON.stringify(left)).not.toContain('开业贵宾');
      clock.set('2027-04-02T00:00:00Z');
      expect(await loyalty.reassess.execute()).toEqual({ members: 0, changed: 0 });
    });

    it.each([
      ['GrantEndWrong', '2026-12-14', 'rock-tea', '7001'],
      ['GrantEndWrong', '2046-12-14', 'rock-tea', '7001'],
      ['GrantNeedless', '2027-01-01', 'silver-leaf', '7001'],
      ['TierMissing', '2027-01-01', "x' OR 1=1", '7001'],
      ['AccountMissing', '2027-01-01', 'rock-tea', '999'],
    ])('%s until %s for %s, member %s', async (code, until, tierCode, memberId) => {
      await loyalty.earn(aPurchase({ amountFen: 100, occurredAt: clock.now() }));
      await expect(grant(until, 'grant-0001', tierCode, memberId)).rejects.toMatchObject({ code });
    });
  });

  describe('in the designer', () => {
    const crowd = (count: number): SeedMember[] => {
      const random = seededRandom(11);
      return Array.from({ length: count }, (_, i) => {
        const sum = random(12_000);
        const earned = sum >= 8000 ? 'rock-tea' : sum >= 2000 ? 'gold-leaf' : 'silver-leaf';
        return {
          memberId: String(1000 + i),
          tier: earned,
          until: earned === 'silver-leaf' ? null : '2027-06-15',
          days: [
            ['2026-01-20', Math.floor(sum / 3)],
            ['2026-11-01', sum - Math.floor(sum / 3)],
            // Long ago: counts for nothing.
            ['2025-12-01', 9000],
          ],
        };
      });
    };

    it('the preview tells what saving then does, over 3,000 members, and who', async () => {
      await seedMembers(db, crowd(3000));
      const { tiers, settings } = await current();
      const plan = {
        tiers: [
          tiers[0]!,
          tier('jade', '翠玉', [1200, 900, 100]),
          { ...tiers[1]!, enterAt: 3000, keepAt: 2500 },
          tiers[2]!,
        ],
        settings,
      };

      const preview = await loyalty.tierPreview.execute(plan);

      expect(preview.members).toBe(3000);
      const ups = preview.moves.filter(({ kind }) => kind === 'up');
      expect(ups).toEqual([{ from: 'silver-leaf', to: 'jade', kind: 'up', members: expect.any(Number), inGrace: 0 }]);
      expect(preview.samples).toHaveLength(12);
      const before = await counts();
      await save(plan);
      expect((await loyalty.tiers.execute()).isRechecking).toBe(true);
      expect(await loyalty.recheck.execute()).toEqual({ members: 3000, changed: ups[0]!.members });
      expect((await loyalty.tiers.execute()).isRechecking).toBe(false);
      expect(await counts()).toEqual({
        ...before,
        jade: ups[0]!.members,
        'silver-leaf': before['silver-leaf']! - ups[0]!.members,
      });
      // Those who hold more than the new thresholds keep go down only when their windows end, by one step.
      const downs = preview.moves.filter(({ kind }) => kind === 'down');
      expect(downs).toEqual([
        { from: 'gold-leaf', to: 'jade', kind: 'down', members: expect.any(Number), inGrace: expect.any(Number) },
      ]);
      expect(preview.counts.map(({ code, now, after }) => [code, now, after])).toEqual([
        ['silver-leaf', before['silver-leaf'], before['silver-leaf']! - ups[0]!.members],
        ['jade', 0, ups[0]!.members + downs[0]!.members],
        ['gold-leaf', before['gold-leaf'], before['gold-leaf']! - downs[0]!.members],
        ['rock-tea', before['rock-tea'], before['rock-tea']],
      ]);
    });

    it.each(['rolling', 'calendar-year', 'membership-year'] as const)(
      'by %s the preview counts what each member’s own window holds',
      async (kind) => {
        await seedMembers(
          db,
          crowd(120).map((member, i) => ({
            ...member,
            tier: 'silver-leaf',
            until: null,
            openedAt: `2025-0${1 + (i % 9)}-1${i % 10} 18:00:00.000`,
          })),
        );
        const { tiers } = await current();
        const window = kind === 'rolling' ? { kind, months: 7 } : { kind };
        const plan = { tiers, settings: { basis: 'net-spend' as const, window, graceDays: 30 } };
        const scaled = {
          ...plan,
          tiers: tiers.map((t) => ({ ...t, enterAt: t.enterAt * 100, keepAt: 0, leaveAt: 0 })),
        };
        const preview = await loyalty.tierPreview.execute(scaled);
        await save(scaled);
        await loyalty.recheck.execute();
        const after = await counts();
        expect(preview.counts.map(({ code, after: then }) => [code, then])).toEqual(
          ['silver-leaf', 'gold-leaf', 'rock-tea'].map((code) => [code, after[code] ?? 0]),
        );
        expect(Object.keys(after).length).toBeGreaterThan(1);
      },
    );

    it('a tier that members hold leaves only with a place for them, which keeps their window', async () => {
      await seedMembers(db, crowd(60));
      const { tiers } = await current();
      const without = [tiers[0]!, tiers[2]!];
      const held = (await counts())['gold-leaf']!;
      await expect(save({ tiers: without })).rejects.toMatchObject({
        code: 'TierHeld',
        details: { name: '金叶', members: held },
      });
      expect((await current()).tiers).toHaveLength(3);
      await expect(save({ tiers: without }, { moves: { 'gold-leaf': 'nowhere' } })).rejects.toMatchObject({
        code: 'TiersNotValid',
      });
      await save({ tiers: without }, { moves: { 'gold-leaf': 'rock-tea' } });
      // At once for whoever looks, also before the members were looked at.
      expect((await loyalty.tiers.execute()).items.map(({ members }) => members).reduce((a, b) => a + b)).toBe(60);
      await loyalty.recheck.execute();
      const after = await counts();
      expect(after['gold-leaf']).toBeUndefined();
      const [{ n } = { n: 0 }] = await db.query<{ n: number }>(
        "SELECT COUNT(*) AS n FROM loyalty_points_account WHERE tier_earned = 'rock-tea' AND tier_until = '2027-06-15'",
      );
      expect(Number(n)).toBe(after['rock-tea']);
      expect((await loyalty.tierHistory.execute('1001', 1))[0]?.from ?? '金叶').toBe('金叶');
    });

    it('nobody saves over what somebody else saved, or tiers that are wrong', async () => {
      const { version, tiers } = await current();
      const renamed = tiers.map((t) => ({ ...t, name: `${t.name}会员` }));
      await save({ tiers: renamed });
      await expect(save({ tiers }, { version })).rejects.toMatchObject({ code: 'TiersChanged' });
      const upside = [tiers[0]!, { ...tiers[1]!, keepAt: 9999 }, tiers[2]!];
      await expect(save({ tiers: upside })).rejects.toMatchObject({ code: 'TiersNotValid' });
      await expect(loyalty.tierPreview.execute({ ...(await current()), tiers: upside })).rejects.toMatchObject({
        code: 'TiersNotValid',
        details: { problem: '金叶的保级门槛不能高于升级门槛' },
      });
      expect((await current()).tiers.map(({ name }) => name)).toEqual(['银叶会员', '金叶会员', '岩茶会员']);
    });

    it('two managers at once: one saves, the other is told', async () => {
      const { version, tiers, settings } = await current();
      const others = [loyalty, loyaltyOn(await db.another(4), clock)];
      const outcomes = await Promise.allSettled(
        others.map((one, i) =>
          one.changeTiers.execute({
            tiers: tiers.map((t) => ({ ...t, colour: `#00000${i}` })),
            settings,
            version,
            moves: {},
            actor: MANAGER,
          }),
        ),
      );
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    });

    it('a recheck that is killed goes on, and a change in between begins anew', async () => {
      await seedMembers(db, crowd(450));
      const { tiers } = await current();
      await save({ tiers: [tiers[0]!, { ...tiers[1]!, enterAt: 1500, keepAt: 1500 }, tiers[2]!] });
      const run = loyalty.unitOfWork.run.bind(loyalty.unitOfWork);
      const dying = jest
        .spyOn(loyalty.unitOfWork, 'run')
        .mockImplementationOnce((work) => run(work))
        .mockRejectedValueOnce(new Error('killed'));
      await expect(loyalty.recheck.execute()).rejects.toThrow('killed');
      dying.mockRestore();
      const first = await loyalty.recheck.execute();
      expect(first.members).toBe(250);
      expect(await loyalty.recheck.execute()).toEqual({ members: 0, changed: 0 });
      await save({ tiers: [tiers[0]!, { ...tiers[1]!, enterAt: 1000, keepAt: 1000 }, tiers[2]!] });
      await Promise.all([loyalty.recheck.execute(), loyaltyOn(await db.another(4), clock).recheck.execute()]);
      const twice = await db.query('SELECT member_id FROM loyalty_tier_change GROUP BY member_id HAVING COUNT(*) > 1');
      expect(twice).toEqual([]);
      const wrong = await db.query(
        `SELECT a.member_id FROM loyalty_points_account a JOIN loyalty_member_day d ON d.member_id = a.member_id
          WHERE d.day > '2025-12-15' GROUP BY a.member_id, a.tier_code
         HAVING (SUM(d.tier_points) >= 1000) <> (a.tier_code <> 'silver-leaf')`,
      );
      expect(wrong).toEqual([]);
    });
  });
});
