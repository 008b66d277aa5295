import { maskPhone, normalPhone, readablePhone } from './phone';

describe('a phone number', () => {
  it.each([
    ['13800138000', undefined, '+8613800138000'],
    ['138 0013 8000', undefined, '+8613800138000'],
    ['+86 138-0013-8000', undefined, '+8613800138000'],
    ['8613800138000', undefined, '+8613800138000'],
    ['13800138000', '86', '+8613800138000'],
    ['91234567', '852', '+85291234567'],
    ['+85291234567', undefined, '+85291234567'],
    ['23800138000', undefined, null],
    ['1380013800', undefined, null],
    ['+8612345', undefined, null],
    ['not a number', undefined, null],
    ['', undefined, null],
    ['1380013800０', undefined, null],
  ])('%j (%s) is %s', (text, countryCode, expected) => expect(normalPhone(text, countryCode)).toBe(expected));

  it.each([
    ['+8613800138000', '138****8000', '13800138000'],
    ['+85291234567', '+852****4567', '+85291234567'],
  ])('%s is masked %s and read %s', (phone, masked, readable) => {
    expect(maskPhone(phone)).toBe(masked);
    expect(readablePhone(phone)).toBe(readable);
  });
});
