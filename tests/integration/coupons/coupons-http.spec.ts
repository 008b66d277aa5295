import { RemindOfCoupons } from '@fanloop/coupons';
import { useApiApp } from '../../support/api-app';
import { clerk, member, staff, store, visitor, wechatPerson } from '../../support/people';
import { usePrivateDatabase } from '../../support/private-database';

interface Items<T = Record<string, unknown>> {
  readonly items: T[];
}

describe('coupons by HTTP', () => {
  const database = usePrivateDatabase();
  const api = useApiApp(database);

  const input = (more: object = {}) => ({
    name: '满 30 减 5',
    benefit: { kind: 'cash', amountFen: 500 },
    thresholdFen: 3000,
    stockTotal: 10,
    perMemberLimit: 1,
    validity: { kind: 'days', days: 7 },
    ...more,
  });

  const template = async (token: string, more: object = {}): Promise<string> => {
    const made = await api.call('POST', '/api/console/coupons/templates', { token, body: input(more) });
    expect(made.status).toBe(201);
    return String(made.body['templateId']);
  };

  it('is claimed without a body, with the content type that wx.request adds by itself and without one', async () => {
    const templateId = await template((await staff(api, 'manager')).token);
    const path = `/api/member/coupons/templates/${templateId}/claims`;
    const ways: Record<string, string>[] = [{ 'content-type': 'application/json' }, {}];
    for (const way of ways) {
      const headers = { ...way, 'content-length': '0' };
      const { token } = await member(api);
      const claimed = await api.call('POST', path, { token, headers, idempotencyKey: 'without-a-body' });
      expect(claimed).toMatchObject({ status: 201, body: { templateId, state: 'claimed' } });
    }
    const { token } = await member(api);
    const headers = { 'content-type': 'application/json' };
    expect(
      await api.call('POST', '/api/member/coupons/codes', { token, headers, idempotencyKey: 'no-code-at-all' }),
    ).toMatchObject({ status: 400, body: { code: 'InvalidInput' } });
  });

  it('is made in the console, claimed in the mini-program, looked up at the till, counted in the console', async () => {
    const manager = await staff(api, 'manager');
    const [shop, elsewhere] = [await store(api), await store(api)];
    const templateId = await template(manager.token, { stores: [shop.id], categories: ['奶茶'] });
    const shopper = await member(api);
    const seen = await api.call<Items>('GET', '/api/member/coupons?state=claimable', { token: shopper.token });
    expect(seen.body.items).toMatchObject([
      { templateId, claimable: true, stockLeft: 10, validityText: '领取后 7 天内有效' },
    ]);
    const path = `/api/member/coupons/templates/${templateId}/claims`;
    const call = { token: shopper.token, body: {}, idempotencyKey: 'my-first-claim' };
    const claimed = await api.call('POST', path, call);
    expect(claimed).toMatchObject({
      status: 201,
      body: { state: 'claimed', terms: `满 ¥30 减 ¥5，限奶茶，仅限 ${shop.name}` },
    });
    expect(await api.call('POST', path, call)).toMatchObject({ status: 201, body: claimed.body });
    expect(await api.call('POST', path, { ...call, idempotencyKey: 'my-second-claim' })).toMatchObject({
      status: 409,
      body: { code: 'ClaimLimitReached', message: '每人限领 1 张，您已经领够了' },
    });
    expect(await api.call('POST', path, { token: shopper.token, body: {} })).toMatchObject({
      status: 400,
      body: { code: 'IdempotencyKeyMissing' },
    });
    const till = await clerk(api, [shop.id]);
    const lookup = (storeId: string) =>
      api.call('POST', '/api/clerk/coupons/lookup', {
        token: till.token,
        body: { couponNo: String(claimed.body['couponNo']).toLowerCase(), storeId },
      });
    expect(await lookup(shop.id)).toMatchObject({ status: 200, body: { usableHere: true, reason: null } });
    expect((await lookup(elsewhere.id)).status).toBe(403);
    const figures = await api.call('GET', `/api/console/coupons/templates/${templateId}/statistics`, {
      token: manager.token,
    });
    expect(figures.body).toMatchObject({ claimed: 1, redeemed: 0, useRatePercent: 0 });
  });

  it('S1 a member sees and uses only his own coupons; a visitor only what could be claimed', async () => {
    const manager = await staff(api, 'manager');
    const templateId = await template(manager.token);
    const [owner, other] = [await member(api), await member(api)];
    await api.call('POST', `/api/member/coupons/templates/${templateId}/claims`, {
      token: owner.token,
      body: {},
      idempotencyKey: 'owner-claims',
    });
    const list = (token: string, state: string) =>
      api.call<Items>('GET', `/api/member/coupons?state=${state}`, { token });
    expect((await list(owner.token, 'usable')).body.items).toHaveLength(1);
    expect((await list(other.token, 'usable')).body.items).toHaveLength(0);
    const { accessToken } = await visitor(api, await wechatPerson(api));
    expect((await list(accessToken, 'claimable')).body.items).toMatchObject([{ templateId, claimedByMe: 0 }]);
    expect(await list(accessToken, 'usable')).toMatchObject({ status: 403, body: { code: 'NotEnrolled' } });
  });

  it('refuses what cannot be promised, and ids that are none', async () => {
    const { token } = await staff(api, 'manager');
    const make = (more: object) => api.call('POST', '/api/console/coupons/templates', { token, body: input(more) });
    expect(await make({ benefit: { kind: 'cash', amountFen: -500 } })).toMatchObject({
      status: 400,
      body: { code: 'InvalidInput' },
    });
    expect(await make({ thresholdFen: 100 })).toMatchObject({ status: 400, body: { code: 'TemplateInvalid' } });
    expect(await make({ stores: ['999999'] })).toMatchObject({ status: 400, body: { code: 'TemplateInvalid' } });
    const templateId = await template(token);
    for (const id of [`${templateId}abc`, "1' OR '1'='1", '-1'])
      expect(
        (await api.call('GET', `/api/console/coupons/templates/${encodeURIComponent(id)}`, { token })).status,
      ).toBe(404);
    const clerkish = await staff(api, 'clerk', [(await store(api)).id]);
    expect(
      (await api.call('POST', '/api/console/coupons/templates', { token: clerkish.token, body: input() })).status,
    ).toBe(403);
  });

  it('a manager reads the sentence while typing, sees budgets and figures, and ends it early with a reason that members read', async () => {
    api.clock.set('2026-06-15T04:00:00.000Z');
    const { token } = await staff(api, 'manager');
    const call = (method: 'GET' | 'POST' | 'PUT', path: string, body?: object) =>
      api.call(method, `/api/console/coupons/${path}`, { token, ...(body ? { body } : {}) });
    const more = { budgets: { claimsPerDay: 1, totalFen: 100_000 }, belowThreshold: 'deduct' };
    const words = await call('POST', 'template-preview', input(more));
    expect(words.body).toMatchObject({
      sentence: expect.stringContaining('每天发放 1 张，优惠总预算 ¥1,000.00，每人限领 1 张，共 10 张。'),
      terms: '满 ¥30 减 ¥5，全部门店可用，部分退货后不满足条件时，退款扣回相应优惠',
      problem: null,
    });
    expect((await call('POST', 'template-preview', input({ thresholdFen: 100 }))).body).toMatchObject({
      sentence: null,
      problem: '优惠券设置有误：有门槛时，门槛不能低于面额',
    });
    const templateId = await template(token, more);
    const [shopper, late] = [await member(api), await member(api)];
    const claim = (who: string, idempotencyKey: string) =>
      api.call('POST', `/api/member/coupons/templates/${templateId}/claims`, { token: who, body: {}, idempotencyKey });
    expect((await claim(shopper.token, 'the-one-of-today')).status).toBe(201);
    expect(await claim(late.token, 'one-too-many')).toMatchObject({
      status: 409,
      body: { code: 'DayClaimsSpent', message: '今天已经领完，明天再来' },
    });
    const shown = await api.call<Items>('GET', '/api/member/coupons?state=claimable', { token: late.token });
    expect(shown.body.items).toMatchObject([{ claimable: false, reason: '今天已经领完，明天再来' }]);
    const used = await call('GET', `templates/${templateId}/budgets`);
    expect(used.body).toMatchObject({ claimedToday: 1, totalFen: 0, stores: [], unused: 1, unusedMembers: 1 });
    expect((await call('GET', `templates/${templateId}/breakdown`)).body).toMatchObject({
      channels: [{ channel: 'claim', claimed: 1, used: 0, useRatePercent: 0 }],
      stores: [],
    });
    expect((await call('PUT', 'settings', { reminderDays: [7] })).body).toEqual({ reminderDays: [7] });
    await api.get(RemindOfCoupons).execute();
    await api.drain();
    const inbox = await api.call<Items>('GET', '/api/member/notices', { token: shopper.token });
    expect(inbox.body.items).toMatchObject([{ title: '您有 1 张券 7 天后到期', link: 'coupons' }]);
    const end = (seenUnused: number) =>
      call('POST', `templates/${templateId}/status`, {
        status: 'ended',
        voidUnused: { reason: '门店停业', seenUnused },
      });
    expect(await end(0)).toMatchObject({ status: 409, body: { code: 'EndChanged' } });
    expect(await end(1)).toMatchObject({ status: 200, body: { status: 'ended', endReason: '门店停业' } });
    const gone = await api.call<Items>('GET', '/api/member/coupons?state=expired', { token: shopper.token });
    expect(gone.body.items).toMatchObject([{ state: 'void', voidReason: '门店停业' }]);
  });

  it('a closed account loses its unused coupons through the event', async () => {
    const manager = await staff(api, 'manager');
    const templateId = await template(manager.token);
    const shopper = await member(api);
    await api.call('POST', `/api/member/coupons/templates/${templateId}/claims`, {
      token: shopper.token,
      body: {},
      idempotencyKey: 'claim-and-leave',
    });
    const closed = await api.call('POST', '/api/member/me/closure', {
      token: shopper.token,
      body: { confirm: true },
      idempotencyKey: 'leaving-now',
    });
    expect(closed.status).toBeLessThan(300);
    await api.drain();
    expect(await database.query('SELECT state FROM coupons_coupon')).toEqual([{ state: 'void' }]);
  });
});
