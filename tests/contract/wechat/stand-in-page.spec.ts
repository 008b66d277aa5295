import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStandIn } from '../../../apps/wechat-stand-in/src/server';
import { APP } from './pair';

const BACK = 'http://127.0.0.1:5001/?from=share#/pages/home/index';
const ask = (path: string, back: string) => `${path}?return=${encodeURIComponent(back)}`;

describe('the page on which one picks who one is', () => {
  const { app, world } = createStandIn(APP);
  beforeEach(() => world.reset());
  afterAll(() => app.close());

  it('shows everybody, and the kept choice as pressed', async () => {
    const page = await app.inject({ url: '/', headers: { cookie: 'a=b; wechat_stand_in_person=p3' } });
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.body.match(/data-person="/g)).toHaveLength(8);
    expect(page.body).toContain('data-person="p3" data-name="陈知夏" aria-pressed="true"');
  });

  it('writes names as text, never as markup', async () => {
    const payload = { nickname: '<img src=x onerror=alert(1)>', phone: '19911112222' };
    await app.inject({ method: 'POST', url: '/stand-in/people', payload });
    const page = await app.inject({ url: '/' });
    expect(page.body).not.toContain('<img');
    expect(page.body).toContain('&lt;img src=x');
  });

  it('goes back silently with the kept choice in the query, before the hash', async () => {
    const url = `${ask('/', BACK)}&silent=1`;
    const kept = await app.inject({ url, headers: { cookie: 'wechat_stand_in_person=p3' } });
    expect(kept.statusCode).toBe(302);
    expect(kept.headers.location).toBe('http://127.0.0.1:5001/?from=share&person=p3#/pages/home/index');
    expect((await app.inject({ url })).statusCode).toBe(200);
    expect((await app.inject({ url, headers: { cookie: 'wechat_stand_in_person=gone' } })).statusCode).toBe(200);
  });

  it('never goes back to something that is no web address', async () => {
    const headers = { cookie: 'wechat_stand_in_person=p3' };
    for (const back of ['javascript:alert(1)', 'data:text/html,x', '//elsewhere', ''])
      expect((await app.inject({ url: `${ask('/', back)}&silent=1`, headers })).statusCode).toBe(200);
  });

  it('lets a page of another origin ask', async () => {
    const headers = { origin: 'http://127.0.0.1:5001', 'access-control-request-headers': 'content-type' };
    const before = await app.inject({ method: 'OPTIONS', url: '/stand-in/login', headers });
    expect(before.statusCode).toBe(204);
    expect(before.headers['access-control-allow-headers']).toBe('content-type');
    const answer = await app.inject({ method: 'POST', url: '/stand-in/login', headers, payload: { personId: 'p1' } });
    expect(answer.headers['access-control-allow-origin']).toBe('*');
  });

  it('keeps added people in its data folder', async () => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'stand-in-'));
    try {
      const before = createStandIn({ ...APP, dataFolder });
      const payload = { nickname: '小江', phone: '19911112222' };
      await before.app.inject({ method: 'POST', url: '/stand-in/people', payload });
      const after = createStandIn({ ...APP, dataFolder });
      expect(after.world.people.byPersonId('p9')).toMatchObject(payload);
      after.world.reset();
      expect(createStandIn({ ...APP, dataFolder }).world.people.all()).toHaveLength(8);
    } finally {
      rmSync(dataFolder, { recursive: true });
    }
  });
});
