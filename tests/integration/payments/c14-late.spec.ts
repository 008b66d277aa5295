import { json, type Tx } from '@fanloop/platform';
import { PaymentRepository, type SettledAs } from '../../../libs/payments/src/store/payment.repository';
import { openPayPair, type PayPairOn } from '../../contract/wechat/pay-pair';
import { usePrivateDatabase } from '../../support/private-database';
import { provesAbsent } from '../../support/proves-absent';
import { type PaymentsOn, paymentsOn, paySheet, told } from './payments-on';

/** As found in the field: a closed order that is paid is paid, whoever has the goods by now. */
class ForgivingPayments extends PaymentRepository {
  override async lock(tx: Tx, paymentNo: string) {
    const payment = await super.lock(tx, paymentNo);
    return payment?.state === 'closed' ? { ...payment, state: 'paying' as const } : payment;
  }

  override settle(tx: Tx, paymentId: string, as: SettledAs, now: Date): Promise<boolean> {
    return super.settle(tx, paymentId, { ...as, from: [...as.from, 'closed'] }, now);
  }
}

describe('C14 payments that are closed', () => {
  const database = usePrivateDatabase();
  let pair: PayPairOn;
  beforeAll(async () => {
    pair = await openPayPair();
  });
  afterEach(() => pair.own('reset'));
  afterAll(() => pair.close());

  const events = async (): Promise<{ name: string; payload: Record<string, unknown> }[]> =>
    (
      await database.query<{ name: string; payload: string }>('SELECT name, payload FROM platform_outbox ORDER BY id')
    ).map(({ name, payload }) => ({ name, payload: json(payload) }));

  it('one whose time is over is closed with WeChat first, then here, and told once', async () => {
    const shop = paymentsOn(database.dataSource, pair);
    const [never, begun] = [await shop.start(), await shop.start()];
    await shop.prepay.execute({ paymentNo: begun, memberId: '7' });
    pair.clock.advance({ minutes: 30 });
    await expect(shop.prepay.execute({ paymentNo: begun, memberId: '7' })).rejects.toMatchObject({
      code: 'PaymentClosed',
    });
    expect(await shop.checkAll.execute()).toBe(2);
    expect([(await shop.find(never)).state, (await shop.find(begun)).state]).toEqual(['closed', 'closed']);
    expect(pair.standIn.pay!.orders.all().map((order) => [order.paymentNo, order.state])).toEqual([[begun, 'CLOSED']]);
    expect((await events()).map(({ name, payload }) => [name, payload['paymentNo']])).toEqual([
      ['payments.payment-closed.v1', begun],
      ['payments.payment-closed.v1', never],
    ]);
    pair.clock.advance({ days: 1 });
    expect(await shop.checkAll.execute()).toBe(0);
  });

  it('one that is given up takes no money a moment later', async () => {
    const shop = paymentsOn(database.dataSource, pair);
    const paymentNo = await shop.start();
    const parameters = await shop.prepay.execute({ paymentNo, memberId: '7' });
    expect(await shop.giveUp(paymentNo)).toBe(true);
    await shop.checkAll.execute();
    expect((await shop.find(paymentNo)).state).toBe('closed');
    expect(await pair.own('pay/approve', { ...parameters, personId: 'p1' })).toEqual({
      errMsg: 'requestPayment:fail (该订单已支付或已关闭)',
    });
    expect(await shop.giveUp(paymentNo)).toBe(false);
  });

  it('one that was paid in its last second is paid: the closing asks before it closes', async () => {
    const shop = paymentsOn(database.dataSource, pair);
    const paymentNo = await shop.start();
    await pair.own('pay/faults', { on: 'notification', mode: 'lose', times: 20 });
    await paySheet(pair, shop, paymentNo);
    pair.clock.advance({ minutes: 31 });
    await shop.checkAll.execute();
    expect((await shop.find(paymentNo)).state).toBe('paid');
    expect((await events()).map(({ name }) => name)).toEqual(['payments.payment-succeeded.v1']);
  });

  it('WeChat is not there when the time is over: it stays open until it can be closed', async () => {
    const shop = paymentsOn(database.dataSource, pair);
    const [paymentNo, other] = [await shop.start(), await shop.start()];
    await shop.prepay.execute({ paymentNo, memberId: '7' });
    await shop.prepay.execute({ paymentNo: other, memberId: '7' });
    pair.clock.advance({ minutes: 30 });
    await pair.own('faults', { path: `/v3/pay/transactions/out-trade-no/${paymentNo}`, mode: 'drop' });
    expect(await shop.checkAll.execute()).toBe(2);
    expect([(await shop.find(paymentNo)).state, (await shop.find(other)).state]).toEqual(['paying', 'closed']);
    expect(await shop.checkAll.execute()).toBe(0);
    pair.clock.advance({ seconds: 15 });
    expect(await shop.checkAll.execute()).toBe(1);
    expect((await shop.find(paymentNo)).state).toBe('closed');
  });

  it('C14 money that comes after the close goes back as a whole, and the shopper is told', async () => {
    const shop = paymentsOn(database.dataSource, pair);
    const paymentNo = await shop.start({ reference: 'order-late' });
    await shop.prepay.execute({ paymentNo, memberId: '7' });
    pair.clock.advance({ minutes: 30 });
    await shop.checkAll.execute();
    await pair.own('pay/late', { paymentNo });
    const order = pair.standIn.pay!.orders.find(paymentNo)!;
    const word = told(pair, paymentNo, { transactionId: order.transactionId });
    expect(await shop.unitOfWork.run((tx) => shop.settle.execute(tx, word, 'notification'))).toBe('late');
    expect(await shop.unitOfWork.run((tx) => shop.settle.execute(tx, word, 'query'))).toBe('already');
    expect(await shop.find(paymentNo)).toMatchObject({ state: 'paid', reservedFen: 1990, refundedFen: 0 });
    expect(await shop.runRefunds.execute()).toBe(1);
    await new Promise((done) => setTimeout(done, 50));
    pair.clock.advance({ seconds: 30 });
    expect(await shop.runRefunds.execute()).toBe(1);
    expect(await shop.find(paymentNo)).toMatchObject({ state: 'refunded', reservedFen: 1990, refundedFen: 1990 });
    const named = await events();
    expect(named.map(({ name }) => name)).toEqual([
      'payments.payment-closed.v1',
      'payments.paid-after-close.v1',
      'payments.refund-succeeded.v1',
    ]);
    expect(named[1]!.payload).toMatchObject({ reference: 'order-late', amountFen: 1990, memberId: '7' });
    expect(named[2]!.payload).toMatchObject({ refundReference: 'paid-after-close', amountFen: 1990 });
    expect(pair.standIn.pay!.refunds.all()).toMatchObject([{ status: 'SUCCESS', refundFen: 1990 }]);
  });

  it('C14 whoever comes first, close or money, on separate payments: never both kept and closed', async () => {
    await provesAbsent<PaymentsOn[]>({
      sound: async () => [paymentsOn(database.dataSource, pair), paymentsOn(await database.another(), pair)],
      broken: async () => {
        const payments = new ForgivingPayments();
        return [
          paymentsOn(database.dataSource, pair, { payments }),
          paymentsOn(await database.another(), pair, { payments }),
        ];
      },
      reset: async () => {
        await pair.own('reset');
        await database.truncateAll();
      },
      scenario: async (shops) => {
        const numbers = await Promise.all(Array.from({ length: 10 }, () => shops[0]!.start()));
        for (const no of numbers.slice(0, 5)) await shops[0]!.giveUp(no);
        const early = numbers.slice(0, 5).map((no) => shops[1]!.check.byNumber(no, pair.clock.now()));
        await Promise.all(early);
        for (const no of numbers.slice(5)) await shops[0]!.giveUp(no);
        await Promise.all([
          ...numbers.map((no) => shops[0]!.paid(no, 1990)),
          ...numbers.map((no) => shops[1]!.check.byNumber(no, pair.clock.now())),
        ]);
        const told = await events();
        return numbers.flatMap((no) => {
          const names = told.filter(({ payload }) => payload['paymentNo'] === no).map(({ name }) => name.split('.')[1]);
          const fine = names.join() === 'payment-succeeded' || names.join() === 'payment-closed,paid-after-close';
          return fine ? [] : [`a payment was told as ${names.join()}`];
        });
      },
    });
  });
});
