import { listed } from './listed';

describe('a list on a ticket', () => {
  it('is written out while it is short', () => {
    expect(listed(['奶茶', '果茶'], '种商品')).toBe('奶茶、果茶');
    expect(listed([], '种商品')).toBe('');
  });

  it('tells its beginning and its count when it is long', () => {
    const names = Array.from({ length: 200 }, (_, i) => `限定商品${i + 1}号`);
    const text = listed(names, '种商品');
    expect(text).toMatch(/^限定商品1号、限定商品2号、.* 等 200 种商品$/);
    expect(text.length).toBeLessThan(140);
  });

  it('shows the first name whatever its length', () => {
    const long = '长'.repeat(130);
    expect(listed([long, '短'], '家门店')).toBe(`${long} 等 2 家门店`);
    expect(listed([long], '家门店')).toBe(long);
  });
});
