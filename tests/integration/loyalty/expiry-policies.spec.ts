import { PLAIN_DRAFT } from '../../../libs/loyalty/src/rules/judging/rule';
import type { ExpiryPolicy } from '../../../libs/loyalty/src/rules/settings';
import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { provesAbsent } from '../../support/proves-absent';
import { aPurchase, aRule, MANAGER, type Twins, violationsOf } from './loyalty-on';
import { aProgramme, expiry, type Operations, operationsOn } from './operations-on';

const INACTIVE_12: ExpiryPolicy = { kind: 'inactivity', months: 12 };

describe('when points die', () => {
  const db = usePrivateDatabase('loyalty');
  const clock = new FixedClock();
  const reset = async (): Promise<void> => {
    clock.set('2026-06-15T04:00:00Z');
    await db.truncateAll();
  };
  beforeEach(reset);

  const brand = async (policy: ExpiryPolicy, twins: Twins = {}): Promise<Operations> => {
    const operations = operationsOn(db.dataSource, clock, twins);
    await aProgramme(operations, expiry(policy));
    return operations;
  };
  const buy = async (operations: Operations, at: string, yuan = 100, memberId = '7001') => {
    const purchase = aPurchase({ amountFen: yuan * 100, occurredAt: new Date(at), memberId });
    await operations.earn(purchase);
    return purchase;
  };
  const spend = (operations: Operations, points: number, reference: string) =>
    operations.unitOfWork.run((tx) =>
      operations.spend.execute(tx, {
        memberId: '7001',
        points,
        reference,
        reason: '兑换',
        at: clock.now(),
        actor: MANAGER,
      }),
    );
  const available = async (operations: Operations, memberId = '7001') =>
    (await operations.accounts.execute([memberId])).get(memberId)!.available;
  /** What is there a millisecond before, and at the moment itself; then the sweep of that night. */
  const around = async (operations: Operations, moment: string): Promise<number[]> => {
    clock.set(new Date(new Date(moment).getTime() - 1));
    const before = await available(operations);
    await operations.expire.execute();
    const swept = await available(operations);
    clock.set(moment);
    const at = await available(operations);
    await operations.expire.execute();
    const [row] = await db.query<{ available: number }>(
      'SELECT available FROM loyalty_points_account WHERE member_id = 7001',
    );
    return [before, swept, at, row!.available];
  };

  it.each<[string, ExpiryPolicy, string, string]>([
    ['12 months', { kind: 'rolling-months', months: 12 }, '2026-06-15T15:59:59.999Z', '2027-06-15T16:00:00.000Z'],
    ['a moment later', { kind: 'rolling-months', months: 12 }, '2026-06-15T16:00:00.000Z', '2027-06-16T16:00:00.000Z'],
    ['1 month of 31 January', { kind: 'rolling-months', months: 1 }, '2026-01-31T04:00:00Z', '2026-02-28T16:00:00Z'],
    [
      '12 months of 29 February',
      { kind: 'rolling-months', months: 12 },
      '2028-02-29T04:00:00Z',
      '2029-02-28T16:00:00Z',
    ],
    [
      '30 June',
      { kind: 'fixed-date', monthDay: '06-30', leastDays: 0 },
      '2026-06-30T15:59:59Z',
      '2026-06-30T16:00:00Z',
    ],
    [
      '30 June',
      { kind: 'fixed-date', monthDay: '06-30', leastDays: 0 },
      '2026-06-30T16:00:00Z',
      '2027-06-30T16:00:00Z',
    ],
    [
      '90 days off',
      { kind: 'fixed-date', monthDay: '06-30', leastDays: 90 },
      '2026-06-15T04:00:00Z',
      '2027-06-30T16:00:00Z',
    ],
    [
      '29 February',
      { kind: 'fixed-date', monthDay: '02-29', leastDays: 0 },
      '2026-06-15T04:00:00Z',
      '2027-02-28T16:00:00Z',
    ],
    [
      '29 February',
      { kind: 'fixed-date', monthDay: '02-29', leastDays: 0 },
      '2027-06-15T04:00:00Z',
      '2028-02-29T16:00:00Z',
    ],
    ['this year', { kind: 'year-end', years: 0 }, '2026-12-31T15:59:59Z', '2026-12-31T16:00:00Z'],
    ['next year', { kind: 'year-end', years: 1 }, '2026-12-31T16:00:00Z', '2028-12-31T16:00:00Z'],
    ['12 months away', INACTIVE_12, '2026-06-15T15:59:59.999Z', '2027-06-15T16:00:00.000Z'],
  ])('L14 %s (%j) of points earned at %s end at %s', async (_, policy, earnedAt, end) => {
    const operations = await brand(policy);
    await buy(operations, earnedAt);
    expect(await around(operations, end)).toEqual([100, 100, 0, 0]);
    expect(await violationsOf(operations)).toEqual([]);
  });

  it('L14 days are the brand’s, whatever the policy', async () => {
    const policies: ExpiryPolicy[] = [
      { kind: 'rolling-months', months: 12 },
      { kind: 'fixed-date', monthDay: '06-15', leastDays: 0 },
      INACTIVE_12,
    ];
    await provesAbsent({
      reset,
      sound: () => ({}),
      broken: () => ({ zone: 'UTC' }),
      scenario: async (twins: Twins) => {
        const wrong: string[] = [];
        for (const policy of policies) {
          await reset();
          const operations = await brand(policy, twins);
          // Already the 16th in Shanghai, still the 15th in UTC.
          await buy(operations, '2026-06-15T16:00:00.000Z');
          const end = policy.kind === 'fixed-date' ? '2027-06-15T16:00:00Z' : '2027-06-16T16:00:00Z';
          const seen = (await around(operations, end)).join(' ');
          if (seen !== '100 100 0 0') wrong.push(`${policy.kind}: ${seen}`);
        }
        return wrong;
      },
    });
  });

  it('never: nothing dies, and the sweep has nothing to do', async () => {
    const operations = await brand({ kind: 'never' });
    await buy(operations, '2026-06-15T04:00:00Z');
    expect(await operations.expire.execute({ now: new Date('2126-01-01T00:00:00Z') })).toEqual({
      members: 0,
      points: 0,
    });
    expect(await available(operations)).toBe(100);
  });

  it('L14 in a zone with daylight saving the last day has 23 or 25 hours, and ends at midnight there', async () => {
    const ends = async (earnedAt: string): Promise<string> => {
      await reset();
      const operations = await brand({ kind: 'rolling-months', months: 12 }, { zone: 'America/New_York' });
      await buy(operations, earnedAt);
      const [lot] = await db.query<{ expires_at: Date }>('SELECT expires_at FROM loyalty_lot');
      return lot!.expires_at.toISOString();
    };
    // 8 March 2026 springs forward, 1 November 2026 falls back.
    expect(await ends('2025-03-08T05:30:00Z')).toBe('2026-03-09T04:00:00.000Z');
    expect(await ends('2025-11-01T04:30:00Z')).toBe('2026-11-02T05:00:00.000Z');
    expect(await ends('2025-11-02T03:59:59Z')).toBe('2026-11-02T05:00:00.000Z');
  });

  it('a clock that steps back wakes nothing and lets nothing die twice; one that steps forward is caught up', async () => {
    const operations = await brand({ kind: 'rolling-months', months: 12 });
    await buy(operations, '2026-06-15T04:00:00Z');
    clock.set('2027-06-15T16:00:00Z');
    expect(await operations.expire.execute()).toEqual({ members: 1, points: 100 });
    clock.set('2027-06-15T15:50:00Z');
    expect(await operations.expire.execute()).toEqual({ members: 0, points: 0 });
    expect(await available(operations)).toBe(0);
    await buy(operations, '2027-06-15T15:51:00Z', 30);
    clock.set('2027-06-15T16:10:00Z');
    expect(await operations.expire.execute()).toEqual({ members: 0, points: 0 });
    clock.set('2031-01-01T00:00:00Z');
    await expect(spend(operations, 10, 'late')).rejects.toMatchObject({ code: 'PointsNotEnough' });
    expect(await operations.expire.execute()).toEqual({ members: 1, points: 30 });
    expect(await violationsOf(operations)).toEqual([]);
  });

  it('an edit of the settings moves no lot that is there', async () => {
    const operations = await brand({ kind: 'rolling-months', months: 12 });
    await buy(operations, '2026-06-15T04:00:00Z');
    const ends = () => db.query('SELECT lot_no, expires_at, by_inactivity FROM loyalty_lot WHERE lot_no = 1');
    const before = await ends();
    for (const policy of [INACTIVE_12, { kind: 'never' }, { kind: 'year-end', years: 3 }] as ExpiryPolicy[]) {
      await operations.set(expiry(policy));
      await buy(operations, '2026-06-16T04:00:00Z');
      await spend(operations, 1, `use-${policy.kind}`);
    }
    expect(await ends()).toEqual(before);
  });

  describe('after inactivity', () => {
    it('purchases and uses move the end; adjustments, events and returns of others do not', async () => {
      const operations = await brand(INACTIVE_12);
      await buy(operations, '2026-06-15T04:00:00Z');
      clock.set('2026-09-01T04:00:00Z');
      await spend(operations, 10, 'u1');
      expect((await operations.expiring.execute('7001', 400))[0]).toEqual({
        points: 90,
        expiresAt: new Date('2027-09-01T16:00:00Z'),
      });
      clock.set('2027-02-01T04:00:00Z');
      const gift = { memberId: '7001', points: 5, reason: '补偿', reference: 'a1', at: clock.now(), actor: MANAGER };
      await operations.unitOfWork.run((tx) => operations.adjust.execute(tx, gift));
      expect(await operations.expiring.execute('7001', 400)).toEqual([
        { points: 95, expiresAt: new Date('2027-09-01T16:00:00Z') },
      ]);
      expect(await around(operations, '2027-09-01T16:00:00Z')).toEqual([95, 95, 0, 0]);
    });

    it('points that came before any purchase end too: the first points start the clock', async () => {
      const operations = await brand(INACTIVE_12);
      await operations.createRule.execute({
        actor: MANAGER,
        draft: { ...PLAIN_DRAFT, name: '入会礼', trigger: 'sign-up', effect: { kind: 'fixed-points', points: 20 } },
      });
      const joined = { memberId: '7001', at: clock.now(), channel: 'import', birthday: null, inviterId: null };
      await operations.unitOfWork.run((tx) => operations.enrol.execute(tx, [joined]));
      expect(await around(operations, '2027-06-15T16:00:00Z')).toEqual([20, 20, 0, 0]);
    });

    it('L7 activity after the end does not wake what is dead, though the sweep is late', async () => {
      await provesAbsent({
        reset,
        sound: () => brand(INACTIVE_12),
        // Without the freeze: the late purchase moves the one clock that all lots share.
        broken: async () => {
          const operations = await brand(INACTIVE_12);
          const { ledger } = operations.parts;
          ledger.writer.write = async (tx, batch) => {
            batch.clocksRunOut.clear();
            await Object.getPrototypeOf(ledger.writer).write.call(ledger.writer, tx, batch);
          };
          return operations;
        },
        scenario: async (operations) => {
          await buy(operations, '2026-06-15T04:00:00Z');
          clock.set('2027-08-01T04:00:00Z');
          await buy(operations, '2027-08-01T04:00:00Z', 30);
          const shown = await available(operations);
          await operations.expire.execute();
          const swept = await available(operations);
          return shown === 30 && swept === 30 ? [] : [`${shown} shown, ${swept} after the sweep, 30 expected`];
        },
      });
    });

    it('history in one batch: what died in a long absence stays dead, and each spell has its own end', async () => {
      const operations = await brand(INACTIVE_12);
      await operations.earn(
        ...['2021-03-01T04:00:00Z', '2023-05-01T04:00:00Z', '2023-06-01T04:00:00Z', '2026-06-01T04:00:00Z'].map((at) =>
          aPurchase({ amountFen: 10_000, occurredAt: new Date(at) }),
        ),
      );
      await operations.expire.execute();
      const died = await db.query("SELECT points, at FROM loyalty_entry WHERE kind = 'expire' ORDER BY seq");
      expect(died).toEqual([
        { points: -100, at: new Date('2022-03-01T16:00:00Z') },
        { points: -200, at: new Date('2024-06-01T16:00:00Z') },
      ]);
      expect(await available(operations)).toBe(100);
      expect(await violationsOf(operations)).toEqual([]);
    });

    it('a shorter policy keeps the longer promise to points that have it, and another policy lets activity go on counting', async () => {
      const operations = await brand(INACTIVE_12);
      await buy(operations, '2026-06-15T04:00:00Z');
      await operations.set(expiry({ kind: 'inactivity', months: 6 }));
      await buy(operations, '2026-12-01T04:00:00Z');
      expect(await operations.expiring.execute('7001', 900)).toEqual([
        { points: 200, expiresAt: new Date('2027-12-01T16:00:00Z') },
      ]);
      await operations.set(expiry({ kind: 'rolling-months', months: 1 }));
      await buy(operations, '2027-03-01T04:00:00Z', 50);
      expect(await operations.expiring.execute('7001', 900)).toEqual([
        { points: 50, expiresAt: new Date('2027-04-01T16:00:00Z') },
        { points: 200, expiresAt: new Date('2028-03-01T16:00:00Z') },
      ]);
    });

    it('L8 what comes back lives its least time, and longer when the member stays active', async () => {
      const operations = await brand(INACTIVE_12);
      await buy(operations, '2026-06-15T04:00:00Z');
      await spend(operations, 60, 'o1');
      clock.set('2027-06-14T04:00:00Z');
      const back = { reference: 'o1', reason: '取消', at: clock.now(), actor: MANAGER };
      await operations.unitOfWork.run((tx) => operations.giveBack.execute(tx, back));
      // The clock of the whole account ends on the 15th; the lot that got points back lives until 14 July.
      expect(await operations.expiring.execute('7001', 400)).toEqual([
        { points: 100, expiresAt: new Date('2027-07-14T16:00:00Z') },
      ]);
      await buy(operations, '2027-06-15T04:00:00Z', 10);
      expect(await operations.expiring.execute('7001', 400)).toEqual([
        { points: 110, expiresAt: new Date('2028-06-15T16:00:00Z') },
      ]);
      expect(await violationsOf(operations)).toEqual([]);
    });
  });

  it('rules may give points a life of their own, beside any policy', async () => {
    const operations = await brand({ kind: 'never' });
    await operations.createRule.execute({
      actor: MANAGER,
      draft: {
        ...aRule,
        name: '限时双倍',
        effect: { kind: 'fixed-points', points: 7 },
        lot: { activateAfterDays: null, activateOn: null, expireAfterDays: 10 },
      },
    });
    await buy(operations, '2026-06-15T04:00:00Z');
    expect(await operations.expiring.execute('7001', 30)).toEqual([
      { points: 7, expiresAt: new Date('2026-06-25T16:00:00Z') },
    ]);
    expect(await around(operations, '2026-06-25T16:00:00Z')).toEqual([107, 107, 100, 100]);
  });
});
