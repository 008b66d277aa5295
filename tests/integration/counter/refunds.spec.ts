import { PreviewRefund, type Receipt, ReceiptsRead, type RefundPurchaseCommand, RefundSale } from '@fanloop/counter';
import { ClaimCoupon, CreateTemplate, termsOf } from '@fanloop/coupons';
import { systemActor } from '@fanloop/kernel';
import { ChangeSettings, type ClawbackPolicy, LoyaltyDoor } from '@fanloop/loyalty';
import { usePrivateDatabase } from '../../support/private-database';
import { lookAndRefund, refundsOf, seenIn, spendPoints, type Wish } from './refunding';
import { aSale, codesOf, newKey, openShop, openVisit, record, type Shop } from './till';
import { useTillProcesses } from './till-process';

const ONE_TEA: Wish = { lines: [{ lineNo: 1, quantity: 1 }] };

describe('refunds at the till', () => {
  const database = usePrivateDatabase();
  const api = useTillProcesses(database)[0]!;
  let shop: Shop;
  let sale: Receipt;
  let member: string;
  // Two teas, ¥32.00: 32 points and 50 for the first purchase.
  beforeEach(async () => {
    api.clock.set('2026-06-15T04:00:00.000Z');
    shop = await openShop(api);
    member = shop.members[0]!;
    sale = await record(api, aSale(shop.clerk, await openVisit(api, shop.clerk, member)));
  });
  const look = (wish: Wish, clerk = shop.manager) =>
    api.get(PreviewRefund).execute({ clerk, purchaseNo: sale.purchaseNo, ...wish });
  const refund = (change: Partial<RefundPurchaseCommand>) =>
    api.get(RefundSale).execute({
      clerk: shop.manager,
      purchaseNo: sale.purchaseNo,
      idempotencyKey: newKey(),
      reason: '退货',
      ...change,
    });
  const balance = async () => {
    const account = (await api.get(LoyaltyDoor).accounts([member])).get(member);
    return { available: account?.available, debt: account?.debt };
  };
  const count = async (table: string): Promise<number> =>
    Number((await database.query<{ n: string }>(`SELECT COUNT(*) AS n FROM ${table}`))[0]!.n);
  const choose = (clawbackPolicy: ClawbackPolicy) =>
    api.get(ChangeSettings).execute({ settings: { clawbackPolicy }, actor: systemActor('test') });

  it('shows a part beforehand, does just that, and prints the receipt with what came back', async () => {
    const { preview, refund: done } = await lookAndRefund(refundsOf(api), shop.manager, sale.purchaseNo, ONE_TEA);
    expect(preview).toMatchObject({
      amountFen: 1600,
      deductedFen: 0,
      paidBackFen: 1600,
      pointsClawedBack: 41,
      full: false,
      lines: [{ lineNo: 1, name: '桂花乌龙', quantity: 1, amountFen: 1600 }],
      couponName: null,
      balanceAfter: 41,
      tierBefore: { code: 'silver-leaf' },
      tierAfter: { code: 'silver-leaf' },
    });
    const { couponName: _, tierBefore: __, ...same } = preview;
    expect(done).toEqual({ ...same, refundNo: done.refundNo });
    expect(await balance()).toEqual({ available: 41, debt: 0 });
    const receipt = await api.get(ReceiptsRead).byNo(sale.purchaseNo);
    expect(receipt).toMatchObject({
      refunded: false,
      refundState: 'partial',
      refundedFen: 1600,
      lines: [{ lineNo: 1, quantity: 2, refundedQuantity: 1, refundedFen: 1600 }],
      refunds: [
        {
          refundNo: done.refundNo,
          amountFen: 1600,
          paidBackFen: 1600,
          reason: '退货',
          clerkName: '店长',
          points: { pointsClawedBack: 41, debtPoints: 0, why: ['退款收回 41 分'] },
        },
      ],
    });
    await lookAndRefund(refundsOf(api), shop.manager, sale.purchaseNo);
    expect(await api.get(ReceiptsRead).byNo(sale.purchaseNo)).toMatchObject({ refunded: true, refundState: 'full' });
    expect(await balance()).toEqual({ available: 0, debt: 0 });
    expect(await api.get(LoyaltyDoor).prove()).toMatchObject({ ok: true });
  });

  // 82 points, 60 of them spent: a refund of one tea takes 41, of which 19 are missing; a point is worth one fen.
  it.each<[ClawbackPolicy, object, object]>([
    ['debt', { pointsClawedBack: 41, debtPoints: 19, deductedFen: 0, paidBackFen: 1600 }, { available: 0, debt: 19 }],
    [
      'deduct',
      { pointsClawedBack: 22, debtPoints: 0, deductedPoints: 19, deductedFen: 19, paidBackFen: 1581 },
      { available: 0, debt: 0 },
    ],
    [
      'write-off',
      { pointsClawedBack: 22, debtPoints: 0, writtenOffPoints: 19, paidBackFen: 1600 },
      { available: 0, debt: 0 },
    ],
  ])('L1 points that were spent: %s, and the clerk sees it before confirming', async (policy, figures, after) => {
    await choose(policy);
    await spendPoints(api, member, 60);
    const { preview, refund: done } = await lookAndRefund(refundsOf(api), shop.manager, sale.purchaseNo, ONE_TEA);
    expect(preview).toMatchObject(figures);
    expect(done).toMatchObject(figures);
    expect(done.why.join()).toMatch(/19 分已使用/);
    expect(await balance()).toEqual(after);
    expect(await database.query('SELECT amount_fen, deducted_fen FROM sales_refund')).toEqual([
      { amount_fen: '1600', deducted_fen: policy === 'deduct' ? '19' : '0' },
    ]);
    expect(await api.get(LoyaltyDoor).prove()).toMatchObject({ ok: true });
  });

  it('refuses to do what the clerk has not seen: points spent, a part refunded or the policy changed since', async () => {
    const seen = seenIn(await look(ONE_TEA));
    await spendPoints(api, member, 60);
    expect(await codesOf([refund({ ...ONE_TEA, seen })])).toEqual(['RefundChanged']);
    const debt = seenIn(await look(ONE_TEA));
    await choose('deduct');
    expect(await codesOf([refund({ ...ONE_TEA, seen: debt })])).toEqual(['RefundChanged']);
    expect(await count('sales_refund')).toBe(0);
    expect(await count('counter_refund_note')).toBe(0);
    const whole = seenIn(await look({}));
    await refund({ ...ONE_TEA, seen: seenIn(await look(ONE_TEA)) });
    expect(await codesOf([refund({ seen: whole })])).toEqual(['RefundChanged']);
    expect(await count('sales_refund')).toBe(1);
  });

  it('an old caller takes the whole back without having looked, but never a part, nor with money kept back', async () => {
    expect(await codesOf([refund(ONE_TEA), refund({ amountFen: 100 })])).toEqual(['FiguresMissing', 'FiguresMissing']);
    await choose('deduct');
    await spendPoints(api, member, 60);
    expect(await codesOf([refund({})])).toEqual(['FiguresMissing']);
    expect(await count('sales_refund')).toBe(0);
    await choose('debt');
    expect(await refund({})).toMatchObject({ amountFen: 3200, paidBackFen: 3200, debtPoints: 60, full: true });
  });

  it('L13 the same key gives the same refund once; the same key for another part is refused', async () => {
    const seen = seenIn(await look(ONE_TEA));
    const idempotencyKey = newKey();
    const first = await refund({ ...ONE_TEA, seen, idempotencyKey });
    expect(await refund({ ...ONE_TEA, seen, idempotencyKey })).toEqual(first);
    expect(await codesOf([refund({ amountFen: 1600, seen, idempotencyKey })])).toEqual(['IdempotencyKeyReused']);
    expect(await count('sales_refund')).toBe(1);
  });

  it.each<[Wish, string]>([
    [{ lines: [{ lineNo: 1, quantity: -1 }] }, 'RefundQuantityNotAllowed'],
    [{ lines: [{ lineNo: 1, quantity: 1, amountFen: -1600 }] }, 'RefundAmountNotAllowed'],
    [{ lines: [{ lineNo: 1, quantity: 3 }] }, 'RefundQuantityTooHigh'],
    [{ lines: [{ lineNo: 2, quantity: 1 }] }, 'RefundLineUnknown'],
    [{ lines: [] }, 'RefundEmpty'],
    [{ amountFen: -1600 }, 'RefundAmountNotAllowed'],
    [{ amountFen: Number.NaN }, 'RefundAmountNotAllowed'],
    [{ amountFen: 3201 }, 'RefundAmountTooHigh'],
  ])('L16 refuses %j with %s, in the preview as in the refund, and gives no points', async (wish, code) => {
    const seen = { ...seenIn(await look({})), amountFen: wish.amountFen ?? 1600 };
    expect(await codesOf([look(wish), refund({ ...wish, seen })])).toEqual([code, code]);
    expect(await balance()).toEqual({ available: 82, debt: 0 });
    expect(await count('sales_refund')).toBe(0);
  });

  it('L16 a deduction that the caller invents is refused', async () => {
    const seen = seenIn(await look(ONE_TEA));
    const codes = await codesOf([
      refund({ ...ONE_TEA, seen: { ...seen, deductedFen: -100 } }),
      refund({ ...ONE_TEA, seen: { ...seen, deductedFen: 1601 } }),
      refund({ ...ONE_TEA, seen: { ...seen, deductedFen: 100 } }),
      refund({ ...ONE_TEA, seen: { ...seen, pointsClawedBack: 0 } }),
    ]);
    expect(codes).toEqual(['DeductionNotAllowed', 'DeductionNotAllowed', 'RefundChanged', 'RefundChanged']);
    expect(await count('sales_refund')).toBe(0);
  });

  it('S4 who may not refund in the purchase’s store does not even see what a refund would do', async () => {
    const otherManager = { ...shop.manager, storeIds: [shop.stores[1]] };
    expect(await codesOf([look({}, shop.clerk), look({}, otherManager)])).toEqual(['PermissionMissing', 'OtherStore']);
    expect(await codesOf([look({})])).toEqual(['ok']);
  });

  it('C9 the coupon comes back with the last part only, and its discount stays on the lines that stay', async () => {
    const couponId = await claimCoupon();
    const visit = await openVisit(api, shop.clerk, member);
    sale = await record(api, aSale(shop.clerk, visit, { couponIds: [couponId] }));
    const part = await lookAndRefund(refundsOf(api), shop.manager, sale.purchaseNo, ONE_TEA);
    expect(part.preview).toMatchObject({ amountFen: 1350, couponName: '满 30 减 5', couponReturned: false });
    const rest = await lookAndRefund(refundsOf(api), shop.manager, sale.purchaseNo);
    expect(rest.preview).toMatchObject({ amountFen: 1350, full: true, couponReturned: true });
    expect(rest.refund.couponReturned).toBe(true);
    const again = await record(api, aSale(shop.clerk, visit, { couponIds: [couponId] }));
    expect(again.discountFen).toBe(500);
  });

  const claimCoupon = async (): Promise<string> => {
    const terms = termsOf({
      name: '满 30 减 5',
      kind: 'cash',
      amountFen: 500,
      thresholdFen: 3000,
      validity: { kind: 'days', days: 30 },
      scope: { stores: null, categories: null },
      returnGraceDays: 3,
    });
    const draft = {
      terms,
      stockTotal: 100,
      perMemberLimit: 1,
      claimFrom: null,
      claimUntil: null,
      openTo: 'everyone' as const,
      audienceId: null,
    };
    const actor = systemActor('test');
    const templateId = await api.get(CreateTemplate).execute({ draft, status: 'active', actor });
    const claim = { templateId, memberId: member, idempotencyKey: newKey() };
    return (await api.get(ClaimCoupon).execute(claim)).couponId;
  };
});
