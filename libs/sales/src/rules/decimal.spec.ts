import fc from 'fast-check';
import { exactUnits, roundedUnits } from './decimal';

describe('decimals are read as text, never as floats', () => {
  it.each([
    ['3.86', 386],
    ['1', 100],
    ['0.1', 10],
    ['.5', 50],
    ['-1.25', -125],
    ['¥1,280.00', 128000],
    ['226050.91', 22605091],
    ['1.500', 150],
    ['1e2', 10000],
  ])('%s is %i fen', (text, fen) => expect(exactUnits(text, 2)).toBe(fen));

  it.each([
    '',
    ' ',
    'abc',
    '1.2.3',
    '--1',
    '1.005',
    '4.440892e-16',
    '99999999999999999',
    '1,2',
    'NaN',
    'Infinity',
    '0x10',
  ])('"%s" is no exact amount', (text) => expect(exactUnits(text, 2)).toBeNull());

  it('rounds float dust of a source away', () => {
    expect(roundedUnits('4.440892e-16', 2)).toBe(0);
    expect(roundedUnits('1.005', 2)).toBe(101);
    expect(roundedUnits('-1.005', 2)).toBe(-101);
    expect(roundedUnits('3.86', 2)).toBe(386);
  });

  it('reads back every amount that two decimals can write', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (fen) => {
        const text = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
        return exactUnits(text, 2) === fen && roundedUnits(text, 2) === fen;
      }),
    );
  });
});
