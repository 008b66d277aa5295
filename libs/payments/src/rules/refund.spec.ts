import type { Payment } from './payment';
import { differenceOf, mayStillGoThrough, stateAfter, staysReserved, whyNotRefundable } from './refund';

const paidAt = new Date('2026-06-15T04:00:00Z');
const now = new Date('2026-06-16T04:00:00Z');
const payment = { paymentNo: 'P1', amountFen: 1000, state: 'paid', reservedFen: 300, refunds: 1, paidAt } as Payment;
const why = (amountFen: number, more: Partial<Payment> = {}, at = now) =>
  whyNotRefundable({ ...payment, ...more }, amountFen, at)?.code ?? null;

describe('refunds', () => {
  it('up to what is left, to the fen', () => {
    expect([why(1), why(700), why(701)]).toEqual([null, null, 'RefundTooLarge']);
    expect(why(700, { state: 'partially-refunded' })).toBeNull();
    expect(whyNotRefundable(payment, 701, now)?.details).toEqual({ left: 700 });
  });

  it.each([0, -1, 0.1, Number.NaN, Number.POSITIVE_INFINITY])('not %s fen', (fen) => {
    expect(why(fen)).toBe('RefundAmountInvalid');
  });

  it.each(['created', 'paying', 'closed', 'refunded'] as const)('not of a payment that is %s', (state) => {
    expect(why(1, { state })).toBe('NotRefundable');
  });

  it('not a 51st time, not a year later', () => {
    expect([why(1, { refunds: 49 }), why(1, { refunds: 50 })]).toEqual([null, 'TooManyRefunds']);
    const lastMoment = new Date('2027-06-15T03:59:59.999Z');
    expect([why(1, {}, lastMoment), why(1, {}, new Date('2027-06-15T04:00:00Z'))]).toEqual([null, 'RefundTooLate']);
  });

  it('the last fen makes the payment refunded', () => {
    expect([stateAfter(1000, 1), stateAfter(1000, 999), stateAfter(1000, 1000)]).toEqual([
      'partially-refunded',
      'partially-refunded',
      'refunded',
    ]);
  });

  const fact = { merchantId: 'm', paymentNo: 'P1', refundFen: 300, totalFen: 1000, status: 'SUCCESS' } as const;
  it.each([
    [{}, undefined],
    [{ merchantId: null }, undefined],
    [{ merchantId: 'n' }, 'merchant'],
    [{ paymentNo: 'P2' }, 'number'],
    [{ refundFen: 299 }, 'amount'],
    [{ totalFen: 999 }, 'total'],
  ])('WeChat tells of it with %j: %s', (more, what) => {
    expect(differenceOf({ amountFen: 300 }, payment, { ...fact, ...more }, 'm')?.details['what']).toBe(what);
  });

  it('an empty balance waits, a limit does not; money that no card takes stays set aside', () => {
    expect(['NOT_ENOUGH', 'SIGN_ERROR', null, 'RULE_LIMIT', 'PARAM_ERROR'].map(mayStillGoThrough)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
    expect([staysReserved('ABNORMAL'), staysReserved('CLOSED'), staysReserved('RULE_LIMIT')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
