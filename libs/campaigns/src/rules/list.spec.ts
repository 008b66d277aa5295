import { readList } from './list';

const values = (text: string) => readList(text).map(({ value }) => value);

describe('an uploaded list', () => {
  it('reads the first column of any usual file, with the number of each line', () => {
    expect(readList('\uFEFF会员号,姓名\r\n"100000000017",小叶\r\n\r\n 138 0013 8000 ;x\n')).toEqual([
      { line: 2, value: '100000000017' },
      { line: 4, value: '13800138000' },
    ]);
  });

  it('takes a first line with digits for a member, and keeps what names nobody: it is told later', () => {
    expect(values('13800138000\n小叶\n🍵\n;DROP TABLE x')).toEqual(['13800138000', '小叶', '🍵']);
  });

  it('is empty for nothing, blanks and a heading alone', () => {
    expect(values('')).toEqual([]);
    expect(values(' \n\t\n,,,\n')).toEqual([]);
    expect(values('手机号\n')).toEqual([]);
  });

  it('has an end', () => {
    expect(() => readList('1\n'.repeat(200_001))).toThrow(expect.objectContaining({ code: 'ListTooLong' }));
  });
});
