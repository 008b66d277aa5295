import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

describe('floors of the mini-program', () => {
  it('features rest on shared parts only, and never meet', () => {
    const depcruise = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const run = (): string =>
      execFileSync(process.execPath, [depcruise, '--config', 'scripts/floors.cjs', 'src'], {
        cwd: join(ROOT, 'apps/miniapp'),
        encoding: 'utf8',
      });
    expect(run).not.toThrow();
  });
});
