import { json, type Tx } from '@fanloop/platform';
import type { PayTransaction } from '@fanloop/wechat';
import type { Settlement } from '../../../libs/payments/src/rules/settle';
import { SettlePayment } from '../../../libs/payments/src/use-cases/settle-payment.use-case';
import { type Delivered, openPayPair, type PayPairOn } from '../../contract/wechat/pay-pair';
import { usePrivateDatabase } from '../../support/private-database';
import { provesAbsent } from '../../support/proves-absent';
import { waitUntil } from '../../support/wait-until';
import { type PaymentsOn, paymentsOn, paySheet, told } from './payments-on';

/** As found in the field: whatever a signed notification says is written down, each time. */
class BelievingSettle extends SettlePayment {
  override async execute(tx: Tx, { paymentNo, transactionId, paidAt }: PayTransaction): Promise<Settlement> {
    await tx.execute(
      "UPDATE payments_payment SET state = 'paid', transaction_id = ?, paid_at = ? WHERE payment_no = ?",
      [transactionId, paidAt, paymentNo],
    );
    await tx.execute(
      `INSERT INTO platform_outbox (event_id, name, payload, occurred_at)
       VALUES (UUID(), 'payments.payment-succeeded.v1', ?, UTC_TIMESTAMP(3))`,
      [JSON.stringify({ paymentNo })],
    );
    return 'paid';
  }
}

describe('C13 notifications of payments', () => {
  const database = usePrivateDatabase();
  let pair: PayPairOn;
  beforeAll(async () => {
    pair = await openPayPair();
  });
  afterEach(async () => {
    await pair.own('reset');
    pair.delivered.length = 0;
  });
  afterAll(() => pair.close());

  /** What WeChat has sent so far; it waits for as many. */
  const sent = (count: number): Promise<Delivered[]> =>
    waitUntil(`${count} notifications were sent`, () => (pair.delivered.length >= count ? pair.delivered : null));

  const succeeded = (): Promise<{ paymentNo: string; amountFen: number; reference: string }[]> =>
    database
      .query<{ payload: string }>(
        "SELECT payload FROM platform_outbox WHERE name = 'payments.payment-succeeded.v1' ORDER BY id",
      )
      .then((rows) => rows.map((row) => json(row.payload)));

  it('C13 a good one settles the payment, once, and tells it once', async () => {
    const shop = paymentsOn(database.dataSource, pair);
    const paymentNo = await shop.start({ reference: 'order-a' });
    await paySheet(pair, shop, paymentNo);
    expect(await shop.find(paymentNo)).toMatchObject({ state: 'paying', paidAt: null });
    const [notice] = await sent(1);
    await shop.takeNotice.execute(notice!);
    expect(await shop.find(paymentNo)).toMatchObject({ state: 'paid', paidAt: pair.clock.now(), reservedFen: 0 });
    await shop.takeNotice.execute(notice!);
    expect(await succeeded()).toMatchObject([{ paymentNo, amountFen: 1990, reference: 'order-a', memberId: '7' }]);
    expect(await database.query('SELECT times, outcome, event_type FROM payments_notice')).toEqual([
      { times: 2, outcome: 'already', event_type: 'TRANSACTION.SUCCESS' },
    ]);
  });

  it.each(['wrong-signature', 'probe', 'old', 'unsigned', 'unknown-serial', 'wrong-tag'])(
    'C13 one that is %s is refused before anything of it is read or written',
    async (mode) => {
      const shop = paymentsOn(database.dataSource, pair);
      const paymentNo = await shop.start();
      await pair.own('pay/faults', { on: 'notification', mode });
      await paySheet(pair, shop, paymentNo);
      const [notice] = await sent(1);
      await expect(shop.takeNotice.execute(notice!)).rejects.toMatchObject({ code: 'PayNoticeForged', status: 401 });
      expect(await shop.find(paymentNo)).toMatchObject({ state: 'paying' });
      expect(await database.query('SELECT * FROM payments_notice')).toEqual([]);
    },
  );

  it.each([
    ['wrong-amount', 'amount'],
    ['wrong-merchant', 'merchant'],
    ['wrong-app', 'app'],
  ])(
    'C13 one that is well signed but tells of another %s is kept for a person and settles nothing',
    async (mode, what) => {
      const shop = paymentsOn(database.dataSource, pair);
      const paymentNo = await shop.start();
      await pair.own('pay/faults', { on: 'notification', mode });
      pair.answers.push(422);
      await paySheet(pair, shop, paymentNo);
      const [wrong, right] = await sent(2);
      await expect(shop.takeNotice.execute(wrong!)).rejects.toMatchObject({
        code: 'PaymentDiffers',
        details: { what },
      });
      expect(await shop.find(paymentNo)).toMatchObject({ state: 'paying' });
      expect(await database.query('SELECT number, outcome FROM payments_notice')).toEqual([
        { number: paymentNo, outcome: 'PaymentDiffers' },
      ]);
      // WeChat comes again with the truth.
      await shop.takeNotice.execute(right!);
      expect(await shop.find(paymentNo)).toMatchObject({ state: 'paid' });
    },
  );

  it('C13 one for a number that nobody knows is kept, and refused', async () => {
    const [shop, other] = [paymentsOn(database.dataSource, pair), paymentsOn(database.dataSource, pair)];
    const paymentNo = await other.start();
    await paySheet(pair, other, paymentNo);
    const [notice] = await sent(1);
    await database.query('DELETE FROM payments_payment');
    await expect(shop.takeNotice.execute(notice!)).rejects.toMatchObject({ code: 'PaymentNotFound' });
    expect(await database.query('SELECT outcome FROM payments_notice')).toEqual([{ outcome: 'PaymentNotFound' }]);
  });

  it('C13 a lost one is made up for by asking: the sweep settles it', async () => {
    const shop = paymentsOn(database.dataSource, pair);
    const paymentNo = await shop.start();
    await pair.own('pay/faults', { on: 'notification', mode: 'lose', times: 20 });
    await paySheet(pair, shop, paymentNo);
    expect(await shop.checkAll.execute()).toBe(0);
    pair.clock.advance({ seconds: 10 });
    expect(await shop.checkAll.execute()).toBe(1);
    expect(await shop.find(paymentNo)).toMatchObject({ state: 'paid' });
    expect(await database.query('SELECT settled_by AS s, check_at AS c FROM payments_payment')).toEqual([
      { s: 'query', c: null },
    ]);
    pair.clock.advance({ days: 1 });
    expect(await shop.checkAll.execute()).toBe(0);
  });

  it('C13 repeated, reordered and crossing with a query, over two processes: each of eight payments is settled once', async () => {
    await provesAbsent<PaymentsOn[]>({
      sound: async () => [paymentsOn(database.dataSource, pair), paymentsOn(await database.another(), pair)],
      broken: async () => {
        const settle = (...parts: ConstructorParameters<typeof SettlePayment>) => new BelievingSettle(...parts);
        return [
          paymentsOn(database.dataSource, pair, { settle }),
          paymentsOn(await database.another(), pair, { settle }),
        ];
      },
      reset: async () => {
        await pair.own('reset');
        pair.delivered.length = 0;
        await database.truncateAll();
      },
      scenario: async (shops) => {
        const numbers = await Promise.all(Array.from({ length: 8 }, () => shops[0]!.start()));
        await pair.own('pay/faults', { on: 'notification', mode: 'reorder', times: 2 });
        await pair.own('pay/faults', { on: 'notification', mode: 'repeat', times: 2 });
        for (const paymentNo of numbers) await paySheet(pair, shops[0]!, paymentNo);
        const notices = await sent(10);
        const calls = [...notices, ...notices].flatMap((notice, i) => [
          shops[i % 2]!.takeNotice.execute(notice),
          shops[(i + 1) % 2]!.check.byNumber(numbers[i % 8]!, pair.clock.now()),
        ]);
        const crashed = (await Promise.allSettled(calls)).flatMap((call) =>
          call.status === 'rejected' ? [`a call failed: ${String(call.reason)}`] : [],
        );
        const events = await succeeded();
        const twice = numbers.filter((no) => events.filter((event) => event.paymentNo === no).length !== 1);
        const states = await Promise.all(numbers.map(async (no) => (await shops[0]!.find(no)).state));
        return [
          ...crashed,
          ...twice.map(() => 'a payment was not told exactly once'),
          ...states.filter((state) => state !== 'paid').map((state) => `a payment is ${state}`),
        ];
      },
    });
  });

  it('C13 another amount, merchant or app settles nothing: the rule, in the database', async () => {
    await provesAbsent<PaymentsOn>({
      sound: () => paymentsOn(database.dataSource, pair),
      broken: () => paymentsOn(database.dataSource, pair, { settle: (...parts) => new BelievingSettle(...parts) }),
      reset: () => database.truncateAll(),
      scenario: async (shop) => {
        const wrong = [
          { amountFen: 1 },
          { merchantId: '1' },
          { appId: 'wx' },
          { currency: 'USD' },
          { amountFen: null },
        ];
        const numbers = await Promise.all(wrong.map(() => shop.start()));
        const calls = wrong.map((more, i) =>
          shop.unitOfWork.run((tx) => shop.settle.execute(tx, told(pair, numbers[i]!, more), 'query')),
        );
        await Promise.allSettled(calls);
        const paid = await Promise.all(numbers.map(async (no) => (await shop.find(no)).state === 'paid'));
        return wrong.filter((_, i) => paid[i]).map((more) => `paid with ${JSON.stringify(more)}`);
      },
    });
  });
});
