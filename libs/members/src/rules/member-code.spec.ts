import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { endOfStep, type MemberCodeKeys, memberCodeAt, readMemberCode, STEP_SECONDS, stepAt } from './member-code';

const keyed = (key: string) => (message: string) => createHmac('sha256', key).update(message).digest();
const keys: MemberCodeKeys = { permute: keyed('permute'), authenticate: keyed('authenticate') };
const now = new Date('2026-06-15T04:00:10.000Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const ids = fc.integer({ min: 1, max: 9_999_999_999 }).map(String);

describe('the rotating member code', () => {
  it('has 18 digits and is read back in its step', () =>
    fc.assert(
      fc.property(ids, (memberId) => {
        const code = memberCodeAt(memberId, stepAt(now), keys);
        expect(code).toMatch(/^\d{18}$/);
        expect(readMemberCode(code, now, keys)).toEqual({ ok: true, value: { memberId, step: stepAt(now) } });
      }),
    ));

  it.each([
    [-31, true],
    [-9, true],
    [0, true],
    [49, true],
    [50, false],
    [-41, false],
    [86_400, false],
  ])('made now and read %i s away: %s', (seconds, ok) =>
    expect(readMemberCode(memberCodeAt('42', stepAt(now), keys), later(seconds), keys).ok).toBe(ok),
  );

  it.each([
    '',
    '12345678901234567',
    '1234567890123456789',
    '12345678901234567x',
    '１２３４５６７８９０１２３４５６７８',
  ])('refuses %j', (code) =>
    expect(readMemberCode(code, now, keys)).toMatchObject({ refusal: { code: 'MemberCodeInvalid' } }),
  );

  it('refuses a code with one other digit', () => {
    const code = memberCodeAt('42', stepAt(now), keys);
    for (let i = 0; i < 18; i += 1) {
      const other = (Number(code[i]) + 1) % 10;
      expect(readMemberCode(`${code.slice(0, i)}${other}${code.slice(i + 1)}`, now, keys).ok).toBe(false);
    }
  });

  it('shows nothing of the member: codes of one member share no more digits by place than chance', () => {
    const steps = Array.from({ length: 2000 }, (_, i) => memberCodeAt('42', i, keys));
    const same = steps.slice(1).map((code, i) => [...code].filter((digit, at) => digit === steps[i]![at]).length);
    const mean = same.reduce((a, b) => a + b, 0) / same.length;
    expect(mean).toBeGreaterThan(1.6);
    expect(mean).toBeLessThan(2.0);
  });

  it('does not tell two members apart under another key', () => {
    const other: MemberCodeKeys = { permute: keyed('x'), authenticate: keyed('y') };
    expect(readMemberCode(memberCodeAt('42', stepAt(now), other), now, keys).ok).toBe(false);
  });

  it('refuses to make a code for an id that does not fit', () =>
    expect(() => memberCodeAt('12345678901', 1, keys)).toThrow(RangeError));

  it('knows when a step ends', () => {
    expect(endOfStep(stepAt(now)).toISOString()).toBe('2026-06-15T04:00:30.000Z');
    expect(stepAt(endOfStep(7))).toBe(8);
    expect(STEP_SECONDS).toBe(30);
  });
});
