import { MemberChanges } from './changes';
import { firstDifference } from './difference';
import { TopList } from './top-list';

describe('small parts of a report', () => {
  it.each([
    [1, 1, null],
    [{ a: 1, b: undefined }, { a: 1 }, null],
    [{ a: [1, 2] }, { a: [1, 3] }, 'a[1]: 2 recorded, 3 recomputed'],
    [{ a: [1] }, { a: [1, 2] }, 'a[1]: nothing recorded, 2 recomputed'],
    [{ a: { b: 1 } }, { a: null }, 'a: {"b":1} recorded, null recomputed'],
    [{ a: [] }, { a: {} }, 'a: [] recorded, {} recomputed'],
  ])('%j beside %j: %s', (recorded, recomputed, said) => {
    expect(firstDifference(recorded, recomputed)).toBe(said);
  });

  it('keeps the highest of any number, the earlier one on a tie, and makes only those that stay', () => {
    const list = new TopList<string>(3);
    let made = 0;
    for (const [rank, name] of [
      [5, 'a'],
      [9, 'b'],
      [5, 'c'],
      [1, 'd'],
      [5, 'e'],
      [7, 'f'],
    ] as const)
      list.offer(rank, () => {
        made += 1;
        return name;
      });
    expect(list.all).toEqual(['b', 'f', 'a']);
    expect(made).toBe(4);
  });

  it('draws bars of one round width over gains and losses', () => {
    const changes = new MemberChanges();
    const each = [-120, -3, 0, 4, 30, 31, 260];
    for (const [i, change] of each.entries()) changes.add(String(i), change);
    changes.add('6', -10);
    expect(changes.counts).toEqual({ touched: 7, more: 4, fewer: 2 });
    const bars = changes.bars;
    expect(bars.map(({ members }) => members).reduce((a, b) => a + b)).toBe(6);
    expect(bars[0]).toEqual({ from: -150, until: -100, members: 1 });
    expect(bars.find(({ from }) => from === 0)).toEqual({ from: 0, until: 50, members: 3 });
    expect(bars.at(-1)).toEqual({ from: 250, until: 300, members: 1 });
    expect(new MemberChanges().bars).toEqual([]);
  });
});
