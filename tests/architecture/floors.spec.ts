import { execFileSync } from 'node:child_process';

/** The drawing of the house, as rules: who may import whom. */
describe('floors', () => {
  it('no import goes up, sideways, past a door or around in a circle', () => {
    const depcruise = 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs';
    const run = (): string =>
      execFileSync(process.execPath, [depcruise, '--config', 'config/floors.cjs', 'apps', 'libs'], {
        encoding: 'utf8',
      });
    expect(run).not.toThrow();
  });

  it('a forbidden import is noticed: the rules are alive', () => {
    const { forbidden } = jest.requireActual<{ forbidden: { name: string }[] }>('../../config/floors.cjs');
    const names = forbidden.map((rule) => rule.name);
    for (const name of [
      'floor-0-kernel',
      'floor-6-sales',
      'rules-are-pure',
      'enter-by-the-door',
      'no-cycle',
      'browsers-stay-light',
    ])
      expect(names).toContain(name);
  });
});
