import { MOST_CODES, readCodes } from './codes';

const problemOf = (lines: string[]): string => {
  try {
    readCodes(lines);
  } catch (error) {
    return (error as { details: { problem: string } }).details.problem;
  }
  return 'none';
};

describe('a list of codes', () => {
  it('is read without empty lines, blanks around and repetitions', () => {
    expect(readCodes([' A-1 ', '', 'b2', 'A-1', '  ', '券 3'])).toEqual(['A-1', 'b2', '券 3']);
  });

  it('says what is wrong with it', () => {
    expect(problemOf([' '])).toBe('没有读到兑换码');
    expect(problemOf(Array.from({ length: MOST_CODES + 1 }, (_, i) => String(i)))).toBe('一次最多导入 10000 个');
    expect(problemOf(['x'.repeat(201)])).toBe('「xxxxxxxxxxxx…」超过 200 个字');
  });
});
