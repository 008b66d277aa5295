import { RunWaitingImports } from '@fanloop/counter';
import { systemActor } from '@fanloop/kernel';
import { CurrentMemberCodeRead } from '@fanloop/members';
import { AddStaff } from '@fanloop/organization';
import { Sessions, UnitOfWork } from '@fanloop/platform';
import { useApiApp } from '../../support/api-app';
import { usePrivateDatabase } from '../../support/private-database';
import { newKey, openShop, type Shop } from './till';

describe('the till and the imports over HTTP', () => {
  const database = usePrivateDatabase();
  const api = useApiApp(database);
  let shop: Shop;
  const tokenOf = async (staffId: string): Promise<string> =>
    (await api.get(UnitOfWork).run((tx) => api.get(Sessions).open(tx, 'staff', staffId))).accessToken;
  beforeEach(async () => {
    api.clock.set('2026-06-15T04:00:00.000Z');
    shop = await openShop(api);
  });

  it('scan, products, preview, record, receipts, refund', async () => {
    const token = await tokenOf(shop.clerk.staffId);
    const [storeId] = shop.stores;
    const post = <B = Record<string, unknown>>(path: string, body: unknown, idempotencyKey?: string, as = token) =>
      api.call<B>('POST', `/api/clerk/${path}`, { token: as, body, idempotencyKey });
    const { code } = api.get(CurrentMemberCodeRead).of(shop.members[0]!);
    const card = await post<{ visitToken: string }>('customers/scan', { code, storeId });
    expect([card.status, card.body]).toMatchObject([200, { tier: { code: 'silver-leaf' }, coupons: [] }]);
    const products = await api.call('GET', `/api/clerk/products?storeId=${storeId}&q=桂花`, { token });
    expect(products.body).toEqual({ items: [expect.objectContaining({ sku: 'TEA', priceFen: 1600 })] });
    const basket = {
      visitToken: card.body.visitToken,
      storeId,
      lines: [{ sku: 'TEA', quantity: 1, unitPriceFen: 1600 }],
      couponIds: [],
    };
    expect(await post('purchases/preview', basket)).toMatchObject({
      status: 200,
      body: { payableFen: 1600, points: 66 },
    });
    expect(await post('purchases', basket)).toMatchObject({ status: 400, body: { code: 'IdempotencyKeyMissing' } });
    const key = newKey();
    const sale = await post<{ purchaseNo: string }>('purchases', basket, key);
    expect([sale.status, sale.body]).toMatchObject([201, { paidFen: 1600, points: 66, clerkName: '店员甲' }]);
    expect((await post('purchases', basket, key)).body).toEqual(sale.body);
    const negative = { ...basket, lines: [{ sku: 'TEA', quantity: -1, unitPriceFen: 1600 }] };
    expect(await post('purchases', negative, newKey())).toMatchObject({
      status: 400,
      body: { code: 'QuantityNotAllowed', details: { line: 1 } },
    });
    const list = await api.call<{ items: unknown[] }>('GET', `/api/clerk/purchases?storeId=${storeId}`, { token });
    expect(list.body.items).toEqual([expect.objectContaining({ purchaseNo: sale.body.purchaseNo, refunded: false })]);
    const refunds = `purchases/${sale.body.purchaseNo}/refunds`;
    expect((await post(refunds, { reason: '错单' }, newKey())).status).toBe(403);
    const manager = await tokenOf(shop.manager.staffId);
    const refund = await post(refunds, { reason: '错单' }, newKey(), manager);
    expect([refund.status, refund.body]).toMatchObject([201, { amountFen: 1600, pointsClawedBack: 66 }]);
    const one = await api.call('GET', `/api/clerk/purchases/${sale.body.purchaseNo}`, { token });
    expect(one.body).toMatchObject({ refunded: true });
    const rows = await api.call<{ items: unknown[] }>('GET', '/api/console/purchases', { token: manager });
    expect(rows.body).toMatchObject({ total: 1, items: [{ memberNo: expect.any(String), refundedFen: 1600 }] });
  });

  it('S2 another store’s receipts, products and scans are refused', async () => {
    const token = await tokenOf(shop.otherClerk.staffId);
    const [storeId] = shop.stores;
    const { code } = api.get(CurrentMemberCodeRead).of(shop.members[0]!);
    const answers = await Promise.all([
      api.call('GET', `/api/clerk/purchases?storeId=${storeId}`, { token }),
      api.call('GET', `/api/clerk/products?storeId=${storeId}`, { token }),
      api.call('POST', '/api/clerk/customers/scan', { token, body: { code, storeId } }),
      api.call('POST', '/api/clerk/coupons/lookup', { token, body: { couponNo: 'ABCDEFGH', storeId } }),
    ]);
    expect(answers.map((answer) => [answer.status, answer.body['code']])).toEqual(
      Array.from({ length: 4 }, () => [403, 'OtherStore']),
    );
  });

  it('upload, map, dry run, run, watch, report', async () => {
    const staff = { actor: systemActor('test'), name: '经理', role: 'manager', storeIds: [], login: null } as const;
    const { staffId } = await api.get(AddStaff).execute(staff);
    const token = await tokenOf(staffId);
    const call = <B = Record<string, unknown>>(method: string, path: string, body?: unknown) =>
      api.call<B>(method, `/api/console/imports${path}`, { token, body });
    const content = '单号,时间,卡号,金额\nX1,2026-06-01 10:00,card-0,30\nX2,2026-06-01 11:00,card-9,12.5\n';
    const created = await call<{ importId: string }>('POST', '', { fileName: '流水.csv', content, encoding: 'utf8' });
    expect(created).toMatchObject({
      status: 201,
      body: { rows: 2, columns: [{ name: '单号', sample: ['X1', 'X2'] }, {}, {}, {}] },
    });
    const id = created.body.importId;
    const mapping = { purchaseKey: '单号', occurredAt: '时间', member: '卡号', amount: '金额' };
    const settings = {
      mapping,
      storeId: shop.stores[0],
      source: 'pos',
      dateFormat: 'yyyy-MM-dd HH:mm',
      memberKind: 'pos-card',
    };
    expect((await call('POST', `/${id}/mapping`, settings)).status).toBe(200);
    const dry = await call('POST', `/${id}/dry-run`);
    expect(dry.body).toMatchObject({ written: 1, skipped: 1, points: 80, errors: [{ row: 3, code: 'MemberUnknown' }] });
    expect((await call('POST', `/${id}/run`)).status).toBe(202);
    await api.get(RunWaitingImports).execute();
    const done = await call('GET', `/${id}`);
    expect(done.body).toMatchObject({ state: 'done', written: 1, skipped: 1, progressPercent: 100 });
    const report = await api.call<string>('GET', `/api/console/imports/${id}/report.csv`, { token });
    expect(report.body).toContain('3,未导入,,MemberUnknown,没有这个会员');
    expect((await call<{ items: unknown[] }>('GET', '')).body.items).toHaveLength(1);
  });
});
