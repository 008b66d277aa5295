import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../apps/stack/src/process/ports';
import { closeSite, openSite } from '../../../apps/stack/src/web/site';

describe('the web server of a front end', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fanloop-site-'));
  let site: Server;
  let api: Server;
  let url = '';

  beforeAll(async () => {
    mkdirSync(join(folder, 'dist/assets'), { recursive: true });
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    writeFileSync(join(folder, 'dist/index.html'), '<title>粉丝</title>');
    writeFileSync(join(folder, 'dist/.stamp'), 'stamp');
    writeFileSync(join(folder, 'dist/assets/app-3f9a1b2c.js'), 'start()');
    const apiPort = await freePort();
    api = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part) => parts.push(part));
      request.on('end', () => {
        response.writeHead(201, { 'content-type': 'application/json', 'x-request-id': 'r1' });
        const { method, url: path, headers } = request;
        const text = Buffer.concat(parts).toString('utf8');
        response.end(
          JSON.stringify({ method, path, key: headers['idempotency-key'], from: headers['x-forwarded-for'], text }),
        );
      });
    }).listen(apiPort, '127.0.0.1');
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    site = await openSite({
      folder: join(folder, 'dist'),
      port,
      apiUrl: `http://127.0.0.1:${apiPort}`,
      documents: { '/config.json': { standInUrl: 'http://127.0.0.1:1' } },
    });
  });
  afterAll(async () => {
    await closeSite(site);
    api.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('sends files with their kind; only those with a hash in their name may be kept', async () => {
    const script = await fetch(`${url}/assets/app-3f9a1b2c.js?v=1`);
    expect(await script.text()).toBe('start()');
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect((await fetch(`${url}/`)).headers.get('cache-control')).toBe('no-cache');
  });

  it('sends index.html for the app’s own paths, 404 for a file that is not there', async () => {
    expect(await (await fetch(`${url}/members/42`)).text()).toBe('<title>粉丝</title>');
    expect((await fetch(`${url}/assets/gone.js`)).status).toBe(404);
  });

  it('answers the documents that the host itself gives', async () => {
    expect(await (await fetch(`${url}/config.json`)).json()).toEqual({ standInUrl: 'http://127.0.0.1:1' });
  });

  it('never leaves its folder and shows no hidden file', async () => {
    for (const path of [
      '/../secret.txt',
      '/..%2fsecret.txt',
      '/assets/../../secret.txt',
      '/%2e%2e/secret.txt',
      '/.stamp',
      '/%',
    ])
      expect(await raw(path)).toMatch(/^HTTP\/1\.1 404/);
    expect((await fetch(`${url}/`, { method: 'POST' })).status).toBe(405);
  });

  it('passes /api on with method, headers and body, and its answer back', async () => {
    const answer = await fetch(`${url}/api/clerk/purchases?storeId=1`, {
      method: 'POST',
      headers: { 'idempotency-key': 'k-12345678', 'content-type': 'application/json' },
      body: '{"茶":1}',
    });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('x-request-id')).toBe('r1');
    expect(await answer.json()).toEqual({
      method: 'POST',
      path: '/api/clerk/purchases?storeId=1',
      key: 'k-12345678',
      from: '127.0.0.1',
      text: '{"茶":1}',
    });
  });

  it('says 502 with a readable body while the API is away', async () => {
    const port = await freePort();
    const lonely = await openSite({ folder, port, apiUrl: `http://127.0.0.1:${await freePort()}` });
    const answer = await fetch(`http://127.0.0.1:${port}/api/member/home`);
    await closeSite(lonely);
    expect(answer.status).toBe(502);
    expect(await answer.json()).toMatchObject({ code: 'ApiUnavailable' });
  });

  /** fetch tidies such paths up before it sends them: write the request by hand. */
  const raw = (path: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const { port } = new URL(url);
      const socket = connect(Number(port), '127.0.0.1', () => {
        socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
      });
      let text = '';
      socket.on('data', (data) => {
        text += data.toString('utf8');
      });
      socket.once('end', () => resolve(text));
      socket.once('error', reject);
    });
});
