import { codeIn, grouped } from './code-text';

const typedOneByOne = (text: string): string => [...text].reduce((before, sign) => grouped(before + sign, before), '');

describe('a code while it is typed', () => {
  it.each([
    ['AB12CD34', 'AB12-CD34'],
    ['ab12', 'ab12'],
    ['FL-ABCDE-23456', 'FL-ABCDE-23456'],
    ['AB 12 CD', 'AB-12-CD'],
    ['A=B"1🍵2', 'AB12'],
  ])('%s → %s', (typed, shown) => {
    expect(typedOneByOne(typed)).toBe(shown);
  });

  it('stays as it is while the middle is mended or signs are taken away', () => {
    expect(grouped('AB1-CD34', 'AB12-CD34')).toBe('AB1-CD34');
    expect(grouped('AB1X-CD34', 'AB1-CD34')).toBe('AB1X-CD34');
  });
});

describe('a code that was scanned or pasted', () => {
  it.each([
    [' fl-abcde-23456 \n', 'fl-abcde-23456'],
    ['https://tea.example/c?from=card&code=FL-ABCDE-23456#x', 'FL-ABCDE-23456'],
    ['https://tea.example/c?code=FL%20ABCDE', 'FL-ABCDE'],
    ['', ''],
  ])('%j → %s', (text, code) => {
    expect(codeIn(text)).toBe(code);
  });
});
