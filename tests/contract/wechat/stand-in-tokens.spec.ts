import { createStandIn } from '../../../apps/wechat-stand-in/src/server';
import { APP } from './pair';

const MINUTE = 60_000;

describe('the stand-in hands out tokens as WeChat does', () => {
  const { app, world } = createStandIn(APP);
  beforeEach(() => world.reset());
  afterAll(() => app.close());

  const stable = async (more: Record<string, unknown> = {}) => {
    const payload = { grant_type: 'client_credential', appid: APP.appId, secret: APP.appSecret, ...more };
    return (await app.inject({ method: 'POST', url: '/cgi-bin/stable_token', payload })).json();
  };
  const plain = async (query: Record<string, string> = {}) =>
    (
      await app.inject({
        url: '/cgi-bin/token',
        query: { grant_type: 'client_credential', appid: APP.appId, secret: APP.appSecret, ...query },
      })
    ).json();
  /** The error code of a call with this token; 44002 (an empty body) means that the token was accepted. */
  const tried = async (token: string): Promise<number> =>
    (await app.inject({ method: 'POST', url: `/wxa/msg_sec_check?access_token=${token}` })).json().errcode;
  const ACCEPTED = 44002;

  it('gives the same stable token until five minutes before its end, with the seconds that are left', async () => {
    const first = await stable();
    expect(first.expires_in).toBe(7200);
    world.clock.moveTo(114 * MINUTE);
    const later = await stable();
    expect(later.access_token).toBe(first.access_token);
    // The machine's own time runs on meanwhile.
    expect(later.expires_in).toBeLessThanOrEqual(360);
    expect(later.expires_in).toBeGreaterThan(350);
  });

  it('gives a new stable token in the last five minutes, and both work until the old one ends', async () => {
    const first = await stable();
    world.clock.moveTo(116 * MINUTE);
    const second = await stable();
    expect(second.access_token).not.toBe(first.access_token);
    expect(await tried(first.access_token)).toBe(ACCEPTED);
    expect(await tried(second.access_token)).toBe(ACCEPTED);
    world.clock.moveTo(121 * MINUTE);
    expect(await tried(first.access_token)).toBe(42001);
    expect(await tried(second.access_token)).toBe(ACCEPTED);
  });

  it('kills the stable token at once when forced, but not twice within 30 seconds', async () => {
    const first = await stable();
    const forced = await stable({ force_refresh: true });
    expect(forced.access_token).not.toBe(first.access_token);
    expect(await tried(first.access_token)).toBe(40001);
    expect((await stable({ force_refresh: true })).access_token).toBe(forced.access_token);
    world.clock.moveTo(31_000);
    expect((await stable({ force_refresh: true })).access_token).not.toBe(forced.access_token);
  });

  it('forces at most 20 times a day', async () => {
    for (let time = 1; time <= 20; time += 1) {
      world.clock.moveTo(time * MINUTE);
      expect((await stable({ force_refresh: true })).access_token).toBeDefined();
    }
    world.clock.moveTo(21 * MINUTE);
    expect((await stable({ force_refresh: true })).errcode).toBe(45009);
  });

  it('issues another plain token at each call; the one before works five minutes longer', async () => {
    const first = await plain();
    const second = await plain();
    expect(second.access_token).not.toBe(first.access_token);
    expect(await tried(first.access_token)).toBe(ACCEPTED);
    world.clock.moveTo(5 * MINUTE);
    expect(await tried(first.access_token)).toBe(40001);
    expect(await tried(second.access_token)).toBe(ACCEPTED);
  });

  it('keeps the two families apart', async () => {
    const [ofPlain, ofStable] = [await plain(), await stable()];
    await plain();
    await stable({ force_refresh: true });
    expect(await tried(ofPlain.access_token)).toBe(ACCEPTED);
    expect(await tried(ofStable.access_token)).toBe(40001);
  });

  it.each([
    [{ appid: '' }, 41002],
    [{ secret: '' }, 41004],
    [{ appid: 'wx9' }, 40013],
    [{ secret: 'other' }, 40125],
    [{ grant_type: 'password' }, 40002],
  ])('refuses %j with %i in both families', async (change, errcode) => {
    expect((await stable(change)).errcode).toBe(errcode);
    expect((await plain(change as Record<string, string>)).errcode).toBe(errcode);
  });

  it('answers errors with HTTP 200, a text and a request id', async () => {
    const answer = await app.inject({ method: 'POST', url: '/cgi-bin/stable_token', payload: '{"grant' });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({
      errcode: 47001,
      errmsg: expect.stringMatching(/^data format error rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/),
    });
    expect((await app.inject({ url: '/cgi-bin/stable_token' })).json().errcode).toBe(43002);
    expect((await app.inject({ method: 'POST', url: '/cgi-bin/stable_token' })).json().errcode).toBe(44002);
  });

  it.each([
    ['', 41001],
    ['not a token', 40014],
    ['86_neverissuedneverissuedneverissued', 40001],
  ])('refuses the token %j with %i', async (token, errcode) => expect(await tried(token)).toBe(errcode));
});
