import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunningNote } from '../../../apps/stack/src/settings/running-note';
import { waitUntil } from '../../support/wait-until';
import { smallProduct } from './small-product';

const HOOK = join(__dirname, '../../support/typescript-hook.cjs');
const MAIN = join(__dirname, '../../../apps/stack/src/main.ts');
const RUN = `require(${JSON.stringify(MAIN)}).main(process.argv.slice(1)).then((code) => { process.exitCode = code; })`;

describe('npm start, on a product in miniature', () => {
  const root = smallProduct();
  const data = join(root, 'my-data');
  const going: ChildProcess[] = [];
  afterEach(async () => {
    for (const launcher of going.splice(0)) if (launcher.exitCode === null) launcher.kill('SIGKILL');
  });
  afterAll(() => rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));

  interface Command {
    readonly process: ChildProcess;
    output(): string;
    readonly ended: Promise<number>;
  }
  const command = (...words: string[]): Command => {
    const env = { ...process.env, FANLOOP_DATA: data };
    for (const name of ['DATABASE_URL', 'REDIS_URL', 'NODE_ENV']) delete (env as NodeJS.ProcessEnv)[name];
    const child = spawn(process.execPath, ['-r', HOOK, '-e', RUN, ...words], { cwd: root, env });
    going.push(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text: Buffer) => {
        output += text.toString('utf8');
      });
    const ended = new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? -1)));
    return { process: child, output: () => output, ended };
  };
  const note = (): RunningNote | null =>
    existsSync(join(data, 'running.json')) ? JSON.parse(readFileSync(join(data, 'running.json'), 'utf8')) : null;
  const started = async (...words: string[]): Promise<Command & { note: RunningNote }> => {
    const run = command('start', '--data', data, ...words);
    await waitUntil(
      'it shows its addresses',
      () => run.output().includes('Ctrl-C stops') || run.process.exitCode !== null,
      {
        withinMs: 50_000,
      },
    );
    const written = note();
    if (!written) throw new Error(run.output());
    return { ...run, note: written };
  };
  const json = async (url: string): Promise<{ name: string; path: string; env: Record<string, string> }> =>
    (await fetch(url)).json() as never;
  const text = async (url: string): Promise<string> => (await fetch(url)).text();

  it('starts everything on the first start, seeds once, and stops in order', async () => {
    const first = await started('--members', '7');
    const { addresses } = first.note;
    for (const title of ['MariaDB', 'Redis', 'migrations', 'sample brand', 'console build', 'API', 'worker'])
      expect(first.output()).toMatch(new RegExp(`✓ ${title} +\\d+\\.\\d s`));
    expect(first.output()).toContain('7 members');
    expect(first.output()).toMatch(/店主 +owner +tea/);
    const { env } = await json(`${addresses.api}/`);
    expect(env).toMatchObject({ TZ: 'UTC', HOST: '127.0.0.1', WECHAT_BASE_URL: addresses.standIn });
    expect(env['FIELD_KEY']).toMatch(/^[0-9a-f]{64}$/);
    expect(await json(`${addresses.miniapp}/api/member/me`)).toMatchObject({ name: 'api', path: '/api/member/me' });
    expect(await json(`${addresses.miniapp}/config.json`)).toEqual({ standInUrl: addresses.standIn });
    expect(await text(`${addresses.console}/members`)).toContain('<title>');

    const second = command('start', '--data', data);
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`Fanloop already runs with ${data} (process ${first.process.pid})`);

    first.process.kill('SIGINT');
    expect(await first.ended).toBe(0);
    expect(readFileSync(join(root, 'order'), 'utf8').split('\n').filter(Boolean)).toEqual([
      'wechat-stand-in starts',
      'api starts',
      'worker starts',
      'worker stops',
      'api stops',
      'wechat-stand-in stops',
    ]);
    expect(note()).toBeNull();
    await expect(fetch(addresses.api)).rejects.toThrow();

    const again = await started();
    expect(again.note.addresses).toEqual(addresses);
    expect((await json(`${addresses.api}/`)).env['FIELD_KEY']).toBe(env['FIELD_KEY']);
    expect(again.output()).toMatch(/console build +\d\.\d s {2}up to date/);
    again.process.kill('SIGTERM');
    expect(await again.ended).toBe(0);
    expect(readFileSync(join(root, 'seeds'), 'utf8')).toBe('7 ');
  });

  it('tells that a child was killed and brings it back, the database too', async () => {
    const run = await started();
    const api = await json(`${run.note.addresses.api}/`);
    expect(api.name).toBe('api');
    for (const [name, pid] of childrenOf(run.process.pid ?? 0)) {
      if (!/mariadbd|api/.test(name)) continue;
      process.kill(pid, 'SIGKILL');
    }
    await waitUntil('both are back', () => /API is back/.test(run.output()) && /MariaDB is back/.test(run.output()), {
      withinMs: 30_000,
    });
    expect(run.output()).toContain('! API was killed by SIGKILL; starting it again in 1 s');
    run.process.kill('SIGINT');
    expect(await run.ended).toBe(0);
  });

  it('runs an import on the databases alone while no stack runs, and hands its exit code on', async () => {
    const run = command('import', '--preset', 'complete-journey', 'folder');
    expect(await run.ended).toBe(0);
    expect(run.output()).toContain('"words":["--preset","complete-journey","folder"],"database":"mysql://fanloop:');
    expect(await command('import', '--fail').ended).toBe(3);
    const tour = command('tour');
    expect(await tour.ended).toBe(1);
    expect(tour.output()).toContain('npm run tour is not built');
  });

  it('starts over with --fresh', async () => {
    const run = await started('--fresh', '--no-front-ends');
    expect(run.output()).toContain('3000 members');
    expect(run.output()).not.toContain('console build');
    run.process.kill('SIGINT');
    expect(await run.ended).toBe(0);
  });

  it('stops what it has started when a part does not start, and says why', async () => {
    const broken = join(root, 'dist/apps/api/src/main.js');
    const before = readFileSync(broken, 'utf8');
    writeFileSync(broken, "throw new Error('FIELD_KEY is missing')");
    const run = command('start', '--data', data, '--no-front-ends');
    expect(await run.ended).toBe(1);
    writeFileSync(broken, before);
    expect(run.output()).toContain('✗ API ended with code 1 while it was starting.');
    expect(run.output()).toContain('Error: FIELD_KEY is missing');
    expect(note()).toBeNull();
  });
});

/** Command line and number of the children of a process (Linux). */
const childrenOf = (parent: number): [string, number][] =>
  readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8')
    .trim()
    .split(' ')
    .map((pid) => [readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' '), Number(pid)]);
