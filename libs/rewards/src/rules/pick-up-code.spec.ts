import * as fc from 'fast-check';
import { checkSign, isPickUpCode, normalised } from './pick-up-code';

const SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const body = fc.array(fc.constantFrom(...SIGNS), { minLength: 11, maxLength: 11 }).map((signs) => signs.join(''));
const valid = (code: string): boolean => isPickUpCode(code, SIGNS, 12);

describe('pick-up codes', () => {
  it('are 30 signs and a modulus of 31, which is prime', () => {
    expect(new Set(SIGNS).size).toBe(30);
  });

  it('agree with ISO 7064 MOD 11,10 on its published example', () => {
    // ISO 7064: 0794 has the check digit 5 under MOD 11,10.
    expect(checkSign('0794', '0123456789')).toBe('5');
  });

  it('every code with its check sign is read', () => {
    fc.assert(fc.property(body, (signs) => valid(signs + checkSign(signs, SIGNS))));
  });

  it('one wrong sign, wherever it is, is noticed', () => {
    fc.assert(
      fc.property(body, fc.nat(11), fc.constantFrom(...SIGNS), (signs, at, sign) => {
        const code = signs + checkSign(signs, SIGNS);
        fc.pre(code[at] !== sign);
        return !valid(code.slice(0, at) + sign + code.slice(at + 1));
      }),
    );
  });

  it('are read with spaces, dashes and small letters; other signs and lengths are none', () => {
    const code = `23456789ABC${checkSign('23456789ABC', SIGNS)}`;
    expect(
      valid(normalised(` ${code.slice(0, 4).toLowerCase()}-${code.slice(4, 8)} ${code.slice(8).toLowerCase()}`)),
    ).toBe(true);
    expect(['', '2', `${code}2`, code.slice(1), `0${code.slice(1)}`, '🎁'.repeat(6)].filter(valid)).toEqual([]);
  });
});
