import { PayGateway } from '../../../libs/wechat/src/pay/pay.gateway';
import { openPayPair, type PayPairOn } from '../../contract/wechat/pay-pair';
import { usePrivateDatabase } from '../../support/private-database';
import { type PaymentsOn, paymentsOn, paySheet } from './payments-on';

describe('the daily bill', () => {
  const database = usePrivateDatabase();
  let pair: PayPairOn;
  beforeAll(async () => {
    pair = await openPayPair();
  });
  beforeEach(() => pair.clock.set('2026-06-15T04:00:00Z'));
  afterEach(() => pair.own('reset'));
  afterAll(() => pair.close());

  const bought = async (shop: PaymentsOn): Promise<string> => {
    const paymentNo = await shop.start();
    await paySheet(pair, shop, paymentNo);
    await shop.check.byNumber(paymentNo, pair.clock.now());
    return paymentNo;
  };
  const differences = () =>
    database.query(
      `SELECT DATE_FORMAT(day, '%Y-%m-%d') AS day, subject, number, kind, bill_fen AS bill, our_fen AS ours, state
         FROM payments_difference ORDER BY id`,
    );
  const compared = () =>
    database.query<{ day: string; n: number; d: number }>(
      "SELECT DATE_FORMAT(day, '%Y-%m-%d') AS day, line_count AS n, differences AS d FROM payments_bill WHERE line_count > 0",
    );
  /** Refunded in part, and told of. */
  const refunded = async (shop: PaymentsOn, paymentNo: string): Promise<string> => {
    const refundNo = await shop.refund(paymentNo, 500, 'line-1');
    await shop.runRefunds.execute();
    await new Promise((done) => setTimeout(done, 50));
    pair.clock.advance({ seconds: 30 });
    await shop.runRefunds.execute();
    return refundNo;
  };

  it('of a day on which both sides are one: nothing differs, and it is compared once', async () => {
    const shop = paymentsOn(database.dataSource, pair);
    await refunded(shop, await bought(shop));
    await shop.start();
    expect(await pair.gateway.tradeBill('2026-06-15')).toBe('not-yet');
    expect(await pair.gateway.tradeBill('2026-06-14')).toEqual([]);
    pair.clock.set('2026-06-16T01:59:00Z');
    expect(await shop.reconcile.execute()).toBe(13);
    pair.clock.set('2026-06-16T02:00:00Z');
    expect(await shop.reconcile.execute()).toBe(1);
    expect(await shop.reconcile.execute()).toBe(0);
    expect(await compared()).toEqual([{ day: '2026-06-15', n: 2, d: 0 }]);
    expect(await differences()).toEqual([]);
  });

  it('names what the bill lacks, what our books lack, and another amount; to the fen', async () => {
    const shop = paymentsOn(database.dataSource, pair);
    const [fine, dropped, dearer, back] = [
      await bought(shop),
      await bought(shop),
      await bought(shop),
      await bought(shop),
    ];
    const refundNo = await refunded(shop, back);
    await pair.own('pay/bill-faults', { mode: 'drop', number: dropped });
    await pair.own('pay/bill-faults', { mode: 'amount', number: dearer });
    await pair.own('pay/bill-faults', { mode: 'amount', number: refundNo });
    await pair.own('pay/bill-faults', { mode: 'add', number: '别人的-1' });
    pair.clock.set('2026-06-16T02:00:00Z');
    expect(await shop.reconcileDay.execute('2026-06-15')).toBe(4);
    const day = '2026-06-15';
    expect(await differences()).toEqual([
      { day, subject: 'payment', number: dearer, kind: 'amount-differs', bill: '1991', ours: '1990', state: 'open' },
      { day, subject: 'payment', number: '别人的-1', kind: 'missing-here', bill: '100', ours: null, state: 'open' },
      { day, subject: 'refund', number: refundNo, kind: 'amount-differs', bill: '501', ours: '500', state: 'open' },
      { day, subject: 'payment', number: dropped, kind: 'missing-there', bill: null, ours: '1990', state: 'open' },
    ]);
    expect((await shop.find(fine)).state).toBe('paid');
    // Nothing was mended by itself.
    expect((await shop.find(dearer)).amountFen).toBe(1990);
  });

  it('a day is compared again by two people at once: what is new is found once, what is known stays as it is', async () => {
    const shops = [paymentsOn(database.dataSource, pair), paymentsOn(await database.another(), pair)];
    const [first, second] = [await bought(shops[0]!), await bought(shops[0]!)];
    await pair.own('pay/bill-faults', { mode: 'amount', number: first });
    pair.clock.set('2026-06-16T02:00:00Z');
    expect(await shops[0]!.reconcileDay.execute('2026-06-15')).toBe(1);
    await database.query("UPDATE payments_difference SET state = 'settled'");
    await pair.own('pay/bill-faults', { mode: 'amount', number: second });
    const again = () => shops.map((shop) => shop.reconcileDay.again('2026-06-15', () => Promise.resolve()));
    const found = await Promise.all([...again(), ...again()]);
    expect(found.sort()).toEqual([0, 0, 0, 1]);
    expect(await differences()).toMatchObject([
      { number: first, state: 'settled' },
      { number: second, state: 'open' },
    ]);
    expect(await compared()).toEqual([{ day: '2026-06-15', n: 2, d: 2 }]);
    pair.clock.set('2026-06-15T15:00:00Z');
    expect(await shops[0]!.reconcileDay.again('2026-06-15', () => Promise.resolve())).toBeNull();
  });

  it('two workers that compare the same day find its differences once', async () => {
    const shops = [paymentsOn(database.dataSource, pair), paymentsOn(await database.another(), pair)];
    await pair.own('pay/bill-faults', { mode: 'drop', number: await bought(shops[0]!) });
    await bought(shops[0]!);
    pair.clock.set('2026-06-16T02:00:00Z');
    const found = await Promise.all([...shops, ...shops].map((shop) => shop.reconcileDay.execute('2026-06-15')));
    expect(found.filter((one) => one !== null)).toEqual([1]);
    expect(await differences()).toHaveLength(1);
  });

  it('a bill that is not what WeChat named is not compared, and comes again', async () => {
    const shop = paymentsOn(database.dataSource, pair);
    await bought(shop);
    pair.clock.set('2026-06-16T02:00:00Z');
    const { bills } = pair.standIn.pay!;
    const fetched = bills.fetch.bind(bills);
    bills.fetch = (token) => fetched(token).replace('19.90', '19.91');
    await expect(shop.reconcileDay.execute('2026-06-15')).rejects.toMatchObject({ name: 'PayFailure' });
    bills.fetch = fetched;
    await pair.own('faults', { path: '/v3/billdownload/file', mode: 'drop' });
    await expect(shop.reconcileDay.execute('2026-06-15')).rejects.toMatchObject({ code: 'WechatBusy' });
    expect(await compared()).toEqual([]);
    expect(await shop.reconcileDay.execute('2026-06-15')).toBe(0);
  });

  it('a deployment without a merchant has no bills', async () => {
    const shop = paymentsOn(database.dataSource, pair, { gateway: new PayGateway(null, pair.clock) });
    expect(await shop.reconcile.execute()).toBe(0);
    await expect(shop.prepay.execute({ paymentNo: await shop.start(), memberId: '7' })).rejects.toMatchObject({
      code: 'PayNotConfigured',
    });
  });
});
