import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openApiText } from '../../apps/api/src/write-openapi';

const COMMITTED = 'libs/api-client/openapi.json';
const CLIENT = 'libs/api-client/src/generated/schema.ts';
const HINT = 'run `npm run generate:api-client` and look at what changed';

describe('the api client', () => {
  let text = '';
  beforeAll(async () => {
    text = await openApiText();
  });

  it(`speaks of the routes that there are (${HINT})`, () => {
    expect(JSON.parse(text)).toEqual(JSON.parse(readFileSync(COMMITTED, 'utf8')));
  });

  it(`is generated from the committed document (${HINT})`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'api-client-'));
    const input = join(folder, 'openapi.json');
    const output = join(folder, 'schema.ts');
    writeFileSync(input, readFileSync(COMMITTED));
    execFileSync(process.execPath, ['node_modules/openapi-typescript/bin/cli.js', input, '-o', output], {
      stdio: 'pipe',
    });
    expect(readFileSync(output, 'utf8')).toBe(readFileSync(CLIENT, 'utf8'));
  });

  it('names an answer for each route that gives one', () => {
    const document = JSON.parse(text) as {
      paths: Record<string, Record<string, { responses: Record<string, { content?: unknown }> }>>;
    };
    const silent = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, { responses }]) => {
        if (path.endsWith('.csv')) return [];
        const good = Object.entries(responses).filter(([status]) => status.startsWith('2'));
        return good.every(([status, answer]) => status === '204' || answer.content)
          ? []
          : [`${method.toUpperCase()} ${path}`];
      }),
    );
    expect(silent).toEqual([]);
  });
});
