import type { Fen } from '@fanloop/kernel';
import { json, type Tx } from '@fanloop/platform';
import { PaymentRepository } from '../../../libs/payments/src/store/payment.repository';
import { openPayPair, type PayPairOn } from '../../contract/wechat/pay-pair';
import { usePrivateDatabase } from '../../support/private-database';
import { provesAbsent } from '../../support/proves-absent';
import { waitUntil } from '../../support/wait-until';
import { type PaymentsOn, paymentsOn, paySheet } from './payments-on';

/** As found in the field: reads what is left, then writes what it has worked out. */
class ReckoningPayments extends PaymentRepository {
  override async lock(tx: Tx, paymentNo: string) {
    return this.find(tx, paymentNo);
  }

  override async reserve(tx: Tx, paymentId: string, amountFen: Fen): Promise<boolean> {
    await tx.execute(
      'UPDATE payments_payment SET reserved_fen = reserved_fen + ?, refunds = refunds + 1 WHERE id = ?',
      [amountFen, paymentId],
    );
    return true;
  }
}

describe('C15 refunds', () => {
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

  const bought = async (shop: PaymentsOn): Promise<string> => {
    const paymentNo = await shop.start();
    await paySheet(pair, shop, paymentNo);
    await shop.check.byNumber(paymentNo, pair.clock.now());
    pair.delivered.length = 0;
    return paymentNo;
  };
  const refunds = () =>
    database.query('SELECT amount_fen AS fen, state, failure, requested_by AS byWhom FROM payments_refund ORDER BY id');

  it('C15 parallel refunds of separate payments, over two processes, together never exceed each payment', async () => {
    await provesAbsent<PaymentsOn[]>({
      sound: async () => [paymentsOn(database.dataSource, pair), paymentsOn(await database.another(), pair)],
      broken: async () => {
        const payments = new ReckoningPayments();
        return [
          paymentsOn(database.dataSource, pair, { payments }),
          paymentsOn(await database.another(), pair, { payments }),
        ];
      },
      reset: () => database.truncateAll(),
      scenario: async (shops) => {
        const numbers = await Promise.all(Array.from({ length: 4 }, () => shops[0]!.start({ amountFen: 1000 })));
        await Promise.all(numbers.map((no) => shops[0]!.paid(no, 1000)));
        const calls = numbers.flatMap((no) =>
          [300, 300, 300, 300, 300, 300].map((fen, i) => shops[i % 2]!.refund(no, fen, `r-${i}`)),
        );
        const refused = (await Promise.allSettled(calls)).flatMap((call) =>
          call.status === 'rejected' ? [(call.reason as { code?: string }).code ?? String(call.reason)] : [],
        );
        const sums = await database.query<{ fen: string; reserved: string }>(
          `SELECT SUM(r.amount_fen) AS fen, MAX(p.reserved_fen) AS reserved
             FROM payments_payment p JOIN payments_refund r ON r.payment_id = p.id GROUP BY p.id`,
        );
        return [
          ...sums.filter(({ fen }) => Number(fen) > 1000).map(({ fen }) => `${fen} of 1000 are to go back`),
          ...sums.filter(({ fen }) => Number(fen) < 900).map(({ fen }) => `only ${fen} of 900 are to go back`),
          ...sums.filter(({ fen, reserved }) => fen !== reserved).map(() => 'the sum is not what was set aside'),
          ...refused.filter((code) => code !== 'RefundTooLarge'),
        ];
      },
    });
  });

  it('C15 an order undone twice, a refund by hand and the payment itself, all at once: exactly the payment goes back', async () => {
    await provesAbsent<PaymentsOn[]>({
      sound: async () => [paymentsOn(database.dataSource, pair), paymentsOn(await database.another(), pair)],
      broken: async () => {
        const payments = new ReckoningPayments();
        return [
          paymentsOn(database.dataSource, pair, { payments }),
          paymentsOn(await database.another(), pair, { payments }),
        ];
      },
      reset: () => database.truncateAll(),
      attempts: 10,
      scenario: async (shops) => {
        const numbers = await Promise.all(Array.from({ length: 6 }, () => shops[0]!.start({ amountFen: 1000 })));
        // Half of them are paid before, the others at the same moment.
        await Promise.all(numbers.slice(0, 3).map((no) => shops[0]!.paid(no, 1000)));
        const calls = numbers.flatMap((no, i): Promise<unknown>[] => [
          shops[0]!.undo(no),
          shops[1]!.refund(no, 300, 'by-hand'),
          ...(i < 3 ? [] : [shops[1]!.paid(no, 1000)]),
          shops[1]!.undo(no),
        ]);
        const refused = (await Promise.allSettled(calls)).flatMap((call) =>
          call.status === 'rejected' ? [(call.reason as { code?: string }).code ?? String(call.reason)] : [],
        );
        // As whoever started it does once he hears that it is paid after all.
        await Promise.allSettled(numbers.map((no) => shops[0]!.undo(no)));
        const sums = await database.query<{ no: string; fen: string; reserved: string }>(
          `SELECT p.payment_no AS no, SUM(r.amount_fen) AS fen, MAX(p.reserved_fen) AS reserved
             FROM payments_payment p LEFT JOIN payments_refund r ON r.payment_id = p.id GROUP BY p.id, p.payment_no`,
        );
        return [
          ...sums
            .filter(({ fen, reserved }) => fen !== '1000' || reserved !== '1000')
            .map((row) => JSON.stringify(row)),
          ...refused.filter((code) => !['RefundTooLarge', 'NotRefundable'].includes(code)),
        ];
      },
    });
  });

  it('C15 in parts: the loser writes nothing and touches nobody else’s; the rest is the rest', async () => {
    const shop = paymentsOn(database.dataSource, pair);
    const [first, second] = [await bought(shop), await bought(shop)];
    const refundNo = await shop.refund(first, 1000, 'line-1');
    expect(await shop.refund(first, 1000, 'line-1')).toBe(refundNo);
    await expect(shop.refund(first, 999, 'line-1')).rejects.toMatchObject({ code: 'RefundReferenceReused' });
    await expect(shop.refund(first, 991, 'line-2')).rejects.toMatchObject({
      code: 'RefundTooLarge',
      details: { left: 990 },
    });
    for (const fen of [0, -1, 0.5, Number.NaN, 1e21])
      await expect(shop.refund(first, fen, 'line-3')).rejects.toMatchObject({ code: 'RefundAmountInvalid' });
    expect(await shop.runRefunds.execute()).toBe(1);
    await waitUntil('WeChat tells of it', () => pair.delivered.length > 0);
    await shop.takeNotice.execute(pair.delivered[0]!);
    expect(await shop.find(first)).toMatchObject({ state: 'partially-refunded', reservedFen: 1000, refundedFen: 1000 });
    await shop.refund(first, 'rest', 'all-of-it');
    await expect(shop.refund(first, 1, 'line-4')).rejects.toMatchObject({ code: 'RefundTooLarge' });
    await shop.runRefunds.execute();
    await waitUntil('WeChat tells of it', () => pair.delivered.length > 1);
    await shop.takeNotice.execute(pair.delivered[1]!);
    await shop.takeNotice.execute(pair.delivered[1]!);
    expect(await shop.find(first)).toMatchObject({ state: 'refunded', reservedFen: 1990, refundedFen: 1990 });
    await expect(shop.refund(first, 1, 'line-5')).rejects.toMatchObject({ code: 'NotRefundable' });
    expect(await shop.find(second)).toMatchObject({ state: 'paid', reservedFen: 0, refundedFen: 0 });
    expect(await refunds()).toEqual([
      { fen: '1000', state: 'succeeded', failure: null, byWhom: 'staff:1' },
      { fen: '990', state: 'succeeded', failure: null, byWhom: 'staff:1' },
    ]);
  });

  it('an answer that is lost costs nothing: the same number is the same refund', async () => {
    const shop = paymentsOn(database.dataSource, pair);
    const paymentNo = await bought(shop);
    await shop.refund(paymentNo, 500, 'line-1');
    await pair.own('faults', { path: '/v3/refund/domestic/refunds', mode: 'drop' });
    await shop.runRefunds.execute();
    expect(await refunds()).toMatchObject([{ state: 'requested' }]);
    pair.clock.advance({ seconds: 30 });
    await shop.runRefunds.execute();
    expect(pair.standIn.pay!.refunds.all()).toHaveLength(1);
    expect(pair.standIn.pay!.orders.find(paymentNo)!.refundedFen).toBe(500);
    expect((await shop.find(paymentNo)).reservedFen).toBe(500);
  });

  it('an empty balance waits; what WeChat refuses for good is free again, and told', async () => {
    const shop = paymentsOn(database.dataSource, pair);
    const paymentNo = await bought(shop);
    await shop.refund(paymentNo, 500, 'line-1');
    const path = '/v3/refund/domestic/refunds';
    await pair.own('faults', { path, mode: 'fail', httpStatus: 403, code: 'NOT_ENOUGH' });
    await shop.runRefunds.execute();
    expect(await refunds()).toMatchObject([{ state: 'requested', failure: 'NOT_ENOUGH' }]);
    await pair.own('faults', { path, mode: 'fail', httpStatus: 403, code: 'RULE_LIMIT' });
    pair.clock.advance({ seconds: 60 });
    await shop.runRefunds.execute();
    expect(await refunds()).toMatchObject([{ state: 'failed', failure: 'RULE_LIMIT' }]);
    expect(await shop.find(paymentNo)).toMatchObject({ state: 'paid', reservedFen: 0, refundedFen: 0 });
    const [event] = await database.query<{ payload: string }>(
      "SELECT payload FROM platform_outbox WHERE name = 'payments.refund-failed.v1'",
    );
    expect(json(event!.payload)).toMatchObject({ why: 'RULE_LIMIT', amountFen: 500, refundReference: 'line-1' });
    await shop.refund(paymentNo, 1990, 'line-2');
  });

  it('money that no card takes stays set aside for a person; a refund that WeChat closes does not', async () => {
    const shop = paymentsOn(database.dataSource, pair);
    const [abnormal, closed] = [await bought(shop), await bought(shop)];
    await shop.refund(abnormal, 1990, 'a');
    await pair.own('pay/faults', { on: 'refund', mode: 'abnormal' });
    await shop.runRefunds.execute();
    await shop.refund(closed, 1990, 'c');
    await pair.own('pay/faults', { on: 'refund', mode: 'closed' });
    await shop.runRefunds.execute();
    await waitUntil('WeChat tells of both', () => pair.delivered.length > 1);
    for (const notice of pair.delivered) await shop.takeNotice.execute(notice);
    expect(await shop.find(abnormal)).toMatchObject({ state: 'paid', reservedFen: 1990, refundedFen: 0 });
    expect(await shop.find(closed)).toMatchObject({ state: 'paid', reservedFen: 0, refundedFen: 0 });
    expect(await refunds()).toMatchObject([
      { state: 'failed', failure: 'ABNORMAL' },
      { state: 'failed', failure: 'CLOSED' },
    ]);
  });

  it('C13 a refund notification of another amount or merchant changes nothing', async () => {
    const shop = paymentsOn(database.dataSource, pair);
    const paymentNo = await bought(shop);
    await shop.refund(paymentNo, 500, 'line-1');
    for (const mode of ['wrong-amount', 'wrong-merchant']) await pair.own('pay/faults', { on: 'notification', mode });
    pair.answers.push(422, 422);
    await shop.runRefunds.execute();
    await waitUntil('three were sent', () => pair.delivered.length > 2);
    const [amount, merchant, right] = pair.delivered;
    await expect(shop.takeNotice.execute(amount!)).rejects.toMatchObject({ code: 'RefundDiffers' });
    await expect(shop.takeNotice.execute(merchant!)).rejects.toMatchObject({ code: 'RefundDiffers' });
    expect(await shop.find(paymentNo)).toMatchObject({ state: 'paid', refundedFen: 0 });
    await shop.takeNotice.execute(right!);
    expect(await shop.find(paymentNo)).toMatchObject({ state: 'partially-refunded', refundedFen: 500 });
  });

  it('a year after it was paid nothing goes back the same way; nor a 51st time', async () => {
    const shop = paymentsOn(database.dataSource, pair);
    const paymentNo = await shop.start();
    await shop.paid(paymentNo, 1990);
    for (let i = 0; i < 50; i += 1) await shop.refund(paymentNo, 1, `r-${i}`);
    await expect(shop.refund(paymentNo, 1, 'r-50')).rejects.toMatchObject({ code: 'TooManyRefunds' });
    const old = await shop.start();
    await shop.paid(old, 1990);
    pair.clock.advance({ days: 365 });
    await expect(shop.refund(old, 1, 'r')).rejects.toMatchObject({ code: 'RefundTooLate' });
  });
});
