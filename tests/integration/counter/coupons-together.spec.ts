import { PreviewPurchase, RefundSale } from '@fanloop/counter';
import { ClaimCoupon, CreateTemplate, type KeptTerms, termsOf } from '@fanloop/coupons';
import { systemActor } from '@fanloop/kernel';
import { usePrivateDatabase } from '../../support/private-database';
import { aSale, codesOf, newKey, openShop, openVisit, record, type Shop } from './till';
import { useTillProcesses } from './till-process';

const FOLD = { class: '折扣券', with: 'other-classes' } as const;
const CASH = { class: '满减券', with: 'other-classes' } as const;

/** Two pieces of tea, ¥32. */
describe('several coupons in one purchase', () => {
  const database = usePrivateDatabase();
  const api = useTillProcesses(database)[0]!;
  let shop: Shop;
  let visit: string;
  let member: string;
  beforeEach(async () => {
    api.clock.set('2026-06-15T04:00:00.000Z');
    shop = await openShop(api);
    member = shop.members[0]!;
    visit = await openVisit(api, shop.clerk, member);
  });

  const claimed = async (terms: Partial<KeptTerms>, memberId = member): Promise<string> => {
    const draft = {
      terms: termsOf({
        name: '券',
        thresholdFen: 0,
        validity: { kind: 'days', days: 30 },
        scope: {},
        returnGraceDays: 3,
        ...terms,
      } as KeptTerms),
      stockTotal: 100,
      perMemberLimit: 1,
      claimFrom: null,
      openTo: 'everyone' as const,
      audienceId: null,
      claimUntil: null,
    };
    const templateId = await api.get(CreateTemplate).execute({ draft, status: 'active', actor: systemActor('test') });
    return (await api.get(ClaimCoupon).execute({ templateId, memberId, idempotencyKey: newKey() })).couponId;
  };
  const preview = (couponIds: string[] = []) =>
    api.get(PreviewPurchase).execute(aSale(shop.clerk, visit, { couponIds }));

  it('the preview names the best choice, the till gives just that, and a refund brings all of them back', async () => {
    const fold = await claimed({ kind: 'percent', percent: 90, capFen: null, name: '九折券', stacking: FOLD });
    const small = await claimed({ kind: 'cash', amountFen: 200, name: '减 2 元', stacking: CASH });
    const large = await claimed({ kind: 'cash', amountFen: 500, thresholdFen: 2500, name: '减 5 元', stacking: CASH });
    const { best, discountFen } = await preview();
    expect(discountFen).toBe(0);
    expect(best).toEqual({
      couponIds: [fold, large],
      discountFen: 820,
      why: '选了 2 张，省 ¥8.20；满减券每单限用一张',
    });
    expect(await preview([large, fold])).toMatchObject({ discountFen: 820, payableFen: 2380, couponProblem: null });
    expect(await preview([large, small])).toMatchObject({
      discountFen: 0,
      payableFen: 3200,
      couponProblem: '满减券每单限用一张',
    });
    expect(await codesOf([record(api, aSale(shop.clerk, visit, { couponIds: [small, large] }))])).toEqual([
      'CouponsApart',
    ]);

    const receipt = await record(api, aSale(shop.clerk, visit, { couponIds: [large, fold, large] }));
    expect(receipt).toMatchObject({ grossFen: 3200, discountFen: 820, paidFen: 2380, couponName: '九折券、减 5 元' });
    expect(await codesOf([record(api, aSale(shop.clerk, visit, { couponIds: [fold] }))])).toEqual(['CouponRedeemed']);
    await api.get(RefundSale).execute({
      clerk: shop.manager,
      idempotencyKey: newKey(),
      purchaseNo: receipt.purchaseNo,
      reason: '退货',
    });
    expect((await preview()).best.couponIds).toEqual([fold, large]);
  });

  it('C11 hours, weekdays and black-outs are those of the store’s clock', async () => {
    // 2026-06-15 12:00 in Shanghai, a Monday.
    const at = { hours: [{ from: '12:00', until: '12:01' }], weekdays: [1], holidays: 'any', blackouts: [] } as const;
    const noon = await claimed({ kind: 'cash', amountFen: 300, useTimes: at });
    const black = { from: '2026-06-15', to: '2026-06-15' };
    const never = await claimed({ kind: 'cash', amountFen: 300, useTimes: { ...at, blackouts: [black] } });
    const seen = (await preview()).coupons.map(({ couponId, usable, reason }) => [couponId, usable, reason]);
    expect(seen).toEqual([
      [noon, true, null],
      [never, false, '现在不在可用时段：今天不可用'],
    ]);
  });

  it('a coupon for a tier asks the ledger, and one for a first purchase the count of purchases', async () => {
    const tiers = [{ code: 'gold-leaf', name: '金叶' }];
    await claimed({ kind: 'cash', amountFen: 300, scope: { tiers } });
    const first = await claimed({ kind: 'cash', amountFen: 400, scope: { firstPurchaseOnly: true } });
    const { coupons } = await preview();
    expect(coupons).toMatchObject([
      { usable: false, reason: '这张优惠券不适用于您的等级' },
      { couponId: first, usable: true },
    ]);
    await record(api, aSale(shop.clerk, visit));
    expect(await codesOf([record(api, aSale(shop.clerk, visit, { couponIds: [first] }))])).toEqual([
      'FirstPurchaseOnly',
    ]);
  });

  it('of two first purchases at the same moment only one is the first, whatever was seen before', async () => {
    const coupons = [
      await claimed({ kind: 'cash', amountFen: 400, scope: { firstPurchaseOnly: true } }),
      await claimed({ kind: 'cash', amountFen: 400, scope: { firstPurchaseOnly: true } }),
    ];
    const codes = await codesOf(coupons.map((id) => record(api, aSale(shop.clerk, visit, { couponIds: [id] }))));
    expect([...codes].sort()).toEqual(['NotFirstPurchase', 'ok']);
    const [row] = await database.query<{ n: string }>(
      "SELECT COUNT(*) AS n FROM coupons_coupon WHERE state = 'redeemed'",
    );
    expect(Number(row!.n)).toBe(1);
  });
});
