import { Steps } from './steps';
import { table } from './table';

describe('the table of addresses', () => {
  it('lines columns up, also behind Chinese characters, which take two places', () => {
    expect(
      table(
        [
          ['店长', '1'],
          ['clerk', '2'],
          ['社群运营', '3'],
        ],
        '',
      ),
    ).toBe('店长       1\nclerk      2\n社群运营   3');
  });

  it('needs no cell in every column', () => {
    expect(table([['a'], ['b', 'c']], '')).toBe('a\nb   c');
    expect(table([])).toBe('');
  });
});

describe('steps', () => {
  it('print a line each: done, failed, left out', async () => {
    const lines: string[] = [];
    const steps = new Steps({ write: (text) => lines.push(text) });
    await steps.run('MariaDB', async () => 'port 1');
    await expect(steps.run('Redis', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    steps.skip('console', 'its source is not there');
    expect(
      lines.map((line) =>
        line
          .trim()
          .replace(/\s+/g, ' ')
          .replace(/\d\.\d s/, '0.0 s'),
      ),
    ).toEqual(['✓ MariaDB 0.0 s port 1', '✗ Redis 0.0 s', '– console its source is not there']);
  });
});
