import { pricePer } from './price';

describe('the price of a card by its time', () => {
  it.each([
    [19_900, 'month', 12, 1658, 'month'],
    [9900, 'month', 3, 3300, 'month'],
    [3000, 'month', 1, 100, 'day'],
    [3000, 'day', 30, 100, 'day'],
    [999, 'day', 7, 143, 'day'],
    [1, 'day', 2, 1, 'day'],
    [1, 'day', 3, 0, 'day'],
  ] as const)('%i fen for %s × %i is %i a %s', (priceFen, unit, count, fen, per) =>
    expect(pricePer(priceFen, { unit, count })).toEqual({ fen, per }),
  );
});
