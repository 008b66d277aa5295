import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lastLines, lastWords } from './last-lines';

describe('the last words of a program', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fanloop-words-'));
  const file = join(folder, 'log');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are its last lines, without colours and frames of a stack', () => {
    writeFileSync(
      file,
      'one\ntwo\n\u001b[31mError: no\u001b[39m\n    at run (/app/x.js:1:2)\n    at /app/y.js:3:4\n\n',
    );
    expect(lastLines(file, 2)).toEqual(['two', 'Error: no']);
    expect(lastLines(file, 9, 4)).toEqual(['two', 'Error: no']);
  });

  it('begin with the line that names the error when a page of context follows it', () => {
    const context = Array.from({ length: 40 }, (_, n) => `  detail ${n}`);
    writeFileSync(file, ['starting', 'TypeError: x is not a function', ...context].join('\n'));
    expect(lastWords(file, 4)).toEqual([
      'TypeError: x is not a function',
      '  detail 0',
      '…',
      '  detail 38',
      '  detail 39',
    ]);
  });

  it('are none when nothing was written', () => {
    expect(lastWords(join(folder, 'none'), 5)).toEqual([]);
  });
});
