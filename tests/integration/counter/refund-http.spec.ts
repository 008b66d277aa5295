import type { Receipt } from '@fanloop/counter';
import { Sessions, UnitOfWork } from '@fanloop/platform';
import { useApiApp } from '../../support/api-app';
import { member, staff, type TestMember } from '../../support/people';
import { usePrivateDatabase } from '../../support/private-database';
import { spendPoints } from './refunding';
import { aSale, newKey, openShop, openVisit, record, type Shop } from './till';

describe('refunds over HTTP', () => {
  const database = usePrivateDatabase();
  const api = useApiApp(database);
  let shop: Shop;
  let sale: Receipt;
  let token: string;
  let shopper: TestMember;
  const tokenOf = async (staffId: string): Promise<string> =>
    (await api.get(UnitOfWork).run((tx) => api.get(Sessions).open(tx, 'staff', staffId))).accessToken;
  beforeEach(async () => {
    api.clock.set('2026-06-15T04:00:00.000Z');
    shop = await openShop(api);
    shopper = await member(api);
    const visit = await openVisit(api, shop.clerk, shopper.memberId);
    const lines = [
      { sku: 'TEA', quantity: 2, unitPriceFen: 1600 },
      { sku: 'MLK', quantity: 1, unitPriceFen: 1500 },
    ];
    sale = await record(api, aSale(shop.clerk, visit, { lines }));
    token = await tokenOf(shop.manager.staffId);
  });
  const preview = (body: object, as = token, no = sale.purchaseNo) =>
    api.call('POST', `/api/clerk/purchases/${no}/refund-preview`, { token: as, body });
  const refund = (body: object, idempotencyKey = newKey(), no = sale.purchaseNo) =>
    api.call('POST', `/api/clerk/purchases/${no}/refunds`, { token, body, idempotencyKey });
  const FIGURES = [
    'amountFen',
    'deductedFen',
    'couponDeductedFen',
    'pointsClawedBack',
    'debtPoints',
    'deductedPoints',
    'writtenOffPoints',
    'couponReturned',
  ];
  const seenIn = (body: Record<string, unknown>) => Object.fromEntries(FIGURES.map((name) => [name, body[name]]));

  it('preview, confirm what was seen, and every list says what came back', async () => {
    const lines = [{ lineNo: 1, quantity: 1 }];
    const looked = await preview({ lines });
    expect(looked).toMatchObject({
      status: 200,
      body: {
        amountFen: 1600,
        paidBackFen: 1600,
        full: false,
        lines: [{ lineNo: 1, name: '桂花乌龙', quantity: 1, amountFen: 1600 }],
        couponName: null,
        tierBefore: { code: 'silver-leaf', name: '银叶' },
      },
    });
    const done = await refund({ lines, reason: '洒了', seen: seenIn(looked.body) });
    expect(done).toMatchObject({ status: 201, body: { amountFen: 1600, full: false, couponReturned: false } });
    const taken = {
      refundNo: done.body['refundNo'],
      amountFen: 1600,
      paidBackFen: 1600,
      reason: '洒了',
      clerkName: '店长',
    };
    const standing = { paidFen: 4700, refunded: false, refundState: 'partial', refundedFen: 1600 };
    const detail = await api.call('GET', `/api/clerk/purchases/${sale.purchaseNo}`, { token });
    expect(detail.body).toMatchObject({
      ...standing,
      lines: [
        { lineNo: 1, refundedQuantity: 1, refundedFen: 1600 },
        { lineNo: 2, refundedQuantity: 0 },
      ],
      refunds: [{ ...taken, points: { pointsClawedBack: done.body['pointsClawedBack'] } }],
    });
    const day = await api.call('GET', `/api/clerk/purchases?storeId=${shop.stores[0]}`, { token });
    expect(day.body).toMatchObject({ items: [standing] });
    const console = await api.call('GET', '/api/console/purchases', { token });
    expect(console.body).toMatchObject({
      items: [{ ...standing, refunds: [{ ...taken, lines: [{ name: '桂花乌龙' }] }] }],
    });
    const mine = await api.call('GET', '/api/member/purchases', { token: shopper.token });
    expect(mine.body).toMatchObject({
      items: [
        {
          amountFen: 4700,
          refundState: 'partial',
          refundedFen: 1600,
          lines: [
            { refundedQuantity: 1, refundedFen: 1600 },
            { refundedQuantity: 0, refundedFen: 0 },
          ],
          refunds: [{ amountFen: 1600, paidBackFen: 1600, why: [expect.stringMatching(/^退款收回/)] }],
        },
      ],
    });
    expect(JSON.stringify(mine.body)).not.toMatch(/洒了|店长/);
  });

  it('stands in the member’s timeline at its own time, and in what he may take home', async () => {
    const looked = await preview({ lines: [{ lineNo: 1, quantity: 1 }] });
    api.clock.advance({ minutes: 10 });
    await refund({ lines: [{ lineNo: 1, quantity: 1 }], reason: '洒了', seen: seenIn(looked.body) });
    api.clock.advance({ minutes: 1 });
    const timeline = await api.call<{ items: { kind: string }[] }>(
      'GET',
      `/api/console/members/${shopper.memberId}/timeline`,
      { token },
    );
    expect(timeline.body.items.filter((item) => ['purchase', 'refund'].includes(item.kind))).toMatchObject([
      { kind: 'refund', at: '2026-06-15T04:10:00.000Z', title: '部分退款 ¥16.00', amountFen: -1600 },
      { kind: 'purchase', at: '2026-06-15T04:00:00.000Z', title: '消费 ¥47.00（已退 ¥16.00）', amountFen: 4700 },
    ]);
    const stored = await api.call('GET', '/api/member/me/export', { token: shopper.token });
    expect(JSON.stringify(stored.body)).toContain(
      '"refunds":[{"at":"2026-06-15T04:10:00.000Z","amountFen":1600,"deductedFen":0',
    );
  });

  it('the old body takes all that is left; then there is nothing more', async () => {
    const looked = await preview({ amountFen: 700 });
    await refund({ amountFen: 700, reason: '补偿', seen: seenIn(looked.body) });
    expect(await refund({ reason: '错单' })).toMatchObject({ status: 201, body: { amountFen: 4000, full: true } });
    expect(await refund({ reason: '错单' })).toMatchObject({ status: 409, body: { code: 'AlreadyRefunded' } });
    expect(await preview({})).toMatchObject({ status: 409, body: { code: 'AlreadyRefunded' } });
  });

  it('a clerk undoes a slip, above the limit only with the manager, each in a session of his own', async () => {
    const [no, clerk] = [sale.purchaseNo, await tokenOf(shop.clerk.staffId)];
    const boss = (await staff(api, 'manager')).accessToken;
    const call = (path: string, as: string, body: object = {}) =>
      api.call('POST', `/api/clerk/purchases/${no}/${path}`, { token: as, body, idempotencyKey: newKey() });
    const limit = { minutes: 30, secondAboveFen: 4699 };
    expect(await api.call('PUT', '/api/console/till-settings', { token: boss, body: limit })).toMatchObject({
      status: 200,
      body: limit,
    });
    const looked = await call('undo-preview', clerk);
    expect(looked).toMatchObject({
      status: 200,
      body: { amountFen: 4700, needsSecond: true, until: '2026-06-15T04:30:00.000Z' },
    });
    const seen = seenIn(looked.body);
    expect(await call('undos', clerk, { reason: '认错会员', seen })).toMatchObject({
      status: 201,
      body: { state: 'waiting', until: '2026-06-15T04:30:00.000Z', refund: null },
    });
    expect((await call('undo-confirmations', clerk, { seen })).status).toBe(403);
    const waiting = await api.call('GET', `/api/clerk/undos?storeId=${shop.stores[0]}`, { token });
    expect(waiting.body).toMatchObject({
      items: [{ purchaseNo: no, askedBy: '店员甲', reason: '认错会员', paidFen: 4700 }],
    });
    expect((await api.call('GET', `/api/clerk/undos?storeId=${shop.stores[1]}`, { token })).status).toBe(403);
    expect(await call('undo-confirmations', token, { seen })).toMatchObject({
      status: 201,
      body: { paidBackFen: 4700 },
    });
    expect(await call('undo-confirmations', token, { seen })).toMatchObject({
      status: 409,
      body: { code: 'AlreadyUndone' },
    });
    const seenByConsole = await api.call('GET', '/api/console/purchases', { token });
    expect(seenByConsole.body).toMatchObject({
      items: [{ refundState: 'full', undo: { state: 'done', askedBy: '店员甲', decidedBy: '店长' } }],
    });
  });

  it('says why not: changed figures, no figures, no such purchase, not allowed', async () => {
    const looked = await preview({});
    await spendPoints(api, shopper.memberId, 60);
    const changed = await refund({ reason: '错单', seen: seenIn(looked.body) });
    expect(changed).toMatchObject({
      status: 409,
      body: { code: 'RefundChanged', message: '退款的金额或积分有变化，请重新核对后再确认' },
    });
    expect(await refund({ amountFen: 100, reason: '错单' })).toMatchObject({
      status: 400,
      body: { code: 'FiguresMissing' },
    });
    expect(await preview({}, token, 'NO-SUCH-PURCHASE')).toMatchObject({
      status: 404,
      body: { code: 'PurchaseNotFound' },
    });
    expect((await preview({}, await tokenOf(shop.clerk.staffId))).status).toBe(403);
    expect((await preview({}, shopper.token)).status).toBe(403);
  });

  it.each([
    [{ lines: [{ lineNo: 1, quantity: -1 }] }, 400, 'RefundQuantityNotAllowed'],
    [{ lines: [{ lineNo: 1, quantity: 1, amountFen: -1 }] }, 400, 'RefundAmountNotAllowed'],
    [{ lines: [{ lineNo: 1, quantity: 9 }] }, 409, 'RefundQuantityTooHigh'],
    [{ lines: [{ lineNo: 7, quantity: 1 }] }, 400, 'RefundLineUnknown'],
    [{ lines: [] }, 400, 'RefundEmpty'],
    [{ amountFen: -100 }, 400, 'RefundAmountNotAllowed'],
    [{ amountFen: 0.5 }, 400, 'RefundAmountNotAllowed'],
    [{ amountFen: 1e15 }, 409, 'RefundAmountTooHigh'],
    [{ amountFen: '100' }, 400, 'InvalidInput'],
  ])('L16 %j is answered with %s %s', async (body, status, code) => {
    expect(await preview(body)).toMatchObject({ status, body: { code } });
    expect(await database.query('SELECT id FROM sales_refund')).toEqual([]);
  });
});
