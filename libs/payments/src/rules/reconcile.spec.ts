import { type Billed, differencesOf, feeOf, type Held } from './reconcile';

const payment = (number: string, amountFen: number): Billed => ({ subject: 'payment', number, amountFen });
const refund = (number: string, amountFen: number): Billed => ({ subject: 'refund', number, amountFen });
const held = (one: Billed, isDone = true): Held => ({ ...one, isDone });

describe('the bill beside our books', () => {
  it('the same on both sides is no difference', () => {
    const [p, r] = [payment('P1', 1990), refund('R1', 500)];
    expect(differencesOf([p, r], [held(p), held(r)], [p, r])).toEqual([]);
    expect(differencesOf([], [], [])).toEqual([]);
  });

  it('a payment and a refund may share a number and are not the same', () => {
    expect(differencesOf([refund('X', 1)], [held(payment('X', 1))], [])).toMatchObject([
      { subject: 'refund', kind: 'missing-here' },
    ]);
  });

  it('names what is missing here, what is missing there, and what has another amount', () => {
    const bill = [payment('P1', 100), payment('P2', 1991), payment('P3', 5), refund('R1', 7)];
    const ours = [held(payment('P2', 1990)), held(payment('P3', 5), false), held(refund('R1', 7), false)];
    expect(differencesOf(bill, ours, [payment('P2', 1990), payment('P4', 42)])).toEqual([
      { subject: 'payment', number: 'P1', kind: 'missing-here', billFen: 100, ourFen: null },
      { subject: 'payment', number: 'P2', kind: 'amount-differs', billFen: 1991, ourFen: 1990 },
      { subject: 'payment', number: 'P3', kind: 'missing-here', billFen: 5, ourFen: null },
      { subject: 'payment', number: 'P4', kind: 'missing-there', billFen: null, ourFen: 42 },
    ]);
  });
});

describe('what WeChat keeps for a day', () => {
  const fees = (...feeMilliFen: (number | null)[]) => feeOf(feeMilliFen.map((fee) => ({ feeMilliFen: fee })));

  it('is summed as exactly as the bill has it and rounded once; refunds give back', () => {
    expect([fees(11_940, 5400, -3000), fees(400, 400, 400), fees(-600), fees(0)]).toEqual([14, 1, -1, 0]);
  });

  it('is nothing on a day without a line, and unknown where the bill does not say', () => {
    expect([fees(), fees(1000, null)]).toEqual([0, null]);
  });
});
