import type { CouponId } from '@fanloop/kernel';
import type { Tx } from '@fanloop/platform';
import type { Coupon } from '../../../libs/coupons/src/rules/coupon';
import { CouponRepository } from '../../../libs/coupons/src/store/coupon.repository';
import type {
  NewRedemption,
  OpenRedemption,
  RedemptionKey,
} from '../../../libs/coupons/src/store/redemption.repository';
import { RedemptionRepository } from '../../../libs/coupons/src/store/redemption.repository';
import type { RedeemCommand } from '../../../libs/coupons/src/use-cases/redeem-coupons.use-case';
import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { provesAbsent } from '../../support/proves-absent';
import { type CouponsProcess, couponsProcess, draft, type Parts, settled, staff } from './coupons-process';

/** Looks at the coupon without locking it, and marks it whatever it has become. */
class TrustingCoupons extends CouponRepository {
  override async lock(tx: Tx, ids: readonly CouponId[]): Promise<Map<CouponId, Coupon>> {
    if (ids.length === 0) return new Map();
    const states = await tx.query<{ id: string; state: Coupon['state'] }>(
      'SELECT id, state FROM coupons_coupon WHERE id IN (?)',
      [ids],
    );
    await new Promise((resolve) => setTimeout(resolve, 10));
    const seen = new Map(states.map((row) => [row.id, row.state]));
    const coupons = await super.lock(tx, ids);
    return new Map([...coupons].map(([id, coupon]) => [id, { ...coupon, state: seen.get(id)! }]));
  }

  override async markRedeemed(tx: Tx, ids: readonly CouponId[], at: Date): Promise<boolean> {
    await tx.execute("UPDATE coupons_coupon SET state = 'redeemed', state_at = ? WHERE id IN (?)", [at, ids]);
    return true;
  }
}

/** Writes redemptions without the mark that the unique key stands on. */
class UnmarkedRedemptions extends RedemptionRepository {
  override async insert(tx: Tx, redemptions: readonly NewRedemption[]): Promise<void> {
    await super.insert(tx, redemptions).catch(() => undefined);
    for (const one of redemptions)
      await tx.execute(
        `INSERT INTO coupons_redemption (coupon_id, template_id, reference, store_id, redeemed_at, gross_fen,
           discount_fen, line_discounts, open) VALUES (?, ?, ?, ?, ?, ?, ?, '[]', NULL)`,
        [one.couponId, one.templateId, one.reference, one.storeId, one.at, one.grossFen, one.discountFen],
      );
  }
}

/** As found in the field: gives "a" coupon of the same template back, and closes nothing. */
class AnyCouponBack extends RedemptionRepository {
  override async open(tx: Tx, key: RedemptionKey): Promise<OpenRedemption[]> {
    const [mine] = await super.open(tx, key);
    if (!mine) return [];
    const [another] = await tx.query<{ id: string }>(
      `SELECT id FROM coupons_coupon WHERE state = 'redeemed'
          AND template_id = (SELECT template_id FROM coupons_coupon WHERE id = ?) ORDER BY id LIMIT 1`,
      [mine.couponId],
    );
    return [{ ...mine, couponId: another!.id }];
  }
}

describe('using and returning', () => {
  const database = usePrivateDatabase();
  const clock = new FixedClock('2026-06-15T04:00:00Z');
  const lines = [{ sku: null, category: '奶茶', quantity: 2, amountFen: 3800 }];
  let keys = 0;

  beforeEach(() => clock.set('2026-06-15T04:00:00Z'));

  const processes = async (parts: Parts = {}): Promise<CouponsProcess[]> => [
    couponsProcess(database.dataSource, clock, parts),
    couponsProcess(await database.another(), clock, parts),
  ];

  const template = (shop: CouponsProcess, more: Parameters<typeof draft>[1] = {}): Promise<string> =>
    shop.create.execute({ draft: draft({ perMemberLimit: 20 }, more), status: 'active', actor: staff });

  const claimed = async (shop: CouponsProcess, templateId: string, memberId: string): Promise<CouponId> => {
    keys += 1;
    return (await shop.claim.execute({ templateId, memberId, idempotencyKey: `use-key-${keys}` })).couponId;
  };

  const use = (shop: CouponsProcess, couponId: CouponId, more: Partial<RedeemCommand> = {}) =>
    shop.unitOfWork.run(async (tx) => {
      const command = {
        couponIds: [couponId],
        memberId: '1',
        storeId: '7',
        reference: 'p-1',
        at: clock.now(),
        lines,
        ...more,
      };
      const [outcome] = await shop.redeem.execute(tx, [command]);
      if (!outcome!.ok) throw outcome!.refusal;
      return outcome!.value;
    });

  const giveBack = (shop: CouponsProcess, reference: string): Promise<boolean> =>
    shop.unitOfWork.run((tx) => shop.giveBack.execute(tx, { reference }, clock.now()));

  it('C3 one coupon serves one purchase, when two tills use it at the same moment', async () => {
    const broken: Parts = {
      coupons: (numbers, terms) => new TrustingCoupons(numbers, terms),
      redemptions: new UnmarkedRedemptions(),
    };
    await provesAbsent<CouponsProcess[]>({
      sound: () => processes(),
      broken: () => processes(broken),
      reset: () => database.truncateAll(),
      scenario: async (shops) => {
        const templateId = await template(shops[0]!);
        const coupons = await Promise.all(['1', '1', '1', '1'].map((member) => claimed(shops[0]!, templateId, member)));
        const tills = coupons.flatMap((couponId, c) =>
          [0, 1, 0, 1].map((shop, t) => use(shops[shop]!, couponId, { reference: `purchase-${c}-${t}` })),
        );
        const { done, refused } = await settled(tills);
        const used = await database.query<{ coupon_id: string; n: string }>(
          'SELECT coupon_id, COUNT(DISTINCT reference) AS n FROM coupons_redemption GROUP BY coupon_id',
        );
        return [
          ...used.filter((row) => Number(row.n) !== 1).map((row) => `coupon ${row.coupon_id} is in ${row.n} purchases`),
          ...(done.length === coupons.length ? [] : [`${done.length} discounts for ${coupons.length} coupons`]),
          ...refused.filter((code) => code !== 'CouponRedeemed'),
        ];
      },
    });
  });

  it('C3 twice in one batch of the till: the second is refused and writes nothing', async () => {
    const [shop] = await processes();
    const couponId = await claimed(shop!, await template(shop!), '1');
    const command = (reference: string) => ({
      couponIds: [couponId],
      memberId: '1',
      storeId: '7',
      reference,
      at: clock.now(),
      lines,
    });
    const outcomes = await shop!.unitOfWork.run((tx) => shop!.redeem.execute(tx, [command('a'), command('b')]));
    expect(outcomes.map((outcome) => outcome.ok)).toEqual([true, false]);
    expect(await database.query('SELECT reference FROM coupons_redemption')).toEqual([{ reference: 'a' }]);
  });

  it('C5 C9 a refund gives back the same coupon with its own terms, once, however many ask for it', async () => {
    await provesAbsent<CouponsProcess[]>({
      sound: () => processes(),
      broken: () => processes({ redemptions: new AnyCouponBack() }),
      reset: () => database.truncateAll(),
      scenario: async (shops) => {
        const templateId = await template(shops[0]!);
        const coupons = [await claimed(shops[0]!, templateId, '2'), await claimed(shops[0]!, templateId, '1')];
        await use(shops[0]!, coupons[0]!, { memberId: '2', reference: 'theirs' });
        await use(shops[0]!, coupons[1]!, { reference: 'mine' });
        const [before] = await shops[0]!.wallet.list('1', 'used');
        const asked = await Promise.allSettled([0, 1, 0, 1].map((i) => giveBack(shops[i]!, 'mine')));
        const times = asked.filter((one) => one.status === 'fulfilled' && one.value).length;
        const [after] = await shops[0]!.wallet.list('1', 'usable');
        const theirs = await shops[0]!.wallet.list('2', 'used');
        return [
          ...(times === 1 ? [] : [`given back ${times} times`]),
          ...(after?.couponNo === before!.couponNo && after.validUntil === before!.validUntil
            ? []
            : ['not the same coupon']),
          ...(theirs.length === 1 ? [] : ['the coupon of another purchase came back']),
        ];
      },
    });
  });

  it('a returned coupon works again, and its second purchase is its only one', async () => {
    const [shop] = await processes();
    const templateId = await template(shop!);
    const couponId = await claimed(shop!, templateId, '1');
    await use(shop!, couponId, { reference: 'first' });
    expect(await shop!.statistics.of(templateId)).toMatchObject({ redeemed: 1, salesFen: 3300, costFen: 500 });
    expect(await giveBack(shop!, 'first')).toBe(true);
    expect(await shop!.statistics.of(templateId)).toMatchObject({ claimed: 1, redeemed: 0, salesFen: 0, costFen: 0 });
    await use(shop!, couponId, { reference: 'second' });
    expect(await giveBack(shop!, 'first')).toBe(false);
    expect(await shop!.statistics.of(templateId)).toMatchObject({ redeemed: 1, useRatePercent: 100 });
  });

  it('S1 nobody uses the coupon of another member, nor learns that it exists', async () => {
    const [shop] = await processes();
    const couponId = await claimed(shop!, await template(shop!), '2');
    const { refused } = await settled([use(shop!, couponId), use(shop!, '999999')]);
    expect(refused).toEqual(['CouponNotFound', 'CouponNotFound']);
  });

  it('what the preview promises is what the till does', async () => {
    const [shop] = await processes();
    const scope = { stores: ['7'], categories: ['奶茶'] };
    const couponId = await claimed(shop!, await template(shop!, { scope }), '1');
    const basket = [{ sku: null, category: '周边', quantity: 1, amountFen: 9900 }, ...lines];
    const query = { memberId: '1', storeId: '7', at: clock.now(), lines: basket };
    const [seen] = (await shop!.usable.forBasket(query)).coupons;
    expect(seen).toMatchObject({ usable: true, discountFen: 500, lineDiscounts: [0, 500] });
    const [elsewhere] = (await shop!.usable.forBasket({ ...query, storeId: '8' })).coupons;
    expect(elsewhere).toMatchObject({ usable: false, reason: '这张优惠券不能在本店使用', discountFen: 0 });
    expect(await use(shop!, couponId, { lines: basket })).toMatchObject({ discountFen: 500, lineDiscounts: [0, 500] });
  });

  it('an order holds its coupon against others, until it lets go or its time is over', async () => {
    const [shop] = await processes();
    const couponId = await claimed(shop!, await template(shop!), '1');
    const hold = (reference: string) =>
      shop!.unitOfWork.run((tx) =>
        shop!.hold.execute(tx, { couponId, memberId: '1', reference, until: new Date(clock.now().getTime() + 60_000) }),
      );
    await hold('order-a');
    expect((await settled<unknown>([hold('order-b'), use(shop!, couponId, { reference: 'order-b' })])).refused).toEqual(
      ['CouponLocked', 'CouponLocked'],
    );
    expect(await shop!.unitOfWork.run((tx) => shop!.release.execute(tx, couponId, 'order-b'))).toBe(false);
    expect(await shop!.unitOfWork.run((tx) => shop!.release.execute(tx, couponId, 'order-a'))).toBe(true);
    await hold('order-b');
    clock.advance({ minutes: 1 });
    await use(shop!, couponId, { reference: 'order-c' });
  });

  it('C17 the sweep expires by short transactions what is due, and only that', async () => {
    const [shop] = await processes();
    const templateId = await shop!.create.execute({
      draft: draft({ perMemberLimit: 1, stockTotal: 2000 }),
      status: 'active',
      actor: staff,
    });
    const members = Array.from({ length: 1200 }, (_, i) => ({
      templateId,
      memberId: String(i + 1),
      channel: 'rule' as const,
    }));
    await shop!.unitOfWork.run((tx) => shop!.grants.execute(tx, members, clock.now()));
    const first = await shop!.wallet.list('1', 'usable');
    expect(first[0]!.validUntil).toBe('2026-06-22T16:00:00.000Z');
    await use(shop!, first[0]!.couponId);
    clock.set('2026-06-22T15:59:59.999Z');
    expect(await shop!.expire.execute()).toBe(0);
    clock.set('2026-06-22T16:00:00.000Z');
    expect(await shop!.wallet.list('2', 'expired')).toMatchObject([{ state: 'expired' }]);
    expect(await shop!.expire.execute()).toBe(1199);
    expect(await shop!.statistics.of(templateId)).toMatchObject({ claimed: 1200, redeemed: 1, expired: 1199 });
    expect(await giveBack(shop!, 'p-1')).toBe(true);
    expect(await shop!.wallet.list('1', 'usable')).toMatchObject([{ validUntil: '2026-06-26T16:00:00.000Z' }]);
  });

  it('a closed account loses what it has not used', async () => {
    const [shop] = await processes();
    const templateId = await template(shop!);
    const [used, unused] = [await claimed(shop!, templateId, '1'), await claimed(shop!, templateId, '1')];
    await use(shop!, used);
    await shop!.unitOfWork.run((tx) => shop!.voidCoupons.execute(tx, ['1']));
    expect(await shop!.wallet.list('1', 'expired')).toMatchObject([{ couponId: unused, state: 'void' }]);
    expect(await shop!.wallet.list('1', 'used')).toMatchObject([{ couponId: used }]);
  });
});
