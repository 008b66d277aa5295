import fc from 'fast-check';
import { checkDigit, isMemberNumber, maskMemberNumber, memberNumber } from './member-number';

const random = fc.stringMatching(/^\d{11}$/);

describe('a member number', () => {
  it('carries the check digit of ISO 7064 MOD 11,10', () => {
    expect(checkDigit('0794')).toBe('5');
    expect(memberNumber('12345678901')).toHaveLength(12);
  });

  it('is accepted as it was made', () =>
    fc.assert(fc.property(random, (digits) => isMemberNumber(memberNumber(digits)))));

  it('shows every wrong digit', () =>
    fc.assert(
      fc.property(random, fc.nat(11), fc.integer({ min: 1, max: 9 }), (digits, position, change) => {
        const right = memberNumber(digits);
        const wrong = (Number(right[position]) + change) % 10;
        return !isMemberNumber(`${right.slice(0, position)}${wrong}${right.slice(position + 1)}`);
      }),
    ));

  it('is masked but for its ends', () => expect(maskMemberNumber('123456789015')).toBe('12******9015'));
});
