import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';

const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file && !file.includes('/generated/') && !file.endsWith('.d.ts'));

const source = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};
const isTest = (file: string): boolean => /\.spec\.tsx?$/.test(file) || file.startsWith('tests/');
const matching = (files: readonly string[], pattern: RegExp): string[] =>
  files.flatMap((file) =>
    source(file)
      .split('\n')
      .flatMap((line, i) => (pattern.test(line) ? [`${file}:${i + 1} ${line.trim()}`] : [])),
  );
const libs = tracked.filter((file) => file.startsWith('libs/'));
const product = tracked.filter((file) => !isTest(file));

describe('the house is tidy', () => {
  it('looks at the whole tree', () => {
    expect(product.length).toBeGreaterThan(200);
  });

  it('has no file over 300 lines, tests too, and nine in ten of the product below 200', () => {
    const lines = (file: string): number => source(file).split('\n').length - 1;
    expect(tracked.filter((file) => lines(file) > 300)).toEqual([]);
    expect(product.filter((file) => lines(file) <= 200).length / product.length).toBeGreaterThanOrEqual(0.9);
  });

  it('names files in kebab case', () => {
    const odd = tracked
      .map((file) => basename(file))
      .filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*\.tsx?$/.test(name));
    expect(odd).toEqual([]);
  });

  it("reads the machine's clock in one place only", () => {
    const servers = product.filter(
      (file) => /^(libs|apps\/(api|worker))\//.test(file) && file !== 'libs/platform/src/clock/clock.ts',
    );
    expect(matching(servers, /new Date\(\)|Date\.now\(\)/)).toEqual([]);
  });

  it('has no any, no ignored type error, no forward reference, no schema synchronisation, no unfinished mark', () => {
    expect(
      matching(
        product,
        /: any\b|\bas any\b|<any>|@ts-ignore|@ts-nocheck|forwardRef|synchronize: true|\bTODO\b|\bFIXME\b|NotImplemented/,
      ),
    ).toEqual([]);
  });

  it('has no test that is left out or alone', () => {
    const here = 'tests/architecture/tidy.spec.ts';
    expect(
      matching(
        tracked.filter((file) => isTest(file) && file !== here),
        /\b(it|test|describe)\.(only|todo)\(|\bxit\(|\bfdescribe\(/,
      ),
    ).toEqual([]);
  });

  it('has named exports only', () => {
    const free = product.filter((file) => !/^apps\/(miniapp|console)\//.test(file) && !/\.config\.ts$/.test(file));
    expect(matching(free, /^export default/)).toEqual([]);
  });

  it('keeps @Global for the platform', () => {
    expect(
      matching(
        libs.filter((file) => !file.startsWith('libs/platform/')),
        /@Global\(/,
      ),
    ).toEqual([]);
  });

  it("has no foreign key to another context's table", () => {
    const foreign = libs
      .filter((file) => file.includes('/migrations/'))
      .flatMap((file) => {
        const context = file.split('/')[1]!;
        return [...source(file).matchAll(/REFERENCES\s+`?([a-z_]+)/gi)]
          .filter(([, table]) => !table!.startsWith(`${context}_`))
          .map(([, table]) => `${file} → ${table}`);
      });
    expect(foreign).toEqual([]);
  });

  it('gives each migration a number of its own', () => {
    const numbers = libs
      .filter((file) => file.includes('/migrations/'))
      .flatMap((file) => source(file).match(/(?<=export class \w+?)\d{13}(?= implements MigrationInterface)/g) ?? []);
    expect(numbers.length).toBeGreaterThan(20);
    expect(numbers.filter((number, i) => numbers.indexOf(number) !== i)).toEqual([]);
  });

  it('writes no SQL that only MariaDB speaks', () => {
    expect(matching(libs, /\bRETURNING\b|INSERT IGNORE/)).toEqual([]);
  });

  it('asks each table only from its own context: siblings share ids and events', () => {
    const contexts = [
      'organization',
      'members',
      'sales',
      'loyalty',
      'coupons',
      'payments',
      'community',
      'tagging',
      'activities',
      'rewards',
      'counter',
      'campaigns',
    ];
    const foreign = libs
      .filter((file) => !isTest(file))
      .flatMap((file) => {
        const own = file.split('/')[1]!;
        const others = contexts.filter((context) => context !== own).join('|');
        return matching([file], new RegExp(`\\b(FROM|JOIN|UPDATE|INTO)\\s+(${others})_[a-z]`));
      });
    expect(foreign).toEqual([]);
  });

  it('has a README in every library and app', () => {
    const folders = [
      ...new Set(
        product.filter((file) => /^(libs|apps)\//.test(file)).map((file) => file.split('/').slice(0, 2).join('/')),
      ),
    ];
    const readme = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*README.md'], {
      encoding: 'utf8',
    });
    const homes = readme.split('\n').map((file) => dirname(file));
    expect(folders.filter((folder) => !homes.includes(folder))).toEqual([]);
  });
});
