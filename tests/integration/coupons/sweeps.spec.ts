import { Outbox, Reader, type Tx, UnitOfWork } from '@fanloop/platform';
import { CouponRepository } from '../../../libs/coupons/src/store/coupon.repository';
import { CouponReminders, type EndOfDay, type Reminded } from '../../../libs/coupons/src/store/coupon-reminders';
import { ReminderDesk } from '../../../libs/coupons/src/use-cases/reminder-desk';
import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { provesAbsent } from '../../support/proves-absent';
import { type CouponsProcess, couponsProcess, draft, type Parts, settled, staff } from './coupons-process';

/** Tells of all that is due, whoever has taken the telling meanwhile. */
class Talkative extends CouponReminders {
  override async claim(tx: Tx, end: EndOfDay, members: readonly string[], now: Date): Promise<Reminded[]> {
    const due = await tx.query<{ memberId: string; coupons: string }>(
      `SELECT member_id AS memberId, COUNT(*) AS coupons FROM coupons_coupon
        WHERE member_id IN (?) AND state = 'claimed' AND valid_until > ? AND valid_until <= ? GROUP BY member_id`,
      [members, end.after, end.until],
    );
    await new Promise((resolve) => setTimeout(resolve, 20));
    await super.claim(tx, end, members, now);
    return due.map((row) => ({ ...row, coupons: Number(row.coupons) }));
  }
}

/** Notes how many coupons each transaction of the sweep took; the twin takes as many as there are. */
const counted = (least: number): Parts & { sizes: number[] } => {
  const sizes: number[] = [];
  class Counted extends CouponRepository {
    override async expireDue(tx: Tx, now: Date, limit: number): Promise<number> {
      const done = await super.expireDue(tx, now, Math.max(limit, least));
      sizes.push(done);
      return done;
    }
  }
  return { sizes, coupons: (numbers, terms) => new Counted(numbers, terms) };
};

/** Claimed on 15 June for seven days: good to the end of 22 June. */
describe('sweeps over coupons, and their figures', () => {
  const database = usePrivateDatabase();
  const clock = new FixedClock();
  let shop: CouponsProcess;
  beforeEach(() => {
    clock.set('2026-06-15T04:00:00Z');
    shop = couponsProcess(database.dataSource, clock);
  });
  const processes = async (parts: Parts = {}): Promise<CouponsProcess[]> => [
    couponsProcess(database.dataSource, clock, parts),
    couponsProcess(await database.another(), clock, parts),
  ];
  const give = async (members: readonly string[]): Promise<string> => {
    const templateId = await shop.create.execute({
      draft: draft({ perMemberLimit: 20, stockTotal: 5000 }),
      status: 'active',
      actor: staff,
    });
    const grants = members.map((memberId) => ({ templateId, memberId, channel: 'bulk' as const }));
    await shop.unitOfWork.run((tx) => shop.grants.execute(tx, grants, clock.now()));
    return templateId;
  };
  const told = async () =>
    (
      await database.query<{ payload: string | object }>(
        "SELECT payload FROM platform_outbox WHERE name = 'coupons.coupons-expiring.v1' ORDER BY id",
      )
    ).map(({ payload }) => (typeof payload === 'string' ? JSON.parse(payload) : payload));

  it('tells a member once of all that end on one day: three days before and one day before', async () => {
    await give(['1', '1', '1', '2']);
    clock.set('2026-06-19T01:40:00Z');
    expect(await shop.remind.execute()).toEqual({ told: 2 });
    expect(await told()).toEqual([
      { memberId: '1', coupons: 3, lastDay: '2026-06-22', daysLeft: 3, at: '2026-06-19T01:40:00.000Z' },
      { memberId: '2', coupons: 1, lastDay: '2026-06-22', daysLeft: 3, at: '2026-06-19T01:40:00.000Z' },
    ]);
    expect(await shop.remind.execute()).toEqual({ told: 0 });
    clock.set('2026-06-20T01:40:00Z');
    expect(await shop.remind.execute()).toEqual({ told: 0 });
    clock.set('2026-06-21T01:40:00Z');
    expect(await shop.remind.execute()).toEqual({ told: 2 });
    expect((await told()).at(-1)).toMatchObject({ memberId: '2', daysLeft: 1 });
  });

  it('is late without a burst, says how many days are really left, and leaves out what is used, over or void', async () => {
    const ended = await give(['1', '2']);
    await give(['3']);
    await shop.changeStatus.execute({
      templateId: ended,
      status: 'ended',
      actor: staff,
      voidUnused: { reason: '下架', seenUnused: 2 },
    });
    clock.set('2026-06-22T10:00:00Z');
    expect(await shop.remind.execute()).toEqual({ told: 1 });
    expect(await told()).toMatchObject([{ memberId: '3', daysLeft: 0 }]);
    clock.set('2026-06-22T16:00:00Z');
    await give(['4']);
    expect(await shop.remind.execute()).toEqual({ told: 0 });
  });

  it('follows the brand’s setting, from the next sweep on', async () => {
    await give(['1']);
    await shop.settings.execute({ reminderDays: [] }, staff);
    clock.set('2026-06-21T01:40:00Z');
    expect(await shop.remind.execute()).toEqual({ told: 0 });
    await shop.settings.execute({ reminderDays: [7, 2] }, staff);
    expect(await shop.remind.execute()).toEqual({ told: 1 });
    const { refused } = await settled([shop.settings.execute({ reminderDays: [1, 1] }, staff)]);
    expect(refused).toEqual(['SettingsInvalid']);
  });

  it('P3 two workers at once, killed and started again: each coupon is told of once', async () => {
    const killedAfter = (process: CouponsProcess, reminders: CouponReminders, members: number) => {
      let left = 1;
      const outbox = new Outbox();
      const append = outbox.append.bind(outbox);
      outbox.append = async (tx, events) => {
        await append(tx, events);
        left -= 1;
        if (left < 0) throw new Error('killed');
      };
      const desk = new ReminderDesk(process.reader as Reader, process.unitOfWork as UnitOfWork, reminders, outbox);
      const end = {
        day: '2026-06-22',
        after: new Date('2026-06-21T16:00:00Z'),
        until: new Date('2026-06-22T16:00:00Z'),
      };
      return desk.tell({ ...end, daysBefore: 3 }, { now: clock.now(), daysLeft: 3 }, members).catch(() => 0);
    };
    const scenario = async ({ shops, reminders }: { shops: CouponsProcess[]; reminders: CouponReminders }) => {
      const members = Array.from({ length: 250 }, (_, i) => String(1000 + i));
      await give([...members, ...members]);
      clock.set('2026-06-19T01:40:00Z');
      await killedAfter(shops[0]!, reminders, 50);
      await Promise.all(shops.map((process) => process.remind.execute()));
      const counts = new Map<string, number>();
      for (const { memberId, coupons } of await told()) counts.set(memberId, (counts.get(memberId) ?? 0) + coupons);
      const wrong = members.filter((member) => counts.get(member) !== 2);
      return wrong
        .slice(0, 5)
        .map((member) => `member ${member} was told of ${counts.get(member) ?? 0} coupons, not of 2`);
    };
    await provesAbsent({
      reset: async () => {
        await database.truncateAll();
        clock.set('2026-06-15T04:00:00Z');
      },
      sound: async () => ({ shops: await processes(), reminders: new CouponReminders() }),
      broken: async () => ({ shops: await processes({ reminders: new Talkative() }), reminders: new Talkative() }),
      scenario,
    });
  });

  it('C17 no transaction of the sweep holds more than 500 coupons, however many are due', async () => {
    await provesAbsent<Parts & { sizes: number[] }>({
      reset: () => database.truncateAll(),
      sound: () => counted(0),
      broken: () => counted(100_000),
      scenario: async ({ sizes, ...parts }) => {
        clock.set('2026-06-15T04:00:00Z');
        const [shop] = await processes(parts);
        const templateId = await shop!.create.execute({
          draft: draft({ stockTotal: 1200 }),
          status: 'active',
          actor: staff,
        });
        const grants = Array.from({ length: 1200 }, (_, i) => ({
          templateId,
          memberId: `${i + 1}`,
          channel: 'bulk' as const,
        }));
        await shop!.unitOfWork.run((tx) => shop!.grants.execute(tx, grants, clock.now()));
        clock.set('2026-06-22T16:00:00.000Z');
        const expired = await shop!.expire.execute();
        return expired === 1200 && Math.max(...sizes) <= 500
          ? []
          : [`${expired} expired, at once up to ${Math.max(...sizes)}`];
      },
    });
  });

  it('statistics: what came by which channel and was used in which store and on which day; returned uses count nowhere', async () => {
    const templateId = await give(['1', '2', '3', '4']);
    const claims = ['5', '6'].map((memberId, i) =>
      shop.claim.execute({ templateId, memberId, idempotencyKey: `stat-key-${i}` }),
    );
    await Promise.all(claims);
    const use = async (memberId: string, storeId: string, reference = `p-${memberId}`) => {
      const [mine] = await shop.wallet.list(memberId, 'usable');
      const lines = [{ sku: null, category: '奶茶', quantity: 2, amountFen: 3800 }];
      await shop.unitOfWork.run((tx) =>
        shop.redeem.execute(tx, [
          { couponIds: [mine!.couponId], memberId, storeId, reference, at: clock.now(), lines },
        ]),
      );
    };
    await use('1', '7');
    await use('5', '8');
    // Five minutes to midnight in Shanghai, and five past.
    clock.set('2026-06-15T15:55:00Z');
    await use('2', '7');
    clock.set('2026-06-15T16:05:00Z');
    await use('3', '7');
    await use('6', '8');
    await shop.unitOfWork.run((tx) => shop.giveBack.execute(tx, { reference: 'p-6' }, clock.now()));
    const { channels, stores, days } = await shop.breakdown.of(templateId);
    expect(channels).toEqual([
      { channel: 'bulk', claimed: 4, used: 3, salesFen: 9900, costFen: 1500, useRatePercent: 75 },
      { channel: 'claim', claimed: 2, used: 1, salesFen: 3300, costFen: 500, useRatePercent: 50 },
    ]);
    expect(stores).toEqual([
      { storeId: '7', storeName: '静安店', used: 3, salesFen: 9900, costFen: 1500 },
      { storeId: '8', storeName: '徐汇店', used: 1, salesFen: 3300, costFen: 500 },
    ]);
    expect(days).toHaveLength(60);
    expect(days.slice(-3)).toEqual([
      { day: '2026-06-14', claimed: 0, used: 0, salesFen: 0, costFen: 0 },
      { day: '2026-06-15', claimed: 6, used: 3, salesFen: 9900, costFen: 1500 },
      { day: '2026-06-16', claimed: 0, used: 1, salesFen: 3300, costFen: 500 },
    ]);
    expect(await shop.statistics.of(templateId)).toMatchObject({
      claimed: 6,
      redeemed: 4,
      salesFen: 13_200,
      costFen: 2000,
    });
  });
});
