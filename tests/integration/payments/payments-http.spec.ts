import { CheckPayments, PaymentsDoor, ReconcileBills, RunRefunds } from '@fanloop/payments';
import { UnitOfWork } from '@fanloop/platform';
import { useApiApp } from '../../support/api-app';
import { member, staff, type TestMember, visitor, wechatPerson } from '../../support/people';
import { usePrivateDatabase } from '../../support/private-database';
import { waitUntil } from '../../support/wait-until';

describe('payments by HTTP', () => {
  const database = usePrivateDatabase();
  const api = useApiApp(database);
  let orders = 0;
  afterEach(() => api.standIn.pay!.reset());

  const start = ({ memberId }: TestMember): Promise<string> => {
    orders += 1;
    const expiresAt = new Date(api.clock.now().getTime() + 5 * 60_000);
    const order = { purpose: 'test.order', reference: `o-${orders}`, memberId, description: '手冲壶', amountFen: 1990 };
    return api.get(UnitOfWork).run((tx) => api.get(PaymentsDoor).start(tx, { ...order, expiresAt }));
  };
  const own = (path: string, body: object) =>
    fetch(`${api.standInUrl}/stand-in/${path}`, { method: 'POST', body: JSON.stringify(body) });
  const approve = async (shopper: TestMember, parameters: object): Promise<unknown> =>
    (await own('pay/approve', { ...parameters, personId: shopper.person.personId })).json();
  const stateOf = async (shopper: TestMember, paymentNo: string): Promise<unknown> =>
    (await api.call('GET', `/api/member/payments/${paymentNo}`, { token: shopper.token })).body['state'];

  it('a member gets the parameters, pays, and WeChat’s notification settles it', async () => {
    const shopper = await member(api);
    const paymentNo = await start(shopper);
    const path = `/api/member/payments/${paymentNo}`;
    expect(await api.call('GET', path, { token: shopper.token })).toMatchObject({
      status: 200,
      body: { paymentNo, state: 'created', amountFen: 1990, description: '手冲壶', paidAt: null, refundedFen: 0 },
    });
    const [first, again] = [
      await api.call('POST', `${path}/parameters`, { token: shopper.token }),
      await api.call('POST', `${path}/parameters`, { token: shopper.token }),
    ];
    expect(first).toMatchObject({ status: 200, body: { signType: 'RSA', package: again.body['package'] } });
    expect(api.standIn.pay!.orders.all()).toHaveLength(1);
    expect(await approve(shopper, first.body)).toEqual({ errMsg: 'requestPayment:ok' });
    await waitUntil('it is paid', async () => (await stateOf(shopper, paymentNo)) === 'paid');
    expect(api.standIn.pay!.notifier.list()).toMatchObject([{ attempts: [204], state: 'taken' }]);
    expect(await api.call('POST', `${path}/parameters`, { token: shopper.token })).toMatchObject({
      status: 409,
      body: { code: 'PaymentPaid', message: '这笔订单已经付过了' },
    });
  });

  it('the client’s word is no proof: its confirmation only makes us ask', async () => {
    const shopper = await member(api);
    const paymentNo = await start(shopper);
    const path = `/api/member/payments/${paymentNo}`;
    const { body } = await api.call('POST', `${path}/parameters`, { token: shopper.token });
    const confirm = () => api.call('POST', `${path}/confirmation`, { token: shopper.token });
    expect(await confirm()).toMatchObject({ status: 200, body: { state: 'paying' } });
    await own('pay/faults', { on: 'notification', mode: 'lose', times: 20 });
    await approve(shopper, body);
    expect(await confirm()).toMatchObject({
      status: 200,
      body: { state: 'paid', paidAt: api.clock.now().toISOString() },
    });
  });

  it('somebody else’s payment is not there, and a visitor has none', async () => {
    const [shopper, other] = [await member(api), await member(api)];
    const path = `/api/member/payments/${await start(shopper)}`;
    for (const [method, rest] of [
      ['GET', ''],
      ['POST', '/parameters'],
      ['POST', '/confirmation'],
    ] as const) {
      const theirs = await api.call(method, `${path}${rest}`, { token: other.token });
      expect(theirs).toMatchObject({ status: 404, body: { code: 'PaymentNotFound' } });
      const { accessToken } = await visitor(api, await wechatPerson(api));
      expect(await api.call(method, `${path}${rest}`, { token: accessToken })).toMatchObject({ status: 403 });
      expect(await api.call(method, `${path}${rest}`)).toMatchObject({ status: 401 });
    }
    const odd = await api.call('GET', "/api/member/payments/'%20OR%201=1--%20🎁", { token: shopper.token });
    expect(odd).toMatchObject({ status: 404, body: { code: 'PaymentNotFound' } });
  });

  it('C13 whoever is not WeChat is refused at the door, whatever he sends', async () => {
    const shopper = await member(api);
    const paymentNo = await start(shopper);
    await api.call('POST', `/api/member/payments/${paymentNo}/parameters`, { token: shopper.token });
    const bodies = [{}, { id: 'EV-1', event_type: 'TRANSACTION.SUCCESS', resource: { out_trade_no: paymentNo } }, []];
    for (const path of ['/api/notify/wechat-pay/payments', '/api/notify/wechat-pay/refunds'])
      for (const body of bodies)
        expect(await api.call('POST', path, { body })).toMatchObject({
          status: 401,
          body: { code: 'PayNoticeForged' },
        });
    expect(await stateOf(shopper, paymentNo)).toBe('paying');
  });

  it('C14 money that came too late goes back, and the shopper reads it in his inbox', async () => {
    const shopper = await member(api);
    const paymentNo = await start(shopper);
    await api.call('POST', `/api/member/payments/${paymentNo}/parameters`, { token: shopper.token });
    api.clock.advance({ minutes: 5 });
    await api.get(CheckPayments).execute();
    expect(await stateOf(shopper, paymentNo)).toBe('closed');
    await own('pay/late', { paymentNo });
    await waitUntil('the money came', async () => (await stateOf(shopper, paymentNo)) === 'paid');
    await api.get(RunRefunds).execute();
    await waitUntil('it went back', async () => (await stateOf(shopper, paymentNo)) === 'refunded');
    await api.drain();
    const inbox = await api.call<{ items: unknown[] }>('GET', '/api/member/notices', { token: shopper.token });
    expect(inbox.body.items).toMatchObject([
      {
        title: '付款已自动退回',
        text: '您付款时订单已经关闭，¥19.90 正在原路退回，一般 1–3 个工作日到账，无需任何操作。',
      },
    ]);
    const mine = await api.call('GET', '/api/member/me/export', { token: shopper.token });
    expect(JSON.stringify(mine.body)).toContain(paymentNo);
  });

  it('a planted difference is seen in the console and settled by a person, once', async () => {
    const [shopper, owner, till] = [
      await member(api),
      await staff(api, 'owner'),
      await staff(api, 'community-manager'),
    ];
    const paymentNo = await start(shopper);
    const { body } = await api.call('POST', `/api/member/payments/${paymentNo}/parameters`, { token: shopper.token });
    await approve(shopper, body);
    await waitUntil('it is paid', async () => (await stateOf(shopper, paymentNo)) === 'paid');
    await own('pay/bill-faults', { mode: 'amount', number: paymentNo });
    const present = api.clock.now();
    api.clock.advance({ days: 1 });
    await api.get(ReconcileBills).execute();
    api.clock.set(present);
    const path = '/api/console/reconciliation/differences';
    const list = (state: string) =>
      api.call<{ items: { id: string }[]; total: number }>('GET', `${path}?state=${state}`, { token: owner.token });
    const open = await list('open');
    expect(open).toMatchObject({
      status: 200,
      body: { total: 1, items: [{ number: paymentNo, kind: 'amount-differs', billFen: 1991, ourFen: 1990 }] },
    });
    const todo = async () =>
      (
        await api.call<{ todo: { kind: string; count: number; link: string }[] }>('GET', '/api/console/today', owner)
      ).body.todo.filter(({ kind }) => kind === 'bill-differences');
    expect(await todo()).toMatchObject([{ count: 1, link: '/reconciliation' }]);
    const settle = (token: string, note: string) =>
      api.call('POST', `${path}/${open.body.items[0]!.id}/settlement`, { token, body: { note } });
    expect(await settle(till.token, 'x')).toMatchObject({ status: 403 });
    expect(await settle(owner.token, ' ')).toMatchObject({ status: 400 });
    expect(await settle(owner.token, '已与微信客服核对')).toMatchObject({ status: 204 });
    expect(await settle(owner.token, '再来一次')).toMatchObject({ status: 404, body: { code: 'DifferenceNotFound' } });
    expect((await list('open')).body.total).toBe(0);
    expect(await todo()).toEqual([]);
    expect((await list('settled')).body).toMatchObject({
      items: [{ note: '已与微信客服核对', settledBy: owner.staffId, state: 'settled' }],
    });
  });

  const paid = async (shopper: TestMember): Promise<string> => {
    const paymentNo = await start(shopper);
    const { body } = await api.call('POST', `/api/member/payments/${paymentNo}/parameters`, { token: shopper.token });
    await approve(shopper, body);
    await waitUntil('it is paid', async () => (await stateOf(shopper, paymentNo)) === 'paid');
    return paymentNo;
  };

  it('the console finds a payment by whatever is at hand, with its notices, and gives part of it back once', async () => {
    const [shopper, manager, clerk] = [
      await member(api),
      await staff(api, 'manager'),
      await staff(api, 'community-manager'),
    ];
    const paymentNo = await paid(shopper);
    const { token } = manager;
    const look = (query: string) => api.call<{ total: number }>('GET', `/api/console/payments${query}`, { token });
    const { body: one } = await api.call('GET', `/api/console/payments/${paymentNo}`, { token });
    expect(one).toMatchObject({
      ...{ paymentNo, state: 'paid', amountFen: 1990, settledBy: 'notification', isLate: false, refunds: [] },
      notices: [{ eventType: 'TRANSACTION.SUCCESS', number: paymentNo, times: 1, outcome: 'paid' }],
    });
    const day = new Date(api.clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
    for (const q of [paymentNo, one['transactionId'], one['reference'], one['memberNo'], shopper.person.phone])
      expect((await look(`?q=${String(q)}&day=${day}`)).body).toMatchObject({ total: 1, items: [{ paymentNo }] });
    for (const none of ['?q=o-nobody', '?state=closed', '?day=2020-01-01', `?q=${encodeURIComponent("' OR 1=1 🎁")}`])
      expect((await look(none)).body.total).toBe(0);

    const back = (body: object, idempotencyKey: string, as = token) =>
      api.call('POST', `/api/console/payments/${paymentNo}/refunds`, { token: as, body, idempotencyKey });
    const wish = { amountFen: 500, reason: '杯身有划痕' };
    expect(await back(wish, 'refund-by-hand-1', clerk.token)).toMatchObject({ status: 403 });
    expect(await back({ ...wish, reason: ' ' }, 'refund-by-hand-1')).toMatchObject({ status: 400 });
    expect(await back({ ...wish, amountFen: 1991 }, 'refund-by-hand-1')).toMatchObject({
      body: { code: 'RefundTooLarge' },
    });
    const [first, again] = [await back(wish, 'refund-by-hand-1'), await back(wish, 'refund-by-hand-1')];
    expect([first.status, again.body['refundNo']]).toEqual([201, first.body['refundNo']]);
    await api.get(RunRefunds).execute();
    await waitUntil('it is back', async () => (await stateOf(shopper, paymentNo)) === 'partially-refunded');
    const refunds = await api.call('GET', `/api/console/payment-refunds?q=${String(first.body['refundNo'])}`, {
      token,
    });
    expect(refunds.body).toMatchObject({
      total: 1,
      items: [{ paymentNo, amountFen: 500, reason: '杯身有划痕', state: 'succeeded', needsPerson: false }],
    });
    const audited = await database.query(
      "SELECT subject FROM platform_audit WHERE action = 'payments.refund-requested'",
    );
    expect(audited).toEqual([{ subject: `payment:${paymentNo}` }]);
    expect(await api.call('GET', '/api/console/payments', { token: clerk.token })).toMatchObject({ status: 403 });
  });

  it('a refund that no card takes is shown as needing a person; each day adds up, with the fee of its bill', async () => {
    const [shopper, { token }] = [await member(api), await staff(api, 'owner')];
    const paymentNo = await paid(shopper);
    await own('pay/faults', { on: 'refund', mode: 'abnormal' });
    await api.call('POST', `/api/console/payments/${paymentNo}/refunds`, {
      ...{ token, idempotencyKey: 'refund-abnormal', body: { amountFen: 1990, reason: '缺货' } },
    });
    await api.get(RunRefunds).execute();
    const abnormal = () =>
      api.call<{ total: number; items: unknown[] }>('GET', '/api/console/payment-refunds?state=abnormal', { token });
    await waitUntil('it failed', async () => (await abnormal()).body.total === 1);
    const today = await api.call<{ todo: object[] }>('GET', '/api/console/today', { token });
    expect(today.body.todo).toContainEqual(expect.objectContaining({ kind: 'refunds-stuck', count: 1 }));
    expect((await abnormal()).body.items).toMatchObject([{ paymentNo, failure: 'ABNORMAL', needsPerson: true }]);
    const present = api.clock.now();
    api.clock.advance({ days: 1 });
    await api.get(ReconcileBills).execute();
    api.clock.set(present);
    const { body } = await api.call<{ items: unknown[] }>('GET', '/api/console/payments/days?count=2', { token });
    // 0.6 % of ¥19.90, as the bill has it.
    expect(body.items).toMatchObject([
      { payments: 1, paidFen: 1990, refunds: 0, refundedFen: 0, feeFen: 12, billLines: 1, differences: 0 },
      { payments: 0, paidFen: 0, feeFen: 0, billLines: 0, openDifferences: 0 },
    ]);
  });
});
