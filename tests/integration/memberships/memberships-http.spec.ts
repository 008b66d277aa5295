import { InstallDefaultProgramme } from '@fanloop/loyalty';
import { RemindHolders } from '@fanloop/memberships';
import { RunRefunds } from '@fanloop/payments';
import { useApiApp } from '../../support/api-app';
import { clerk, member, staff, store, type TestMember, visitor, wechatPerson } from '../../support/people';
import { usePrivateDatabase } from '../../support/private-database';
import { waitUntil } from '../../support/wait-until';

interface Page {
  readonly plans: {
    id: string;
    version: number;
    name: string;
    why: unknown;
    isRenewal: boolean;
    tier: { name: string };
  }[];
  readonly cards: { cardNo: string; state: string; paymentNo: string | null; lastOn: string; daysLeft: number }[];
}

describe('paid membership by HTTP', () => {
  const database = usePrivateDatabase();
  const api = useApiApp(database);
  beforeEach(async () => {
    await api.get(InstallDefaultProgramme).execute();
  });
  afterEach(() => api.standIn.pay!.reset());

  const PLANS = '/api/console/membership-plans';
  const CARDS = '/api/console/membership-cards';
  const PAGE = '/api/member/membership';
  const input = (more: object = {}) => ({
    ...{ name: '月卡', priceFen: 3000, duration: { unit: 'day', count: 30 }, tierCode: 'gold-leaf', ...more },
  });
  const onSale = async (token: string, more: object = {}): Promise<string> => {
    const made = await api.call('POST', PLANS, { token, body: input(more) });
    expect(made).toMatchObject({ status: 201, body: { status: 'draft', version: 1, tierName: '金叶' } });
    const id = String(made.body['id']);
    const status = await api.call('POST', `${PLANS}/${id}/status`, { token, body: { status: 'active' } });
    expect(status).toMatchObject({ status: 200, body: { status: 'active' } });
    return id;
  };
  const page = async ({ token }: { token: string }) => (await api.call<Page>('GET', PAGE, { token })).body;
  const buy = (shopper: TestMember, id: string, key: string, body: object = { version: 1, isRenewal: false }) =>
    api.call<{ cardNo: string; paymentNo: string }>('POST', `${PAGE}/plans/${id}/orders`, {
      ...{ token: shopper.token, body, idempotencyKey: key },
    });
  /** Through the pay sheet; WeChat's notification opens the card. */
  const pay = async (shopper: TestMember, paymentNo: string): Promise<void> => {
    const path = `/api/member/payments/${paymentNo}`;
    const { body } = await api.call('POST', `${path}/parameters`, { token: shopper.token });
    const sheet = { ...body, personId: shopper.person.personId };
    await fetch(`${api.standInUrl}/stand-in/pay/approve`, { method: 'POST', body: JSON.stringify(sheet) });
    await waitUntil('it is paid', async () => {
      const { body: told } = await api.call('GET', path, { token: shopper.token });
      return told['state'] === 'paid';
    });
    await api.drain();
  };

  it('is sold in the console, paid in the mini-program, and given back by the holder at the amount that was shown', async () => {
    const { token } = await staff(api, 'manager');
    const id = await onSale(token);
    const [shopper, other] = [await member(api), await member(api)];
    await api.drain();
    const { accessToken } = await visitor(api, await wechatPerson(api));
    expect(await page({ token: accessToken })).toMatchObject({ plans: [{ id, why: null }], cards: [] });
    expect(await api.call('POST', `${PAGE}/plans/${id}/orders`, { token: accessToken, body: {} })).toMatchObject({
      status: 403,
    });
    const first = await buy(shopper, id, 'buy-the-first-card');
    const again = await buy(shopper, id, 'buy-on-another-phone');
    expect(first).toMatchObject({ status: 201, body: { amountFen: 3000, paymentNo: again.body.paymentNo } });
    expect((await page(shopper)).cards).toMatchObject([{ state: 'ordered', paymentNo: first.body.paymentNo }]);
    await pay(shopper, first.body.paymentNo);
    expect((await page(shopper)).cards).toMatchObject([{ state: 'active', daysLeft: 30, paymentNo: null }]);
    const tier = await api.call('GET', '/api/member/points', { token: shopper.token });
    expect(tier.body).toMatchObject({ tier: { code: 'gold-leaf', grantUntil: '2026-07-15' } });
    expect((await page(shopper)).plans).toMatchObject([{ isRenewal: true, why: null }]);
    expect(await buy(shopper, id, 'an-old-screen')).toMatchObject({ status: 409, body: { code: 'CardRunning' } });

    const card = `${PAGE}/cards/${first.body.cardNo}`;
    expect(await api.call('GET', card, { token: other.token })).toMatchObject({ status: 404 });
    expect(await api.call('GET', `${card}/refund`, { token: other.token })).toMatchObject({ status: 404 });
    const asked = { token: other.token, body: { amountFen: 2903 } };
    expect(await api.call('POST', `${card}/refund`, asked)).toMatchObject({
      status: 404,
      body: { code: 'CardNotFound' },
    });
    const shown = await api.call('GET', `${card}/refund`, { token: shopper.token });
    expect(shown.body).toMatchObject({ sum: { amountFen: 2903, daysTotal: 31, daysLeft: 30 }, why: null });
    const giveBack = (amountFen: number) =>
      api.call('POST', `${card}/refund`, { token: shopper.token, body: { amountFen } });
    for (const odd of [-1, 0, 1.5, 2 ** 60]) expect(await giveBack(odd)).toMatchObject({ status: 400 });
    expect(await giveBack(3000)).toMatchObject({
      ...{ status: 409, body: { code: 'RefundChanged', message: '可退金额刚刚变成 ¥29.03，请确认后再退' } },
    });
    expect(await giveBack(2903)).toMatchObject({ status: 200, body: { amountFen: 2903 } });
    expect(await giveBack(2903)).toMatchObject({ status: 409, body: { code: 'CardRefunded' } });
    await api.get(RunRefunds).execute();
    await waitUntil('the money is back', async () => {
      const told = await api.call('GET', `/api/member/payments/${first.body.paymentNo}`, { token: shopper.token });
      return told.body['refundedFen'] === 2903;
    });
    const mine = await api.call('GET', '/api/member/me/export', { token: shopper.token });
    expect(JSON.stringify(mine.body)).toContain(first.body.cardNo);
  });

  it('staff finds a card, sees what would go back, and gives it back with a reason; the holder is told', async () => {
    const [manager, desk, community] = [
      await staff(api, 'manager'),
      await clerk(api, [(await store(api)).id]),
      await staff(api, 'community-manager'),
    ];
    const id = await onSale(manager.token, { stockTotal: 5 });
    const shopper = await member(api);
    await api.drain();
    const { body } = await buy(shopper, id, 'buy-a-card-here');
    await pay(shopper, body.paymentNo);
    for (const q of [body.cardNo, body.paymentNo, shopper.memberNo]) {
      const found = await api.call('GET', `${CARDS}?q=${q}&state=active`, { token: manager.token });
      expect(found.body).toMatchObject({ total: 1, items: [{ cardNo: body.cardNo, memberId: shopper.memberId }] });
    }
    const odd = await api.call('GET', `${CARDS}?q=%27%20OR%201%3D1--%20🎁`, { token: manager.token });
    expect(odd).toMatchObject({ status: 200, body: { total: 0 } });
    const refund = (token: string, more: object) =>
      api.call('POST', `${CARDS}/${body.cardNo}/refund`, {
        token,
        body: { amountFen: 2903, note: '顾客搬家', ...more },
      });
    expect(await refund(desk.token, {})).toMatchObject({ status: 403 });
    expect(await refund(community.token, {})).toMatchObject({ status: 403 });
    expect(await api.call('GET', CARDS, { token: community.token })).toMatchObject({ status: 200 });
    expect(await refund(manager.token, { note: '  ' })).toMatchObject({ status: 400 });
    const preview = await api.call('GET', `${CARDS}/${body.cardNo}/refund`, { token: manager.token });
    expect(preview.body).toMatchObject({ sum: { amountFen: 2903 }, why: null });
    expect(await refund(manager.token, {})).toMatchObject({ status: 200, body: { amountFen: 2903, isWhole: false } });
    await api.drain();
    const inbox = await api.call<{ items: unknown[] }>('GET', '/api/member/notices', { token: shopper.token });
    expect(inbox.body.items).toMatchObject([{ title: '「月卡」已退卡', link: 'membership' }]);
    const plan = await api.call('GET', `${PLANS}/${id}`, { token: manager.token });
    expect(plan.body).toMatchObject({
      bought: 1,
      running: 0,
      refunded: 1,
      paidFen: 3000,
      refundedFen: 2903,
      stockLeft: 4,
    });
  });

  it('a card that ends is told in the inbox, and a closed account gets the rest of it back', async () => {
    const { token } = await staff(api, 'owner');
    const id = await onSale(token, { duration: { unit: 'day', count: 7 } });
    const shopper = await member(api);
    await api.drain();
    const { body } = await buy(shopper, id, 'buy-and-then-leave');
    await pay(shopper, body.paymentNo);
    await api.get(RemindHolders).execute();
    await api.drain();
    const inbox = await api.call<{ items: unknown[] }>('GET', '/api/member/notices', { token: shopper.token });
    expect(inbox.body.items).toMatchObject([{ title: '「月卡」还有 7 天到期', link: 'membership' }]);
    const leave = { token: shopper.token, body: { confirm: true }, idempotencyKey: 'leave-for-good' };
    expect(await api.call('POST', '/api/member/me/closure', leave)).toMatchObject({ status: 201 });
    await api.drain();
    const list = await api.call('GET', `${CARDS}?planId=${id}`, { token });
    // ¥30.00 × 7 of 8 days.
    expect(list.body).toMatchObject({
      ...{ items: [{ state: 'refunded', refundFen: 2625, refundCause: 'account-closed', nickname: '已注销会员' }] },
    });
  });

  it('a plan that cannot be is refused, and a clerk changes none', async () => {
    const [manager, desk] = [await staff(api, 'manager'), await clerk(api, [(await store(api)).id])];
    for (const [body, code] of [
      [input({ priceFen: 0 }), 'InvalidInput'],
      [input({ name: '🎁'.repeat(30) }), 'InvalidInput'],
      [input({ tierCode: 'silver-leaf' }), 'PlanInvalid'],
      [input({ duration: { unit: 'month', count: 37 } }), 'PlanInvalid'],
      [input({ coupons: [{ templateId: '1', count: 1 }] }), 'PlanInvalid'],
    ] as const)
      expect(await api.call('POST', PLANS, { token: manager.token, body })).toMatchObject({
        status: 400,
        body: { code },
      });
    expect(await api.call('POST', PLANS, { token: desk.token, body: input() })).toMatchObject({ status: 403 });
    expect(await api.call('GET', PLANS, { token: desk.token })).toMatchObject({ status: 403 });
  });
});
