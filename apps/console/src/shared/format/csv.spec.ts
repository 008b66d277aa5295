import { csvCell, csvText } from './csv';

describe('a cell of an export', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+86 138', "'+86 138"],
    ['-3', "'-3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['\rx', `"'\rx"`],
  ])('is no formula: %j', (value, written) => {
    expect(csvCell(value)).toBe(written);
  });

  it('keeps numbers as numbers, so that a negative amount stays one', () => {
    expect(csvCell(-12.5)).toBe('-12.5');
  });

  it('quotes what would break the row', () => {
    expect(csvCell('茶,"满 30 减 5"\n')).toBe('"茶,""满 30 减 5""\n"');
    expect(csvCell('=HYPERLINK("x","y")')).toBe('"\'=HYPERLINK(""x"",""y"")"');
  });

  it('is empty for nothing', () => {
    expect(csvText(['a', 'b'], [[null, 'c']])).toBe('a,b\r\n,c');
  });
});
