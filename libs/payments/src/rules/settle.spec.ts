import { isSameOrder, type Payment, problemOf } from './payment';
import { type PaidFact, settle } from './settle';

const merchant = { merchantId: '1900000109', appId: 'wx1' };
const at = new Date('2026-06-15T04:00:00Z');
const payment: Payment = {
  paymentId: '1',
  paymentNo: 'P1',
  purpose: 'rewards.order',
  reference: 'order-1',
  memberId: '7',
  description: '手冲壶',
  amountFen: 1990,
  state: 'paying',
  expiresAt: new Date('2026-06-15T04:30:00Z'),
  prepayId: null,
  prepaidAt: null,
  transactionId: null,
  paidAt: null,
  reservedFen: 0,
  refundedFen: 0,
  refunds: 0,
  checks: 0,
};
const fact: PaidFact = { ...merchant, paymentNo: 'P1', transactionId: 'T1', amountFen: 1990, currency: 'CNY' };
const outcome = (known: Partial<Payment>, more: Partial<PaidFact> = {}) => {
  const settled = settle({ ...payment, ...known }, { ...fact, ...more }, merchant);
  return settled.ok ? settled.value : settled.refusal.details['what'];
};

describe('settling', () => {
  it.each([
    ['created', 'paid'],
    ['paying', 'paid'],
    ['closed', 'late'],
  ] as const)('%s becomes %s', (state, settlement) => {
    expect(outcome({ state })).toBe(settlement);
  });

  it.each(['paid', 'partially-refunded', 'refunded'] as const)(
    '%s was settled already, by the same transaction',
    (state) => {
      expect(outcome({ state, transactionId: 'T1' })).toBe('already');
      expect(outcome({ state, transactionId: 'T2' })).toBe('transaction');
    },
  );

  it.each([
    [{ merchantId: '1900000100' }, 'merchant'],
    [{ appId: 'wx2' }, 'app'],
    [{ paymentNo: 'P2' }, 'number'],
    [{ amountFen: 1989 }, 'amount'],
    [{ amountFen: 1991 }, 'amount'],
    [{ amountFen: null }, 'amount'],
    [{ currency: 'HKD' }, 'currency'],
    [{ transactionId: null }, 'transaction'],
  ])('another %j is not ours', (more, what) => {
    for (const state of ['created', 'paying', 'closed', 'paid'] as const) expect(outcome({ state }, more)).toBe(what);
  });
});

describe('starting', () => {
  const order = {
    purpose: 'rewards.order',
    reference: 'o-1',
    memberId: '7',
    description: '壶',
    amountFen: 1,
    expiresAt: payment.expiresAt,
  };

  it('a whole price from one fen to a million yuan, something to read, and time left', () => {
    expect(problemOf(order, at)).toBeNull();
    expect(problemOf({ ...order, amountFen: 100_000_000 }, at)).toBeNull();
    expect(problemOf({ ...order, description: '🎁'.repeat(127) }, at)).toBeNull();
  });

  it.each([
    [{ amountFen: 0 }, 'amountFen'],
    [{ amountFen: -1 }, 'amountFen'],
    [{ amountFen: 0.5 }, 'amountFen'],
    [{ amountFen: Number.NaN }, 'amountFen'],
    [{ amountFen: 100_000_001 }, 'amountFen'],
    [{ description: '  ' }, 'description'],
    [{ description: '🎁'.repeat(128) }, 'description'],
    [{ purpose: "x'; DROP" }, 'purpose'],
    [{ reference: '' }, 'reference'],
    [{ reference: '订单' }, 'reference'],
    [{ expiresAt: at }, 'expiresAt'],
  ])('not with %j', (more, problem) => {
    expect(problemOf({ ...order, ...more }, at)).toBe(problem);
  });

  it('the same order is the same money of the same person', () => {
    expect(isSameOrder(payment, { ...order, amountFen: 1990 })).toBe(true);
    expect(isSameOrder(payment, { ...order, amountFen: 1 })).toBe(false);
    expect(isSameOrder(payment, { ...order, amountFen: 1990, memberId: '8' })).toBe(false);
  });
});
