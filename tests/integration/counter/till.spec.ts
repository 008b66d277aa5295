import { PreviewPurchase, RefundSale, ScanCustomer } from '@fanloop/counter';
import { LoyaltyDoor } from '@fanloop/loyalty';
import { CurrentMemberCodeRead } from '@fanloop/members';
import { usePrivateDatabase } from '../../support/private-database';
import { aSale, codesOf, newKey, openShop, openVisit, record, type Shop } from './till';
import { useTillProcesses } from './till-process';

describe('the till', () => {
  const database = usePrivateDatabase();
  const api = useTillProcesses(database)[0]!;
  let shop: Shop;
  let visit: string;
  beforeEach(async () => {
    api.clock.set('2026-06-15T04:00:00.000Z');
    shop = await openShop(api);
    visit = await openVisit(api, shop.clerk, shop.members[0]!);
  });
  const count = async (table: string): Promise<number> =>
    Number((await database.query<{ n: string }>(`SELECT COUNT(*) AS n FROM ${table}`))[0]!.n);

  it('shows whom the clerk serves, previews, and records just what it previewed', async () => {
    const { code } = api.get(CurrentMemberCodeRead).of(shop.members[1]!);
    const scan = { clerk: shop.clerk, code, storeId: shop.stores[0] };
    const card = await api.get(ScanCustomer).execute(scan);
    expect(card).toMatchObject({
      member: { nickname: '茶客 1' },
      tier: { code: 'silver-leaf' },
      points: { available: 0 },
      coupons: [],
      lastPurchases: [],
      suggestion: { reason: '还没有消费记录' },
    });
    expect(card.member.memberNoMasked).toMatch(/^••••.{4}$/);
    expect(await codesOf([api.get(ScanCustomer).execute(scan)])).toEqual(['MemberCodeUsed']);

    const sale = aSale(shop.clerk, card.visitToken);
    const preview = await api.get(PreviewPurchase).execute(sale);
    const receipt = await record(api, sale);
    expect(preview).toMatchObject({ grossFen: 3200, discountFen: 0, payableFen: 3200, points: 82 });
    expect(receipt).toMatchObject({
      storeName: '门店 S1',
      clerkName: '店员甲',
      grossFen: 3200,
      paidFen: 3200,
      points: preview.points,
      balanceAfter: 82,
      why: preview.why,
      lines: [{ name: '桂花乌龙', quantity: 2, amountFen: 3200 }],
      refunded: false,
    });
    const accounts = await api.get(LoyaltyDoor).accounts([shop.members[1]!]);
    expect(accounts.get(shop.members[1]!)?.available).toBe(82);
  });

  it('promises a higher tier only when this purchase lifts the shopper to it', async () => {
    const tierAfter = async (quantity: number) => {
      const sale = aSale(shop.clerk, visit, { lines: [{ sku: 'TEA', quantity, unitPriceFen: 1600 }] });
      return (await api.get(PreviewPurchase).execute(sale)).tierAfter;
    };
    expect(await tierAfter(1)).toBeNull();
    expect(await tierAfter(150)).toMatchObject({ code: 'gold-leaf' });
    await record(api, aSale(shop.clerk, visit, { lines: [{ sku: 'TEA', quantity: 150, unitPriceFen: 1600 }] }));
    visit = await openVisit(api, shop.clerk, shop.members[0]!);
    expect(await tierAfter(1)).toBeNull();
  });

  it('L13 answers a repeated request with the stored receipt, even when the visit is long over', async () => {
    const sale = aSale(shop.clerk, visit);
    const first = await record(api, sale);
    api.clock.advance({ hours: 5 });
    expect(await record(api, sale)).toEqual(first);
    expect(await count('sales_purchase')).toBe(1);
    const other = { ...sale, lines: [{ sku: 'TEA', quantity: 3, unitPriceFen: 1600 }] };
    expect(await codesOf([record(api, other)])).toEqual(['IdempotencyKeyReused']);
    expect(await codesOf([record(api, aSale(shop.clerk, visit))])).toEqual(['VisitExpired']);
    expect(await count('sales_purchase')).toBe(1);
  });

  it.each([
    [{ lines: [{ sku: 'TEA', quantity: -1, unitPriceFen: 1600 }] }, 'QuantityNotAllowed'],
    [{ lines: [{ sku: 'TEA', quantity: 0, unitPriceFen: 1600 }] }, 'QuantityNotAllowed'],
    [{ lines: [{ sku: 'TEA', quantity: 1.5, unitPriceFen: 1600 }] }, 'QuantityNotAllowed'],
    [{ lines: [{ sku: 'TEA', quantity: 1e9, unitPriceFen: 1600 }] }, 'QuantityNotAllowed'],
    [{ lines: [{ name: '礼券', quantity: 1, unitPriceFen: -1600 }] }, 'AmountNotAllowed'],
    [{ lines: [{ name: '礼券', quantity: -2, unitPriceFen: -1600 }] }, 'QuantityNotAllowed'],
    [{ lines: [{ name: '礼券', quantity: 999, unitPriceFen: 9_999_999 }] }, 'AmountNotAllowed'],
    [{ lines: [{ sku: 'TEA', quantity: 1, unitPriceFen: 1 }] }, 'PriceDiffers'],
    [{ lines: [{ sku: 'GONE', quantity: 1, unitPriceFen: 1 }] }, 'ProductUnknown'],
    [{ lines: [], amountFen: -3800 }, 'AmountNotAllowed'],
    [{ lines: [], amountFen: 0.5 }, 'AmountNotAllowed'],
    [{ lines: [] }, 'LinesOrAmount'],
    [{ couponIds: ['1'] }, 'CouponNotFound'],
  ])('L16 C4 refuses %j with %s and writes nothing', async (change, code) => {
    expect(await codesOf([record(api, aSale(shop.clerk, visit, change))])).toEqual([code]);
    for (const table of ['sales_purchase', 'loyalty_entry', 'counter_receipt', 'platform_idempotency_key'])
      expect([table, await count(table)]).toEqual([table, 0]);
  });

  it('a refused till leaves its neighbours of the same transaction alone', async () => {
    const sales = [
      aSale(shop.clerk, visit),
      aSale(shop.clerk, visit, { couponIds: ['1'] }),
      aSale(shop.clerk, visit, { lines: [], amountFen: 3800 }),
      aSale(shop.clerk, 'no-such-visit'),
    ];
    expect(await codesOf(sales.map((sale) => record(api, sale)))).toEqual([
      'ok',
      'CouponNotFound',
      'ok',
      'VisitExpired',
    ]);
    expect(await count('sales_purchase')).toBe(2);
    expect(await count('platform_idempotency_key')).toBe(2);
  });

  it('S2 a clerk sells, previews and scans in his own stores only, and nobody uses another clerk’s visit', async () => {
    const elsewhere = { ...aSale(shop.clerk, visit), storeId: shop.stores[1] };
    const { code } = api.get(CurrentMemberCodeRead).of(shop.members[0]!);
    expect(
      await codesOf([
        record(api, elsewhere),
        api.get(PreviewPurchase).execute(elsewhere),
        api.get(ScanCustomer).execute({ clerk: shop.clerk, code, storeId: shop.stores[1] }),
        record(api, aSale(shop.otherClerk, visit)),
        record(api, aSale(shop.manager, visit)),
      ]),
    ).toEqual(['OtherStore', 'OtherStore', 'OtherStore', 'VisitInvalid', 'VisitInvalid']);
    expect(await count('sales_purchase')).toBe(0);
  });

  it('S4 only who may refund in the purchase’s own store refunds it, whatever the request says', async () => {
    const { purchaseNo } = await record(api, aSale(shop.clerk, visit));
    const refund = (clerk: typeof shop.clerk) =>
      api.get(RefundSale).execute({ clerk, idempotencyKey: newKey(), purchaseNo, reason: '错单' });
    const otherManager = { ...shop.manager, storeIds: [shop.stores[1]] };
    expect(await codesOf([refund(shop.clerk), refund(otherManager)])).toEqual(['PermissionMissing', 'OtherStore']);
    expect(await count('sales_refund')).toBe(0);
  });

  it('refunds money and points in one transaction, once, and prints the receipt as refunded', async () => {
    const sale = await record(api, aSale(shop.clerk, visit));
    const command = { clerk: shop.manager, idempotencyKey: newKey(), purchaseNo: sale.purchaseNo, reason: '错单' };
    const refund = await api.get(RefundSale).execute(command);
    expect(refund).toMatchObject({ amountFen: 3200, pointsClawedBack: 82, debtPoints: 0, couponReturned: false });
    expect(await api.get(RefundSale).execute(command)).toEqual(refund);
    expect(await codesOf([api.get(RefundSale).execute({ ...command, idempotencyKey: newKey() })])).toEqual([
      'AlreadyRefunded',
    ]);
    const accounts = await api.get(LoyaltyDoor).accounts([shop.members[0]!]);
    expect(accounts.get(shop.members[0]!)?.available).toBe(0);
    expect(await api.get(LoyaltyDoor).prove()).toMatchObject({ ok: true });
  });

  it('takes a purchase that waited in the clerk’s queue at the time when it happened', async () => {
    const occurredAt = new Date('2026-06-15T04:10:00.000Z');
    api.clock.advance({ hours: 3 });
    const queued = aSale(shop.clerk, visit, { occurredAt, lines: [{ sku: 'TEA', quantity: 1, unitPriceFen: 1500 }] });
    expect((await record(api, queued)).at).toBe('2026-06-15T04:10:00.000Z');
  });
});
