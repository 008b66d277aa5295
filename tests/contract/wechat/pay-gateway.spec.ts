import { createPublicKey, createVerify, generateKeyPairSync } from 'node:crypto';
import { payPair } from '../../support/pay-keys';
import { APP } from './pair';
import { openPayPair, type PayPairOn, prepayIdOf } from './pay-pair';

describe.each(['public-key', 'certificate'] as const)('WeChat Pay in %s mode', (mode) => {
  let pair: PayPairOn;
  beforeAll(async () => {
    pair = await openPayPair(mode);
  });
  afterEach(() => pair.own('reset'));
  afterAll(() => pair.close());

  it('orders, is paid, and knows it by a query', async () => {
    const order = pair.order();
    expect(await pair.gateway.query(order.paymentNo)).toBeNull();
    const prepayId = await prepayIdOf(pair, order);
    expect(await pair.gateway.query(order.paymentNo)).toMatchObject({ state: 'NOTPAY', transactionId: null });
    expect(await pair.approve(prepayId)).toEqual({ errMsg: 'requestPayment:ok' });
    expect(await pair.gateway.query(order.paymentNo)).toEqual({
      ...pair.gateway.merchant,
      paymentNo: order.paymentNo,
      state: 'SUCCESS',
      transactionId: expect.stringMatching(/^42000\d{23}$/),
      amountFen: 1990,
      payerFen: 1990,
      currency: 'CNY',
      paidAt: pair.clock.now(),
    });
  });

  it('the same order again is the same order; a paid and a closed one say so', async () => {
    const order = pair.order();
    const first = await prepayIdOf(pair, order);
    expect(await prepayIdOf(pair, order)).not.toBe(first);
    await expect(pair.gateway.prepay({ ...order, amountFen: 1 })).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
    await pair.approve(first);
    expect(await pair.gateway.prepay(order)).toEqual({ kind: 'paid' });
    expect(await pair.gateway.close(order.paymentNo)).toBe('paid');
    const other = pair.order();
    const prepayId = await prepayIdOf(pair, other);
    expect(await pair.gateway.close(other.paymentNo)).toBe('closed');
    expect(await pair.gateway.close(other.paymentNo)).toBe('closed');
    expect(await pair.gateway.close('P-never-there')).toBe('closed');
    expect(await pair.gateway.prepay(other)).toEqual({ kind: 'closed' });
    expect(await pair.approve(prepayId)).toEqual({ errMsg: 'requestPayment:fail (该订单已支付或已关闭)' });
  });

  it('an order takes no money after its time', async () => {
    const order = pair.order();
    const prepayId = await prepayIdOf(pair, order);
    pair.clock.advance({ minutes: 30 });
    expect(await pair.approve(prepayId)).toEqual({ errMsg: 'requestPayment:fail (该订单已支付或已关闭)' });
    expect(await pair.gateway.query(order.paymentNo)).toMatchObject({ state: 'CLOSED' });
  });

  it('refunds in parts, the same number once, never more than was paid', async () => {
    const order = pair.order();
    await pair.approve(await prepayIdOf(pair, order));
    const refund = {
      paymentNo: order.paymentNo,
      refundNo: `${order.paymentNo}-R1`,
      refundFen: 1000,
      totalFen: 1990,
      reason: '缺货',
      notifyUrl: 'https://fanloop.example/api/notify/wechat-pay/refunds',
    };
    expect(await pair.gateway.queryRefund(refund.refundNo)).toBeNull();
    const first = await pair.gateway.refund(refund);
    expect(first).toMatchObject({ status: 'PROCESSING', refundFen: 1000, totalFen: 1990, refundNo: refund.refundNo });
    expect((await pair.gateway.refund(refund)).wechatRefundId).toBe(first.wechatRefundId);
    await expect(pair.gateway.refund({ ...refund, refundFen: 1 })).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
    await expect(
      pair.gateway.refund({ ...refund, refundNo: `${order.paymentNo}-R2`, refundFen: 991 }),
    ).rejects.toMatchObject({ name: 'PayFailure', code: 'INVALID_REQUEST' });
    expect(pair.standIn.pay!.refunds.all()).toHaveLength(1);
    expect(await pair.gateway.query(order.paymentNo)).toMatchObject({ state: 'REFUND' });
  });

  it.each(['wrong-signature', 'probe', 'old', 'unsigned', 'unknown-serial'])(
    'an answer that is %s is not believed',
    async (flaw) => {
      const order = pair.order();
      await prepayIdOf(pair, order);
      await pair.own('pay/faults', { on: 'answer', mode: flaw });
      await expect(pair.gateway.query(order.paymentNo)).rejects.toMatchObject({ name: 'PayFailure', code: null });
      expect(await pair.gateway.query(order.paymentNo)).toMatchObject({ state: 'NOTPAY' });
    },
  );

  it('a notification opens: signature, time, serial, tag; and nothing else does', async () => {
    const order = pair.order();
    await pair.approve(await prepayIdOf(pair, order));
    await settled(pair, 1);
    const [sent] = pair.delivered.slice(-1);
    expect(sent!.url).toBe(order.notifyUrl);
    expect(await pair.gateway.open(sent!)).toMatchObject({
      eventType: 'TRANSACTION.SUCCESS',
      content: { out_trade_no: order.paymentNo, amount: { total: 1990 }, mchid: '1900000109', appid: APP.appId },
    });
    pair.clock.advance({ seconds: 301 });
    await expect(pair.gateway.open(sent!)).rejects.toMatchObject({
      code: 'PayNoticeForged',
      details: { why: 'out-of-time' },
    });
  });
});

/** Waits for attempts that leave by a timer. */
const settled = async (pair: PayPairOn, attempts: number): Promise<void> => {
  const before = performance.now();
  const made = () => pair.standIn.pay!.notifier.list().reduce((sum, notice) => sum + notice.attempts.length, 0);
  while (made() < attempts && performance.now() - before < 5000) await new Promise((done) => setTimeout(done, 5));
};

describe('WeChat Pay’s wire', () => {
  let pair: PayPairOn;
  beforeAll(async () => {
    pair = await openPayPair();
  });
  afterEach(() => pair.own('reset'));
  afterAll(() => pair.close());

  it('the client’s parameters carry the merchant’s signature over app id, second, nonce and package', () => {
    const one = pair.gateway.parametersFor('wx201410272009395522657a690389285100');
    const key = createPublicKey(payPair(APP.appId).standIn.merchantKeyPem);
    const text = `${APP.appId}\n${one.timeStamp}\n${one.nonceStr}\nprepay_id=wx201410272009395522657a690389285100\n`;
    expect(createVerify('RSA-SHA256').update(text).verify(key, one.paySign, 'base64')).toBe(true);
    expect(one).toMatchObject({ signType: 'RSA', timeStamp: String(pair.clock.now().getTime() / 1000) });
    expect(one.nonceStr).toMatch(/^[0-9A-F]{32}$/);
    expect(pair.gateway.parametersFor('x').nonceStr).not.toBe(one.nonceStr);
  });

  it('a wrong key, a wrong merchant, a wrong serial and a clock that is off are SIGN_ERROR, for operators', async () => {
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    const wrong = [
      { merchantKeyPem: other.export({ type: 'pkcs8', format: 'pem' }).toString() },
      { merchantId: '1900000100' },
      { merchantSerial: 'ABCDEF0123456789' },
    ];
    for (const change of wrong)
      await expect(pair.gatewayWith(change).query('P00000000001')).rejects.toMatchObject({
        name: 'PayFailure',
        code: 'SIGN_ERROR',
      });
    const truth = pair.standIn.world.clock.nowMs;
    Object.assign(pair.standIn.world.clock, { nowMs: () => pair.clock.now().getTime() + 301_000 });
    await expect(pair.gateway.query('P00000000001')).rejects.toMatchObject({ code: 'SIGN_ERROR' });
    Object.assign(pair.standIn.world.clock, { nowMs: truth });
  });

  it('no connection, no answer in time, 429 and 5xx leave the outcome open: WechatBusy', async () => {
    const path = '/v3/pay/transactions/jsapi';
    const order = pair.order();
    for (const fault of [
      { mode: 'drop' },
      { mode: 'fail', httpStatus: 502 },
      { mode: 'fail', httpStatus: 429, code: 'FREQUENCY_LIMITED' },
      { mode: 'fail', httpStatus: 500, code: 'SYSTEM_ERROR' },
    ]) {
      await pair.own('faults', { path, ...fault });
      await expect(pair.gateway.prepay(order)).rejects.toMatchObject({ code: 'WechatBusy' });
    }
    const impatient = pair.gatewayWith({ timeoutMs: 50 });
    await pair.own('faults', { path, mode: 'delay', delayMs: 300, late: true });
    await expect(impatient.prepay(order)).rejects.toMatchObject({ code: 'WechatBusy' });
    await expect(pair.gatewayWith({ baseUrl: 'http://127.0.0.1:1' }).prepay(order)).rejects.toMatchObject({
      code: 'WechatBusy',
    });
    // It was ordered at the first attempt, whose answer was lost: asking again is the same order.
    await prepayIdOf(pair, order);
    expect(pair.standIn.pay!.orders.all()).toHaveLength(1);
  });

  it('errors by name reach operators with name and status', async () => {
    const order = pair.order();
    await pair.own('faults', { path: '/v3/pay/*', mode: 'fail', httpStatus: 403, code: 'NO_AUTH' });
    await expect(pair.gateway.prepay(order)).rejects.toThrow('WeChat Pay prepay: HTTP 403 NO_AUTH');
  });

  it('without settings nobody can pay, and wrong settings do not start', () => {
    expect(() => pair.gatewayWith({ apiV3Key: 'too-short' })).toThrow('the APIv3 key has exactly 32 bytes');
    expect(() => pair.gatewayWith({ merchantId: 'x' })).toThrow('a merchant id has 8 to 10 digits');
  });

  it('notifications are repeated at WeChat’s times until one is taken', async () => {
    pair.answers.push(500, 401, 0);
    await pair.approve(await prepayIdOf(pair, pair.order()));
    await settled(pair, 4);
    const [notice] = pair.standIn.pay!.notifier.list();
    expect(notice).toMatchObject({ attempts: [500, 401, 0, 204], state: 'taken' });
  });

  it.each(['wrong-signature', 'probe', 'old', 'unsigned', 'unknown-serial', 'wrong-tag'])(
    'C13 a notification that is %s does not open, and the good one that follows does',
    async (mode) => {
      await pair.own('pay/faults', { on: 'notification', mode });
      const before = pair.delivered.length;
      pair.answers.push(401);
      await pair.approve(await prepayIdOf(pair, pair.order()));
      await settled(pair, 2);
      const [bad, good] = pair.delivered.slice(before);
      await expect(pair.gateway.open(bad!)).rejects.toMatchObject({ code: 'PayNoticeForged', status: 401 });
      expect(await pair.gateway.open(good!)).toMatchObject({ eventType: 'TRANSACTION.SUCCESS' });
    },
  );
});
