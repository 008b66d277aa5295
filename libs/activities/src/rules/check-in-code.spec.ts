import { createHmac } from 'node:crypto';
import * as fc from 'fast-check';
import { checkInCode, endOfStep, type KeyedNumber, readCheckInCode, stepAt } from './check-in-code';

const keyedBy =
  (key: string): KeyedNumber =>
  (text, limit) =>
    Number(createHmac('sha256', key).update(text).digest().readBigUInt64BE(0) % BigInt(limit));
const keyed = keyedBy('a key of the test');
const now = new Date('2026-06-15T04:00:10Z');
const seconds = (n: number): Date => new Date(now.getTime() + n * 1000);
const step = stepAt(now);

describe('the rotating check-in code', () => {
  it('is 16 digits that change every 30 s and say nothing by themselves', () => {
    const codes = [0, 1, 2].map((ahead) => checkInCode('5', 1, step + ahead, keyed));
    expect(codes.every((code) => /^\d{16}$/.test(code))).toBe(true);
    expect(new Set(codes.flatMap((code) => [code.slice(0, 8), code.slice(8)])).size).toBe(6);
    expect(endOfStep(step)).toEqual(new Date('2026-06-15T04:00:30Z'));
  });

  it.each([
    ['at once', 0, 7],
    ['in the next step', 30, 7],
    ['when the reader is a step behind', -30, 7],
    ['two steps later', 60, null],
    ['two steps early', -60, null],
  ])('%s', (_, later, expected) => {
    expect(readCheckInCode('5', checkInCode('5', 7, step, keyed), seconds(later), keyed)).toBe(expected);
  });

  it('counts in its own activity and under its own key only', () => {
    const code = checkInCode('5', 7, step, keyed);
    expect(readCheckInCode('6', code, now, keyed)).toBeNull();
    expect(readCheckInCode('5', code, now, keyedBy('another key'))).toBeNull();
  });

  it('A6 any changed digit spoils it', () => {
    const code = checkInCode('5', 7, step, keyed);
    const changed = fc.tuple(fc.nat(15), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(changed, ([at, by]) => {
        const digit = (Number(code[at]) + by) % 10;
        return readCheckInCode('5', `${code.slice(0, at)}${digit}${code.slice(at + 1)}`, now, keyed) === null;
      }),
    );
  });

  it('finds every entry of a crowd', () => {
    fc.assert(
      fc.property(
        fc.nat(99_999_999),
        (no) => readCheckInCode('5', checkInCode('5', no, step, keyed), now, keyed) === no,
      ),
    );
  });
});
