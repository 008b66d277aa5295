import { randomInt } from 'node:crypto';
import type { MemberId } from '@fanloop/kernel';
import { FieldCipher, Outbox, Reader, type Tx } from '@fanloop/platform';
import { CouponHistoryRead } from '../../../libs/coupons/src/reads/coupon-history.read';
import { GiftsRead } from '../../../libs/coupons/src/reads/gifts.read';
import type { Gift } from '../../../libs/coupons/src/rules/gift';
import { GiftRepository } from '../../../libs/coupons/src/store/gift.repository';
import { GiftDesk } from '../../../libs/coupons/src/store/gift-desk';
import { HoldRepository } from '../../../libs/coupons/src/store/hold.repository';
import { TermsRepository } from '../../../libs/coupons/src/store/terms.repository';
import { AcceptGift } from '../../../libs/coupons/src/use-cases/gifts/accept-gift.use-case';
import { ExpireGifts } from '../../../libs/coupons/src/use-cases/gifts/expire-gifts.use-case';
import { OfferCoupon } from '../../../libs/coupons/src/use-cases/gifts/offer-coupon.use-case';
import { WithdrawGift } from '../../../libs/coupons/src/use-cases/gifts/withdraw-gift.use-case';
import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { provesAbsent } from '../../support/proves-absent';
import { KEYS } from './codes-process';
import { couponsProcess, draft, settled, staff } from './coupons-process';

const cipher = new FieldCipher(KEYS);

/** Reads without a lock, and gives the coupon to whoever asks last. */
class HastyGifts extends GiftRepository {
  override lock(tx: Tx, giftId: string) {
    return this.byId(tx, giftId);
  }

  override async accept(tx: Tx, gift: Gift, memberId: MemberId, _hold: string, at: Date): Promise<boolean> {
    await tx.query('SELECT SLEEP(0.02)');
    await tx.execute(
      "UPDATE coupons_gift SET state = 'accepted', open = NULL, to_member_id = ?, settled_at = ? WHERE id = ?",
      [memberId, at, gift.giftId],
    );
    await tx.execute("UPDATE coupons_coupon SET member_id = ?, channel = 'gift', state = 'claimed' WHERE id = ?", [
      memberId,
      gift.couponId,
    ]);
    return true;
  }
}

/** Nothing in the database holds the number of gifts. */
class UncountedGifts extends GiftRepository {
  protected override async noClaim(): Promise<number> {
    return -randomInt(1, 1_000_000_000);
  }
}

const GIFTS = { conditions: HastyGifts, limit: UncountedGifts };

describe('a coupon given to a friend', () => {
  const database = usePrivateDatabase();
  const clock = new FixedClock('2026-06-15T04:00:00Z');
  let keys = 0;

  /** What is taken out of the product: the locks and conditions of an acceptance, or the lock of the template alone. */
  type Broken = 'conditions' | 'limit';
  const process = async (broken?: Broken, source = database.dataSource) => {
    const shop = couponsProcess(source, clock);
    const { unitOfWork } = shop;
    const gifts = new (broken ? GIFTS[broken] : GiftRepository)(cipher);
    const templates = broken ? ({ lock: async () => new Map() } as never) : shop.templates;
    // Locked for the length of a look only.
    const seen = { lock: (_: Tx, ids: string[]) => unitOfWork.run((own) => shop.coupons.lock(own, ids)) } as never;
    const coupons = broken === 'conditions' ? seen : shop.coupons;
    const desk = new GiftDesk(templates, coupons, new HoldRepository(), gifts);
    const reader = new Reader(source);
    const terms = new TermsRepository(reader);
    return {
      ...shop,
      offer: new OfferCoupon(unitOfWork, shop.coupons, new HoldRepository(), gifts, clock),
      accept: new AcceptGift(unitOfWork, desk, new Outbox(), clock),
      withdraw: new WithdrawGift(unitOfWork, desk, clock),
      expireGifts: new ExpireGifts(unitOfWork, reader, desk, new Outbox(), clock),
      gifts: new GiftsRead(reader, gifts, terms, clock),
      history: new CouponHistoryRead(reader, terms),
    };
  };
  type Process = Awaited<ReturnType<typeof process>>;

  const both = async (broken?: Broken) => [await process(broken), await process(broken, await database.another())];

  const GIVING = { giving: { hours: 24, perReceiver: 1 } };
  const template = (shop: Process, more: Parameters<typeof draft>[0] = {}, terms = {}) =>
    shop.create.execute({ draft: draft(more, { ...GIVING, ...terms }), status: 'active', actor: staff });
  const claimed = async (shop: Process, templateId: string, memberId: string) => {
    keys += 1;
    return (await shop.claim.execute({ templateId, memberId, idempotencyKey: `gift-claim-${keys}` })).couponId;
  };
  const given = async (shop: Process, memberId: string, templateId?: string) => {
    const couponId = await claimed(shop, templateId ?? (await template(shop)), memberId);
    return { couponId, ...(await shop.offer.execute({ couponId, memberId })) };
  };
  const owner = async (couponId: string) =>
    (await database.query<Record<string, unknown>>('SELECT * FROM coupons_coupon WHERE id = ?', [couponId]))[0]!;
  const events = async (name: string) =>
    database.query('SELECT * FROM platform_outbox WHERE name = ? ORDER BY id', [name]);

  it('is the same coupon with the same end, once; asked again, the link and the answer are the same', async () => {
    const shop = await process();
    const gift = await given(shop, '1');
    const before = await owner(gift.couponId);
    expect(before).toMatchObject({ state: 'locked', lock_reference: `gift:${gift.giftId}` });
    expect(await shop.offer.execute({ couponId: gift.couponId, memberId: '1' })).toEqual({
      giftId: gift.giftId,
      token: gift.token,
      expiresAt: gift.expiresAt,
    });
    const rows = JSON.stringify(await database.query('SELECT * FROM coupons_gift'));
    expect(rows).not.toContain(gift.token);
    expect(await shop.gifts.byToken(gift.token, null)).toMatchObject({ standing: 'open', fromMemberId: '1' });
    for (let i = 0; i < 2; i += 1)
      expect(await shop.accept.execute({ token: gift.token, memberId: '2' })).toBe(gift.couponId);
    expect(await owner(gift.couponId)).toMatchObject({
      coupon_no: before['coupon_no'],
      terms_id: before['terms_id'],
      valid_until: before['valid_until'],
      member_id: '2',
      channel: 'gift',
      state: 'claimed',
      lock_reference: null,
    });
    expect(await events('coupons.gift-accepted.v1')).toHaveLength(1);
    const { refused } = await settled<unknown>([
      shop.offer.execute({ couponId: gift.couponId, memberId: '2' }),
      shop.offer.execute({ couponId: gift.couponId, memberId: '1' }),
      shop.accept.execute({ token: gift.token, memberId: '3' }),
      shop.accept.execute({ token: 'nothing', memberId: '3' }),
      shop.withdraw.execute({ giftId: gift.giftId, memberId: '1' }),
      shop.withdraw.execute({ giftId: gift.giftId, memberId: '3' }),
    ]);
    expect(refused).toEqual([
      'GiftNotAgain',
      'CouponNotFound',
      'GiftTaken',
      'GiftNotFound',
      'GiftTaken',
      'GiftNotFound',
    ]);
    const titles = async (memberId: string) =>
      (await shop.history.of(memberId, new Date('2027-01-01T00:00:00Z'), 10)).map(({ title }) => title).sort();
    expect(await titles('1')).toEqual(['好友领走了优惠券', '转赠优惠券给好友', '领取优惠券']);
    expect(await titles('2')).toEqual(['收到好友转赠的优惠券']);
    expect([(await shop.gifts.of('1'))[0], (await shop.gifts.of('2'))[0]]).toMatchObject([
      { direction: 'out', state: 'accepted', otherMemberId: '2' },
      { direction: 'in', state: 'accepted', otherMemberId: '1' },
    ]);
  });

  it('C1 goes to one of many friends who take it at once over two processes', async () => {
    await provesAbsent<Process[]>({
      sound: () => both(),
      broken: () => both('conditions'),
      reset: () => database.truncateAll(),
      attempts: 10,
      scenario: async (shops) => {
        const gifts = await Promise.all(['1', '2', '3', '4'].map((memberId) => given(shops[0]!, memberId)));
        const { done, refused } = await settled(
          gifts.flatMap(({ token }, g) =>
            [1, 2, 3, 4].map((i) => shops[i % 2]!.accept.execute({ token, memberId: String(100 + g * 10 + i) })),
          ),
        );
        return [
          ...(done.length === 4 ? [] : [`4 coupons went to ${done.length} friends`]),
          ...refused.filter((code) => code !== 'GiftTaken' && code !== 'GiftGone'),
        ];
      },
    });
  });

  it('C1 passes no limit of whoever receives, however many friends give at once', async () => {
    await provesAbsent<Process[]>({
      sound: () => both(),
      broken: () => both('limit'),
      reset: () => database.truncateAll(),
      attempts: 10,
      scenario: async (shops) => {
        const templateId = await template(shops[0]!);
        const gifts = await Promise.all(
          Array.from({ length: 12 }, (_, i) => given(shops[0]!, String(i + 1), templateId)),
        );
        // Separate members, who receive three each.
        const { refused } = await settled(
          gifts.map(({ token }, i) => shops[i % 2]!.accept.execute({ token, memberId: String(100 + (i % 4)) })),
        );
        const received = await database.query<{ n: string }>(
          "SELECT COUNT(*) AS n FROM coupons_gift WHERE state = 'accepted' GROUP BY to_member_id",
        );
        return [
          ...received.flatMap(({ n }) => (Number(n) === 1 ? [] : [`${n} gifts for one member`])),
          ...refused.filter((code) => code !== 'GiftLimitReached'),
        ];
      },
    });
  });

  it('C1 is no way around the limit of claims: the giver has claimed, the receiver may claim still', async () => {
    const shop = await process();
    const templateId = await template(shop);
    const gift = await given(shop, '1', templateId);
    await shop.accept.execute({ token: gift.token, memberId: '2' });
    await claimed(shop, templateId, '2');
    const { refused } = await settled([claimed(shop, templateId, '1'), claimed(shop, templateId, '2')]);
    expect(refused).toEqual(['ClaimLimitReached', 'ClaimLimitReached']);
  });

  it('cannot be used while it is offered; taken back, it can at once; a link that was taken back opens nothing', async () => {
    const shop = await process();
    const gift = await given(shop, '1');
    const use = (memberId: string) =>
      shop.unitOfWork.run((tx) =>
        shop.hold.execute(tx, {
          couponId: gift.couponId,
          memberId,
          reference: 'order:1',
          until: new Date(clock.now().getTime() + 60_000),
        }),
      );
    expect((await settled([use('1')])).refused).toEqual(['CouponOffered']);
    for (let i = 0; i < 2; i += 1) await shop.withdraw.execute({ giftId: gift.giftId, memberId: '1' });
    expect((await settled([shop.accept.execute({ token: gift.token, memberId: '2' })])).refused).toEqual([
      'GiftWithdrawn',
    ]);
    await use('1');
    expect((await settled([shop.offer.execute({ couponId: gift.couponId, memberId: '1' })])).refused).toEqual([
      'CouponLocked',
    ]);
  });

  it('goes back by itself when nobody takes it: usable by the clock, swept once, and told', async () => {
    const shop = await process();
    const gift = await given(shop, '1');
    clock.advance({ hours: 24 });
    expect((await settled([shop.accept.execute({ token: gift.token, memberId: '2' })])).refused).toEqual([
      'GiftExpired',
    ]);
    expect((await shop.wallet.list('1', 'usable'))[0]).toMatchObject({
      state: 'claimed',
      gift: null,
      isGiftable: true,
    });
    const sweeps = await Promise.all([shop.expireGifts.execute(), shop.expireGifts.execute()]);
    expect(sweeps.reduce((a, b) => a + b)).toBe(1);
    expect(await owner(gift.couponId)).toMatchObject({ state: 'claimed', member_id: '1', lock_reference: null });
    expect(await events('coupons.gift-returned.v1')).toHaveLength(1);
    const again = await shop.offer.execute({ couponId: gift.couponId, memberId: '1' });
    expect(again.giftId).not.toBe(gift.giftId);
    await shop.accept.execute({ token: again.token, memberId: '2' });
    clock.set('2026-06-15T04:00:00Z');
  });

  it('ends with the coupon, and with the account of its giver', async () => {
    const shop = await process();
    const short = await template(
      shop,
      {},
      {
        validity: { kind: 'fixed', from: '2026-06-01T00:00:00Z', until: '2026-06-15T06:00:00Z' },
      },
    );
    const ending = await given(shop, '1', short);
    expect(ending.expiresAt).toEqual(new Date('2026-06-15T06:00:00Z'));
    const left = await given(shop, '2');
    await shop.unitOfWork.run((tx) => shop.voidCoupons.execute(tx, ['2']));
    expect((await settled([shop.accept.execute({ token: left.token, memberId: '3' })])).refused).toEqual(['GiftGone']);
    clock.advance({ days: 2 });
    expect((await settled([shop.accept.execute({ token: ending.token, memberId: '3' })])).refused).toEqual([
      'CouponExpired',
    ]);
    expect(await shop.expireGifts.execute()).toBe(2);
    expect(await events('coupons.gift-returned.v1')).toEqual([]);
    await shop.expire.execute();
    expect([await owner(ending.couponId), await owner(left.couponId)]).toMatchObject([
      { state: 'expired' },
      { state: 'void' },
    ]);
    clock.set('2026-06-15T04:00:00Z');
  });

  it('what the brand has taken back is neither given nor taken, before the sweep comes by as well', async () => {
    const shop = await process();
    const templateId = await template(shop, { perMemberLimit: 2 });
    const onItsWay = await given(shop, '1', templateId);
    const atHome = await claimed(shop, templateId, '2');
    await shop.changeStatus.execute({
      ...{ templateId, status: 'ended', actor: staff },
      voidUnused: { reason: '印错了', seenUnused: 2 },
    });
    const { refused } = await settled<unknown>([
      shop.accept.execute({ token: onItsWay.token, memberId: '3' }),
      shop.offer.execute({ couponId: atHome, memberId: '2' }),
    ]);
    expect(refused).toEqual(['CouponVoid', 'CouponVoid']);
  });
});
