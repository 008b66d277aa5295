import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { choosePorts } from '../../../apps/stack/src/settings/chosen-ports';
import { cannotWrite, type Folders, foldersAt, prepareFolders } from '../../../apps/stack/src/settings/folders';
import { refuseSecondStack, writeRunningNote } from '../../../apps/stack/src/settings/running-note';
import { loadSecrets } from '../../../apps/stack/src/settings/secrets';

describe('the settings of a start', () => {
  let folders: Folders;
  beforeEach(() => {
    folders = foldersAt(mkdtempSync(join(tmpdir(), 'fanloop-settings-')));
    prepareFolders(folders);
  });
  afterEach(() => {
    rmSync(folders.data, { recursive: true, force: true });
    delete process.env['API_PORT'];
  });

  const listening = async (port: number): Promise<Server> => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    return server;
  };

  it('remembers its ports from start to start', async () => {
    const said: string[] = [];
    const first = await choosePorts(folders, (line) => said.push(line));
    expect(new Set(Object.values(first)).size).toBe(7);
    expect(await choosePorts(folders, (line) => said.push(line))).toEqual(first);
    expect(said).toEqual([]);
  });

  it('takes another port for one that somebody holds, and says who', async () => {
    const first = await choosePorts(folders, () => undefined);
    const server = await listening(first.console);
    const said: string[] = [];
    const second = await choosePorts(folders, (line) => said.push(line));
    server.close();
    expect(second.console).not.toBe(first.console);
    expect({ ...second, console: 0 }).toEqual({ ...first, console: 0 });
    expect(said).toEqual([
      `Port ${first.console} for the console is taken by process ${process.pid} (${nameOfThisProcess()}): using ${second.console} instead.`,
    ]);
  });

  it('refuses a port that the environment fixes and that is taken', async () => {
    const { api } = await choosePorts(folders, () => undefined);
    const server = await listening(api);
    process.env['API_PORT'] = String(api);
    await expect(choosePorts(folders, () => undefined)).rejects.toThrow(
      `Port ${api} for the API (API_PORT) is taken by process ${process.pid}`,
    );
    server.close();
    process.env['API_PORT'] = '70000';
    await expect(choosePorts(folders, () => undefined)).rejects.toThrow('API_PORT=70000 is not a port');
  });

  it('makes secrets once, for this user only, and a fresh start makes others', () => {
    const secrets = loadSecrets(folders);
    expect(secrets.fieldKey).toMatch(/^[0-9a-f]{64}$/);
    expect(loadSecrets(folders)).toEqual(secrets);
    expect(statSync(join(folders.data, 'secrets.json')).mode & 0o777).toBe(0o600);
    prepareFolders(folders, { fresh: true });
    expect(loadSecrets(folders).fieldKey).not.toBe(secrets.fieldKey);
  });

  it('adds a secret that came later without changing the others', () => {
    const { memberCodeKey: _later, ...before } = loadSecrets(folders);
    writeFileSync(join(folders.data, 'secrets.json'), JSON.stringify(before));
    const now = loadSecrets(folders);
    expect(now).toMatchObject(before);
    expect(now.memberCodeKey).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.parse(readFileSync(join(folders.data, 'secrets.json'), 'utf8'))).toEqual(now);
  });

  it('refuses a second stack on the same data, and forgets one that has gone', () => {
    const addresses = { api: 'a', console: 'http://127.0.0.1:4601', miniapp: 'm', standIn: 's', worker: 'w' };
    writeRunningNote(folders, { pid: process.pid, ready: true, addresses });
    expect(() => refuseSecondStack(folders)).toThrow(`already runs with ${folders.data} (process ${process.pid})`);
    writeRunningNote(folders, { pid: 4_194_305, ready: true, addresses });
    expect(() => refuseSecondStack(folders)).not.toThrow();
  });

  it('says in words that the disk is full or the folder closed', () => {
    const error = (code: string): Error => Object.assign(new Error(code), { code });
    expect(cannotWrite('/x', error('ENOSPC')).message).toBe('The disk is full: nothing more can be written to /x.');
    expect(cannotWrite('/x', error('EACCES')).message).toBe('This user may not write to /x (EACCES).');
    expect(() => prepareFolders(foldersAt('/dev/null/x'))).toThrow('/dev/null/x');
  });
});

const nameOfThisProcess = (): string => readFileSync('/proc/self/comm', 'utf8').trim();
