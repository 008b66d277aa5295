import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../apps/stack/src/process/ports';
import { type Service, Supervisor } from '../../../apps/stack/src/process/supervisor';
import { isAlive } from '../../../apps/stack/src/process/when-gone';
import { httpProbe } from '../../../apps/stack/src/servers/http-probe';
import type { Trouble } from '../../../apps/stack/src/trouble';
import { waitUntil } from '../../support/wait-until';

describe('the supervisor', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fanloop-supervisor-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const lines: string[] = [];
  let lost: Trouble | null = null;
  let supervisor: Supervisor;
  beforeEach(() => {
    lines.length = 0;
    lost = null;
    supervisor = new Supervisor({
      say: (line) => lines.push(line),
      onLost: (trouble) => {
        lost = trouble;
      },
      firstPauseMs: 10,
    });
  });
  afterEach(() => supervisor.stopAll());

  /** A server in one line of JavaScript. */
  const service = async (name: string, code = LISTENS, vital = false): Promise<Service> => {
    const port = await freePort();
    return {
      plan: {
        name,
        file: process.execPath,
        args: ['-e', code],
        env: { ...process.env, PORT: String(port), FOLDER: folder, NAME: name },
        logFile: join(folder, `${name}.log`),
        stopWithinMs: 400,
      },
      probe: httpProbe(`http://127.0.0.1:${port}/`),
      readyWithinMs: 20_000,
      vital,
    };
  };
  const SERVE =
    "const s = require('node:http').createServer((q, r) => r.end('ok')).listen(process.env.PORT, '127.0.0.1');";
  const NOTE =
    "const note = (what) => require('node:fs').appendFileSync(process.env.FOLDER + '/order', process.env.NAME + ' ' + what + ' ');";
  const LISTENS = `${SERVE}${NOTE}process.on('SIGTERM', () => { note('stops'); process.exit(0); });`;

  it('says that a child was killed, brings it back and leaves the others alone', async () => {
    const first = await supervisor.start(await service('first'));
    await supervisor.start(await service('second'));
    const other = supervisor.pidOf('second');
    process.kill(first.pid, 'SIGKILL');
    await waitUntil('it is back', () => lines.some((line) => line.includes('first is back')));
    expect(lines[0]).toMatch(/^! first was killed by SIGKILL; starting it again in 0.01 s \(1 of 5\)\. Log: /);
    expect(supervisor.pidOf('first')).not.toBe(first.pid);
    expect(supervisor.pidOf('second')).toBe(other);
  });

  it('gives up a child that keeps falling over, with its last words, and goes on without it', async () => {
    const fallsOver = `${SERVE}process.on('SIGUSR2', () => { console.error('I cannot go on'); process.exit(3); });
      if (require('node:fs').existsSync(process.env.FOLDER + '/broken')) process.kill(process.pid, 'SIGUSR2');`;
    const child = await supervisor.start(await service('weak', fallsOver));
    writeFileSync(join(folder, 'broken'), '');
    child.kill('SIGUSR2');
    const last = await waitUntil('it is given up', () => lines.find((line) => line.startsWith('✗')));
    expect(last).toContain('weak ended with code 3 and could not be kept alive (5 restarts)');
    expect(last).toContain('I cannot go on');
    expect(lost).toBeNull();
  });

  it('gives everything up when a vital child cannot be kept alive', async () => {
    const once = `${SERVE}if (require('node:fs').existsSync(process.env.FOLDER + '/vital')) process.exit(1);`;
    const child = await supervisor.start(await service('database', once, true));
    writeFileSync(join(folder, 'vital'), '');
    child.kill('SIGKILL');
    const trouble = await waitUntil('it is lost', () => lost);
    expect(trouble.message).toContain('database ended with code 1 and could not be kept alive');
  });

  it('tells at once, with the last words, when a child ends while it starts', async () => {
    const broken = await service('broken', "console.error('the settings are wrong'); process.exit(2)");
    const trouble: Trouble = await supervisor.start(broken).catch((error) => error);
    expect(trouble.message).toBe('broken ended with code 2 while it was starting.');
    expect(trouble.hints).toContain('the settings are wrong');
  });

  it('knows a taken port and a full disk by a child’s last words', async () => {
    const taken = await service('taken', "throw new Error('listen EADDRINUSE: address already in use 127.0.0.1:1')");
    await expect(supervisor.start(taken)).rejects.toThrow('its port is taken');
    const full = await service('full', "throw new Error('ENOSPC: no space left on device, write')");
    await expect(supervisor.start(full)).rejects.toThrow('the disk is full');
  });

  it('says which program is missing', async () => {
    const missing = await service('missing');
    const plan = { ...missing.plan, file: '/nowhere/program' };
    await expect(supervisor.start({ ...missing, plan })).rejects.toThrow(
      /missing (ended with code 127|could not be started)/,
    );
  });

  it('stops in the opposite order, and kills what does not listen', async () => {
    rmSync(join(folder, 'order'), { force: true });
    await supervisor.start(await service('a'));
    await supervisor.start(await service('deaf', `${SERVE}process.on('SIGTERM', () => undefined);`));
    await supervisor.start(await service('b'));
    await supervisor.stopAll();
    expect(readFileSync(join(folder, 'order'), 'utf8')).toBe('b stops a stops ');
    expect(lines).toEqual(['deaf did not stop in time and was killed.']);
  });

  const hasSetpriv = existsSync('/usr/bin/setpriv') || existsSync('/bin/setpriv');
  (hasSetpriv ? it : it.skip)('leaves no child behind when the launcher itself is killed', async () => {
    const program = join(__dirname, '../../../apps/stack/src/process/child.ts');
    const hook = join(__dirname, '../../support/typescript-hook.cjs');
    const launcher = spawn(process.execPath, ['-r', hook, '-e', LAUNCHER, program, join(folder, 'orphan.log')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const pid = await new Promise<number>((resolve) => launcher.stdout.once('data', (data) => resolve(Number(data))));
    expect(isAlive(pid)).toBe(true);
    launcher.kill('SIGKILL');
    await waitUntil('the child has ended too', () => !isAlive(pid));
  });
  /** Starts a child with our Child class, tells its number and then does nothing more. */
  const LAUNCHER = `
    const [program, logFile] = process.argv.slice(1);
    const { Child } = require(program);
    const child = Child.start({ name: 'orphan', file: '/bin/sleep', args: ['600'], logFile });
    setTimeout(() => process.stdout.write(String(child.pid)), 300);
    setInterval(() => {}, 1000);
  `;
});
