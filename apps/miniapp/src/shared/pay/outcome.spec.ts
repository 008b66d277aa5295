import { leftUntil, outcomeOf, type ToldPayment } from './outcome';

const told = (state: ToldPayment['state'], reservedFen = 0): ToldPayment => ({ state, amountFen: 990, reservedFen });

describe('what became of a payment', () => {
  it.each([
    ['ok', told('paid'), 'paid'],
    ['cancelled', told('paid'), 'paid'],
    ['failed', told('partially-refunded', 100), 'paid'],
    ['ok', told('paying'), 'confirming'],
    ['cancelled', told('paying'), 'cancelled'],
    ['failed', told('created'), 'failed'],
    ['ok', told('closed'), 'closed'],
    ['ok', told('paid', 990), 'returned'],
    ['ok', told('refunded', 990), 'returned'],
  ] as const)('the sheet says %s, the server %j: %s', (word, payment, outcome) => {
    expect(outcomeOf(word, payment)).toBe(outcome);
  });

  it('counts down to the second, and ends', () => {
    const until = '2026-11-26T04:15:00.000Z';
    const at = (secondsBefore: number) => leftUntil(until, new Date(until).getTime() - secondsBefore * 1000);
    expect([900, 65, 0.2, 0, -5].map(at)).toEqual(['15:00', '01:05', '00:01', null, null]);
  });
});
