import { setTimeout as sleep } from 'node:timers/promises';
import { SharedLookUp } from './shared-look-up';

describe('a shared look-up', () => {
  const asking = () => {
    const asked: number[][] = [];
    const lookUp = new SharedLookUp(async (keys: readonly number[]) => {
      asked.push([...keys]);
      await sleep(5);
      if (keys.includes(13)) throw new Error('thirteen');
      return keys.map((key) => key * 2);
    });
    return { asked, lookUp };
  };

  it('joins what is asked at once and what comes while a query is on its way, and answers each its own', async () => {
    const { asked, lookUp } = asking();
    const first = lookUp.loadMany([1, 2]);
    await sleep(2);
    const rest = Promise.all([lookUp.load(3), lookUp.load(1)]);
    expect(await first).toEqual([2, 4]);
    expect(await rest).toEqual([6, 2]);
    expect(asked).toEqual([
      [1, 2],
      [3, 1],
    ]);
  });

  it('asks again each time, and goes on after an error', async () => {
    const { asked, lookUp } = asking();
    await expect(lookUp.load(13)).rejects.toThrow('thirteen');
    expect(await lookUp.load(4)).toBe(8);
    expect(await lookUp.load(4)).toBe(8);
    expect(asked).toEqual([[13], [4], [4]]);
  });
});
