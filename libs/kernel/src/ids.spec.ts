import { ascending, byId } from './ids';

describe('ids', () => {
  it('are ordered by number, also beyond what a double holds, and each once', () => {
    expect(ascending(['10', '9', '9007199254740993', '9007199254740992', '9'])).toEqual([
      '9',
      '10',
      '9007199254740992',
      '9007199254740993',
    ]);
    expect(byId('7', '7')).toBe(0);
  });
});
